/* test_master_holiday.c - business days, with the holidays that are shipped. */
#include "master/holiday.h"
#include "master/tsv.h"

#include "test.h"

#define DAYS 2000

static int64_t day_of(const char *iso)
{
	struct date d;

	assert_true(date_parse_iso(iso, &d));
	return date_days(d);
}

/* What the database would have. */
static void read_national(struct ctx *cx, struct holidays *national)
{
	int64_t *days = mem_array(cx, DAYS, sizeof(*days));
	struct tsv *tsv;
	size_t n = 0;

	assert_int_equal(tsv_open(cx, "sql/data/holiday.tsv", &tsv), ST_OK);
	while (n < DAYS && tsv_next(cx, tsv))
		days[n++] = day_of(tsv_text(tsv, "day"));
	*national = (struct holidays) { days, n };
}

static void read_off(struct ctx *cx, struct holidays *off)
{
	struct holidays national;

	read_national(cx, &national);
	holidays_make(cx, day_of("2020-01-01"), day_of("2050-12-31"), &national,
		      off);
}

struct one {
	const char *name, *day;
	bool open;
};

static const struct one ones[] = {
	{ "a Friday", "2026-09-18", true },
	{ "a Saturday", "2026-09-19", false },
	{ "respect for the aged", "2026-09-21", false },
	{ "a day between two holidays", "2026-09-22", false },
	{ "autumn equinox", "2026-09-23", false },
	{ "the day after", "2026-09-24", true },
	{ "moved for the games of 2021", "2021-07-23", false },
	{ "the third Monday of July that year", "2021-07-19", true },
	{ "substitute for a Sunday", "2021-08-09", false },
	{ "28 December", "2026-12-28", true },
	{ "29 December", "2026-12-29", false },
	{ "31 December", "2026-12-31", false },
	{ "1 January", "2027-01-01", false },
	{ "3 January, a Monday", "2028-01-03", false },
	{ "4 January", "2028-01-04", true },
	{ "the last one of the table", "2050-11-23", false },
};

static void is_open(void **state)
{
	const struct one *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct holidays off;

	read_off(cx, &off);
	assert_int_equal(date_is_business(date_from_days(day_of(c->day)), &off),
			 c->open);
	ctx_end(cx);
}

struct sum {
	const char *name, *from;
	int n;
	const char *to;
};

static const struct sum sums[] = {
	{ "the next day", "2026-11-24", 1, "2026-11-25" },
	{ "over a weekend", "2026-11-20", 1, "2026-11-24" },
	{ "over five days off", "2026-09-18", 1, "2026-09-24" },
	{ "over the turn of the year", "2026-12-28", 1, "2027-01-04" },
	{ "ten days over it", "2026-12-25", 10, "2027-01-15" },
	{ "back over it", "2027-01-04", -1, "2026-12-28" },
	{ "from a day off", "2026-12-30", 1, "2027-01-04" },
};

static void adds_up(void **state)
{
	const struct sum *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct holidays off;
	struct date to;

	read_off(cx, &off);
	to = date_add_business(date_from_days(day_of(c->from)), c->n, &off);
	assert_string_equal(date_iso(cx, to), c->to);
	ctx_end(cx);
}

static void knows_an_empty_table(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct holidays off;

	(void)state;
	holidays_make(cx, day_of("2026-12-28"), day_of("2027-01-04"),
		      &(struct holidays) { NULL, 0 }, &off);
	assert_int_equal(off.n, 6);
	assert_int_equal(off.days[0], day_of("2026-12-29"));
	assert_int_equal(off.days[5], day_of("2027-01-03"));
	holidays_make(cx, day_of("2026-12-31"), day_of("2026-12-30"),
		      &(struct holidays) { NULL, 0 }, &off);
	assert_int_equal(off.n, 0);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(ones, is_open), SUITE(sums, adds_up),
		       TEST(knows_an_empty_table));
}
