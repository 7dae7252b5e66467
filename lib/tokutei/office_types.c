/* office_types.c - what an office does, as one column of its row. */
#include <string.h>

#include "base/buf.h"
#include "master/type_name.h"
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

enum status office_type_names(struct ctx *cx, struct rows *rows)
{
	return type_names_in(cx, rows);
}
