/* parameter.c - deadlines and limits that hold from a day on. */
#include "master/parameter.h"

#include "db/db.h"
#include "sql/master/parameter.h"

enum status parameter_get(struct ctx *cx, const char *name, int64_t *value)
{
	const struct rows *rows;

	TRY(db_cached(cx, &sql_parameter_load,
		      ARGS({ "name", value_text(name) }), &rows));
	if (rows->n == 0)
		return fail(ST_IO, "parameter_get: %s has no value", name);
	*value = row_int(rows->list[0], "value");
	return ST_OK;
}
