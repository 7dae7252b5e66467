/* test_tokutei_change.c - 5 % of a registration, and the 30 days. */
#include "text/jdate.h"
#include "tokutei/change.h"

#include "test.h"

struct large {
	const char *name;
	int64_t was, now;
	bool large;
};

static const struct large larges[] = {
	{ "nobody stays nobody", 0, 0, false },
	{ "somebody where nobody was", 0, 1, true },
	{ "the only one leaves", 1, 0, true },
	{ "one stays one", 1, 1, false },
	{ "one more than one", 1, 2, true },
	{ "1 of 19", 19, 20, true },
	{ "1 of 20 is 5 %", 20, 21, true },
	{ "1 less of 20", 20, 19, true },
	{ "1 of 21 is less", 21, 22, false },
	{ "1 less of 21", 21, 20, false },
	{ "2 of 21", 21, 23, true },
	{ "4 of 100", 100, 104, false },
	{ "5 of 100", 100, 105, true },
	{ "5 less of 100", 100, 95, true },
	{ "just below 5 % of many", 1000000000, 1049999999, false },
	{ "5 % of many", 1000000000, 1050000000, true },
};

static void large(void **state)
{
	const struct large *c = *state;

	assert_int_equal(change_is_large(c->was, c->now), c->large);
}

struct until {
	const char *name;
	struct date secured, until;
};

static const struct until untils[] = {
	{ "over the end of a month", { 2026, 4, 15 }, { 2026, 5, 15 } },
	{ "over February", { 2026, 2, 1 }, { 2026, 3, 3 } },
	{ "over a leap day", { 2028, 2, 1 }, { 2028, 3, 2 } },
	{ "over the year", { 2026, 12, 31 }, { 2027, 1, 30 } },
};

static void until(void **state)
{
	const struct until *c = *state;

	assert_int_equal(change_secured_until(date_days(c->secured)),
			 date_days(c->until));
}

int main(void)
{
	return RUN_ALL(SUITE(larges, large), SUITE(untils, until));
}
