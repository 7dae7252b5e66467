/* test_missing.c - 未確保の事業所: days of reminders, places of a list. */
#include "missing/place.h"
#include "missing/remind.h"

#include <string.h>

#include "test.h"

struct reminder {
	const char *name, *since;
	int64_t step;
	const char *day;
};

static const struct reminder reminders[] = {
	{ "at once", "2026-11-21", 0, "2026-11-21" },
	{ "30 days", "2026-11-21", 1, "2026-12-21" },
	{ "over the end of the year", "2026-12-10", 1, "2027-01-09" },
	{ "30 days over 29 February", "2028-02-10", 1, "2028-03-11" },
	{ "30 days in another year", "2027-02-10", 1, "2027-03-12" },
	{ "90 days", "2026-11-21", 2, "2027-02-19" },
	{ "half a year", "2026-11-21", 3, "2027-05-21" },
	{ "a year", "2026-11-21", 4, "2027-11-21" },
	{ "five years", "2026-11-21", 12, "2031-11-21" },
	{ "the last of a month", "2026-08-31", 3, "2027-02-28" },
	{ "into a leap year", "2027-08-31", 3, "2028-02-29" },
	{ "and back to the 31st", "2026-08-31", 4, "2027-08-31" },
	{ "from 29 February", "2028-02-29", 4, "2029-02-28" },
	{ "from 31 December", "2026-12-31", 3, "2027-06-30" },
};

static void remind_day(void **state)
{
	const struct reminder *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct date since;

	assert_true(date_parse_iso(c->since, &since));
	assert_string_equal(date_iso(cx, missing_remind_day(since, c->step)),
			    c->day);
	ctx_end(cx);
}

struct place {
	const char *name;
	enum missing_order order;
	const char *text;
	bool good;
	int64_t id;
};

static const struct place places[] = {
	{ "a time", MISSING_SINCE, "1667617200000000-77", true, 77 },
	{ "offices", MISSING_OFFICES, "50000-1", true, 1 },
	{ "a name", MISSING_NAME, "0-9", true, 9 },
	{ "nothing", MISSING_SINCE, "", false, 0 },
	{ "no registration", MISSING_SINCE, "1667617200000000-", false, 0 },
	{ "no value", MISSING_NUMBER, "-5", false, 0 },
	{ "two signs", MISSING_NAME, "0-5-5", false, 0 },
	{ "a word", MISSING_NAME, "0-x", false, 0 },
	{ "too long", MISSING_OFFICES, "1234567890-1", false, 0 },
	{ "too long a registration", MISSING_NAME, "0-1234567890123456789",
	  false, 0 },
};

static void place(void **state)
{
	const struct place *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct missing_place at = missing_place_first(c->order);

	assert_int_equal(missing_place_read(cx, c->order, c->text, &at),
			 c->good);
	if (c->good)
		assert_int_equal(at.id, c->id);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(reminders, remind_day), SUITE(places, place));
}
