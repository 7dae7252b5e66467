/* office_types.c - what an office does, as one column of its row. */
#include <string.h>

#include "base/buf.h"
#include "sql/master/business_type.h"
#include "tokutei/office.h"

static bool came_before(const struct office *o, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(o->business[k].type, o->business[i].type) == 0)
			return true;
	return false;
}

const char *office_types(struct ctx *cx, const struct office *o)
{
	struct buf list;

	buf_init(&list, cx);
	for (size_t i = 0; i < o->nbusiness; i++)
		if (!came_before(o, i))
			buf_printf(&list, "%s%s", list.n ? "," : "",
				   o->business[i].type);
	return list.text;
}

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

enum status office_type_names(struct ctx *cx, struct rows *rows)
{
	const struct names *types;

	TRY(db_names(cx, &sql_type_names, NO_ARGS, &types));
	for (size_t i = 0; i < rows->n; i++) {
		struct value *v = row_column(rows->list[i], "types");

		*v = value_text(names_of(cx, types, v->text));
	}
	return ST_OK;
}
