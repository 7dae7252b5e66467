/* test_review_registration.c - registration numbers, and how long they hold. */
#include "review/registration.h"

#include "test.h"

struct number {
	const char *name, *format;
	int year;
	int64_t number;
	const char *is; /* NULL: refused */
};

static const struct number numbers[] = {
	{ "the usual one", REGISTRATION_FORMAT, 2026, 1, "R-2026-000001" },
	{ "many", REGISTRATION_FORMAT, 2026, 999999, "R-2026-999999" },
	{ "more than that", REGISTRATION_FORMAT, 2026, 1000000,
	  "R-2026-1000000" },
	{ "no year", "T-NNN", 2026, 7, "T-007" },
	{ "no number", "R-YYYY", 2026, 7, NULL },
	{ "nothing", "", 2026, 7, NULL },
	{ "too long", "REGISTERED-YYYY-NNNNNN", 2026, 7, NULL },
	{ "no format of another language", "%s%n-N", 2026, 7, "%s%n-7" },
};

static void test_number(void **state)
{
	const struct number *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *is = registration_number(cx, c->format, c->year, c->number);

	if (c->is)
		assert_string_equal(is, c->is);
	else
		assert_null(is);
	ctx_end(cx);
}

struct until {
	const char *name;
	struct date day;
	int64_t years;
	const char *is;
};

static const struct until untils[] = {
	{ "five years but a day", { 2026, 11, 22 }, 5, "2031-11-21" },
	{ "first of a month", { 2026, 3, 1 }, 5, "2031-02-28" },
	{ "before a leap day", { 2027, 3, 1 }, 5, "2032-02-29" },
	{ "a leap day", { 2028, 2, 29 }, 5, "2033-02-28" },
	{ "a leap day to another", { 2028, 2, 29 }, 4, "2032-02-28" },
	{ "New Year", { 2027, 1, 1 }, 5, "2031-12-31" },
};

static void test_until(void **state)
{
	const struct until *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(date_iso(cx, registration_until(c->day, c->years)),
			    c->is);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(numbers, test_number), SUITE(untils, test_until));
}
