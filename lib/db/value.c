/* value.c - one value on its way to the database or back. */
#include "db/value.h"

#include <string.h>

#include "base/status.h"

struct value value_int(int64_t number)
{
	return (struct value) { .kind = V_INT, .number = number };
}

struct value value_text(const char *s)
{
	return (struct value) { .kind = V_TEXT, .text = s, .n = strlen(s) };
}

struct value value_bytes(const void *bytes, size_t n)
{
	return (struct value) { .kind = V_BYTES, .text = bytes, .n = n };
}

struct value value_id(struct id id)
{
	return (struct value) { .kind = V_ID, .id = id };
}

struct value value_time(int64_t us)
{
	if (us == 0)
		return value_null();
	return (struct value) { .kind = V_TIME, .number = us };
}

struct value value_null(void)
{
	return (struct value) { .kind = V_NULL };
}

const struct args *args_keep(struct ctx *cx, const struct arg *list, size_t n)
{
	struct arg *copy = mem_array(cx, n, sizeof(*copy));
	struct args *args = mem_zero(cx, sizeof(*args));

	memcpy(copy, list, n * sizeof(*copy));
	*args = (struct args) { .list = copy, .n = n };
	return args;
}

const struct value *row_value(const struct row *row, const char *name)
{
	for (size_t i = 0; i < row->n; i++)
		if (strcmp(row->names[i], name) == 0)
			return &row->values[i];
	return NULL;
}

static const struct value *must_have(const struct row *row, const char *name)
{
	const struct value *v = row_value(row, name);

	if (!v)
		BUG("the row has no column %s", name);
	return v;
}

struct value *row_column(struct row *row, const char *name)
{
	return &row->values[must_have(row, name) - row->values];
}

const char *row_text(const struct row *row, const char *name)
{
	const struct value *v = must_have(row, name);

	return v->text ? v->text : "";
}

int64_t row_int(const struct row *row, const char *name)
{
	return must_have(row, name)->number;
}

struct id row_id(const struct row *row, const char *name)
{
	return must_have(row, name)->id;
}

int64_t row_time(const struct row *row, const char *name)
{
	return must_have(row, name)->number;
}
