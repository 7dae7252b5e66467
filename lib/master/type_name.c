/* type_name.c - types of business by their names. */
#include "master/type_name.h"

#include <string.h>

#include "base/buf.h"
#include "sql/master/business_type.h"

static const char *names_of(struct ctx *cx, const struct names *types,
			    const char *codes)
{
	size_t n = strcspn(codes, ",");
	struct buf names;

	/* Most offices do one thing. */
	if (codes[n] == '\0') {
		const char *name = name_of(types, codes, n);

		return name ? name : "";
	}
	buf_init(&names, cx);
	while (*codes) {
		const char *name;

		n = strcspn(codes, ",");
		name = name_of(types, codes, n);
		if (name)
			buf_printf(&names, "%s%s", names.n ? "、" : "", name);
		codes += n + (codes[n] == ',');
	}
	return names.text;
}

enum status type_names(struct ctx *cx, const char *codes, const char **names)
{
	const struct names *types;

	TRY(db_names(cx, &sql_type_names, NO_ARGS, &types));
	*names = names_of(cx, types, codes);
	return ST_OK;
}

enum status type_names_in(struct ctx *cx, struct rows *rows)
{
	const struct names *types;

	TRY(db_names(cx, &sql_type_names, NO_ARGS, &types));
	for (size_t i = 0; i < rows->n; i++) {
		struct value *v = row_column(rows->list[i], "types");

		*v = value_text(names_of(cx, types, v->text ? v->text : ""));
	}
	return ST_OK;
}
