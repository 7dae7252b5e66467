/* kind_number.c - whole numbers, and boxes to tick. */
#include <string.h>

#include "form/kind.h"
#include "text/digits.h"

static int64_t get(const void *v)
{
	int64_t number;

	memcpy(&number, v, sizeof(number));
	return number;
}

static void put(void *to, int64_t number)
{
	memcpy(to, &number, sizeof(number));
}

void number_clear(void *to)
{
	put(to, NO_NUMBER);
}

bool number_missing(const void *v)
{
	return get(v) == NO_NUMBER;
}

const char *show_number(struct ctx *cx, const struct field *f, const void *v)
{
	(void)f;
	if (number_missing(v))
		return "";
	return mem_printf(cx, "%lld", (long long)get(v));
}

struct value number_bind(const void *v)
{
	return number_missing(v) ? value_null() : value_int(get(v));
}

void number_fetch(struct ctx *cx, const struct value *from, void *to)
{
	(void)cx;
	put(to, from->kind == V_NULL ? NO_NUMBER : from->number);
}

bool number_equal(const void *a, const void *b)
{
	return get(a) == get(b);
}

static bool clean_number(struct ctx *cx, const struct field *f, const char *raw,
			 void *to, struct report *wrong)
{
	int64_t max = f->max ? f->max : INT64_C(9999999999);
	int64_t number;

	(void)cx;
	switch (text_number(raw, f->min, max, &number)) {
	case NUMBER_OK:
		put(to, number);
		return true;
	case NUMBER_NOT_WHOLE:
		return report(wrong, "number.whole");
	case NUMBER_RANGE:
		report_arg(wrong, "min", "%lld", (long long)f->min);
		report_arg(wrong, "max", "%lld", (long long)max);
		return report(wrong, "number.range");
	case NUMBER_EMPTY:
	case NUMBER_NONE:
		break;
	}
	return report(wrong, "number");
}

/* A box that was not ticked is not sent at all. In a sheet ○ or 1 stands. */
static bool clean_check(struct ctx *cx, const struct field *f, const char *raw,
			void *to, struct report *wrong)
{
	(void)cx, (void)f, (void)wrong;
	put(to, strcmp(raw, "0") != 0);
	return true;
}

static void clear_check(void *to)
{
	put(to, 0);
}

static bool missing_check(const void *v)
{
	return get(v) != 1;
}

static const char *show_check(struct ctx *cx, const struct field *f,
			      const void *v)
{
	(void)cx, (void)f;
	return get(v) == 1 ? "1" : "";
}

static struct value bind_check(const void *v)
{
	return value_int(get(v) == 1);
}

static void fetch_check(struct ctx *cx, const struct value *from, void *to)
{
	(void)cx;
	put(to, from->number == 1);
}

const struct kind kind_number = {
	.name = "number",
	.inputmode = "numeric",
	.width = "num",
	.clean = clean_number,
	NUMBER_MEMBER,
};

const struct kind kind_check = {
	.name = "check",
	.size = sizeof(int64_t),
	.clean = clean_check,
	.clear = clear_check,
	.missing = missing_check,
	.show = show_check,
	.bind = bind_check,
	.fetch = fetch_check,
	.equal = number_equal,
};
