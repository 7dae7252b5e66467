/* type_name.c - types of business by their names. */
#include "master/type_name.h"

#include <string.h>

#include "base/buf.h"
#include "sql/master/business_type.h"

static void add_name(struct buf *names, const struct rows *types,
		     const char *code, size_t n)
{
	for (size_t i = 0; i < types->n; i++) {
		const char *value = row_text(types->list[i], "value");

		if (strncmp(value, code, n) != 0 || value[n] != '\0')
			continue;
		if (names->n)
			buf_add(names, "、");
		buf_add(names, row_text(types->list[i], "label"));
	}
}

static const char *names_of(struct ctx *cx, const struct rows *types,
			    const char *codes)
{
	struct buf names;

	buf_init(&names, cx);
	while (*codes) {
		size_t n = strcspn(codes, ",");

		add_name(&names, types, codes, n);
		codes += n + (codes[n] == ',');
	}
	return names.text;
}

enum status type_names(struct ctx *cx, const char *codes, const char **names)
{
	const struct rows *types;

	TRY(db_cached(cx, &sql_type_names, NO_ARGS, &types));
	*names = names_of(cx, types, codes);
	return ST_OK;
}

enum status type_names_in(struct ctx *cx, struct rows *rows)
{
	const struct rows *types;

	TRY(db_cached(cx, &sql_type_names, NO_ARGS, &types));
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = rows->list[i];

		for (size_t k = 0; k < row->n; k++)
			if (strcmp(row->names[k], "types") == 0)
				row->values[k] = value_text(names_of(
					cx, types, row->values[k].text));
	}
	return ST_OK;
}
