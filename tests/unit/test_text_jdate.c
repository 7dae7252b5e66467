/* test_text_jdate.c - calendar, Japan time, eras, typed years. */
#include "base/clock.h"
#include "text/jera.h"

#include "test.h"

struct day {
	const char *name;
	struct date d;
	int64_t days;
	int weekday;
	const char *era;
};

static const struct day days[] = {
	{ "1970-01-01", { 1970, 1, 1 }, 0, 4, "昭和45年1月1日" },
	{ "1969-12-31", { 1969, 12, 31 }, -1, 3, "昭和44年12月31日" },
	{ "2000-02-29", { 2000, 2, 29 }, 11016, 2, "平成12年2月29日" },
	{ "2000-03-01", { 2000, 3, 1 }, 11017, 3, "平成12年3月1日" },
	{ "2022-02-15", { 2022, 2, 15 }, 19038, 2, "令和4年2月15日" },
	{ "2024-12-31", { 2024, 12, 31 }, 20088, 2, "令和6年12月31日" },
	{ "1900-03-01", { 1900, 3, 1 }, -25508, 4, "明治33年3月1日" },
	{ "1868-01-24", { 1868, 1, 24 }, -37232, 5, "1868年1月24日" },
	{ "1868-01-25", { 1868, 1, 25 }, -37231, 6, "明治元年1月25日" },
	{ "1912-07-29", { 1912, 7, 29 }, -20975, 1, "明治45年7月29日" },
	{ "1912-07-30", { 1912, 7, 30 }, -20974, 2, "大正元年7月30日" },
	{ "1926-12-24", { 1926, 12, 24 }, -15714, 5, "大正15年12月24日" },
	{ "1926-12-25", { 1926, 12, 25 }, -15713, 6, "昭和元年12月25日" },
	{ "1989-01-07", { 1989, 1, 7 }, 6946, 6, "昭和64年1月7日" },
	{ "1989-01-08", { 1989, 1, 8 }, 6947, 0, "平成元年1月8日" },
	{ "2019-04-30", { 2019, 4, 30 }, 18016, 2, "平成31年4月30日" },
	{ "2019-05-01", { 2019, 5, 1 }, 18017, 3, "令和元年5月1日" },
	{ "0001-01-01", { 1, 1, 1 }, -719162, 1, "1年1月1日" },
	{ "9999-12-31", { 9999, 12, 31 }, 2932896, 5, "令和7981年12月31日" },
};

static void day(void **state)
{
	const struct day *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct date d;

	assert_int_equal(date_days(c->d), c->days);
	d = date_from_days(c->days);
	assert_int_equal(date_compare(d, c->d), 0);
	assert_int_equal(date_weekday(c->d), c->weekday);
	assert_string_equal(date_text_era(cx, c->d), c->era);
	assert_string_equal(date_iso(cx, c->d), c->name);
	assert_true(date_parse_iso(c->name, &d));
	assert_int_equal(date_compare(d, c->d), 0);
	ctx_end(cx);
}

/* Every day of the calendar is the one after the day before. */
static void every_day(void **state)
{
	struct date before = { 1, 1, 1 }, d;
	int64_t n = date_days(before);

	(void)state;
	for (n++; before.year < 9999 || before.month < 12 || before.day < 31;
	     n++) {
		d = date_from_days(n);
		assert_true(date_real(d));
		assert_int_equal(date_days(d), n);
		assert_int_equal(date_compare(before, d), -1);
		before = d;
	}
	d = date_from_days(INT64_MAX);
	assert_int_equal(d.year, YEAR_MAX);
	d = date_from_days(INT64_MIN);
	assert_int_equal(d.year, YEAR_MIN);
}

struct real {
	const char *name;
	struct date d;
	bool real;
};

static const struct real reals[] = {
	{ "leap day", { 2024, 2, 29 }, true },
	{ "leap day of 400", { 2000, 2, 29 }, true },
	{ "no leap day of 100", { 1900, 2, 29 }, false },
	{ "no leap day", { 2022, 2, 29 }, false },
	{ "30 February", { 2022, 2, 30 }, false },
	{ "31 April", { 2022, 4, 31 }, false },
	{ "day 0", { 2022, 4, 0 }, false },
	{ "month 0", { 2022, 0, 1 }, false },
	{ "month 13", { 2022, 13, 1 }, false },
	{ "year 0", { 0, 1, 1 }, false },
	{ "year 10000", { 10000, 1, 1 }, false },
	{ "minus", { 2022, -1, 1 }, false },
};

static void real(void **state)
{
	const struct real *c = *state;

	assert_int_equal(date_real(c->d), c->real);
}

struct shift {
	const char *name;
	struct date d;
	int64_t months, days;
	struct date want;
};

static const struct shift shifts[] = {
	{ "a month", { 2022, 1, 31 }, 1, 0, { 2022, 2, 28 } },
	{ "a month, leap year", { 2024, 1, 31 }, 1, 0, { 2024, 2, 29 } },
	{ "a month back", { 2022, 3, 31 }, -1, 0, { 2022, 2, 28 } },
	{ "over the year", { 2022, 11, 15 }, 3, 0, { 2023, 2, 15 } },
	{ "back over the year", { 2022, 1, 15 }, -1, 0, { 2021, 12, 15 } },
	{ "a year from the leap day", { 2024, 2, 29 }, 12, 0, { 2025, 2, 28 } },
	{ "days over the year", { 2022, 12, 31 }, 0, 1, { 2023, 1, 1 } },
	{ "days back", { 2024, 3, 1 }, 0, -1, { 2024, 2, 29 } },
	{ "past the end", { 2022, 5, 5 }, INT64_MAX, 0, { 9999, 12, 31 } },
	{ "past the beginning", { 2022, 5, 5 }, INT64_MIN, 0, { 1, 1, 1 } },
	{ "days past the end", { 2022, 5, 5 }, 0, INT64_MAX, { 9999, 12, 31 } },
	{ "days past the beginning",
	  { 1960, 1, 1 },
	  0,
	  INT64_MIN,
	  { 1, 1, 1 } },
};

static void shift(void **state)
{
	const struct shift *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct date d = date_add_days(date_add_months(c->d, c->months),
				      c->days);

	assert_string_equal(date_iso(cx, d), date_iso(cx, c->want));
	ctx_end(cx);
}

struct business {
	const char *name;
	struct date d;
	int n;
	struct date want;
};

/* 3, 4 and 5 May 2022 (Tuesday to Thursday); 29 April was a Friday. */
static const struct business businesses[] = {
	{ "the next", { 2022, 2, 15 }, 1, { 2022, 2, 16 } },
	{ "over the weekend", { 2022, 2, 18 }, 1, { 2022, 2, 21 } },
	{ "five are a week", { 2022, 2, 15 }, 5, { 2022, 2, 22 } },
	{ "over holidays", { 2022, 4, 28 }, 1, { 2022, 5, 2 } },
	{ "over more of them", { 2022, 5, 2 }, 1, { 2022, 5, 6 } },
	{ "two over more of them", { 2022, 5, 2 }, 2, { 2022, 5, 9 } },
	{ "from a holiday", { 2022, 5, 4 }, 1, { 2022, 5, 6 } },
	{ "none, from a holiday", { 2022, 5, 4 }, 0, { 2022, 5, 6 } },
	{ "none, from a Saturday", { 2022, 2, 19 }, 0, { 2022, 2, 21 } },
	{ "none, from a business day", { 2022, 2, 21 }, 0, { 2022, 2, 21 } },
	{ "back over holidays", { 2022, 5, 6 }, -1, { 2022, 5, 2 } },
	{ "back over all of them", { 2022, 5, 6 }, -2, { 2022, 4, 28 } },
	{ "the end of the calendar", { 9999, 12, 31 }, 3, { 9999, 12, 31 } },
};

static void business(void **state)
{
	const struct business *c = *state;
	const int64_t off[] = { date_days((struct date) { 2022, 4, 29 }),
				date_days((struct date) { 2022, 5, 3 }),
				date_days((struct date) { 2022, 5, 4 }),
				date_days((struct date) { 2022, 5, 5 }) };
	const struct holidays list = { off, COUNT(off) };
	struct ctx *cx = ctx_new(NULL);
	struct date d = date_add_business(c->d, c->n, &list);

	assert_string_equal(date_iso(cx, d), date_iso(cx, c->want));
	ctx_end(cx);
}

struct moment {
	const char *name;
	int64_t us;
	const char *text, *clock, *iso;
};

#define AT(days, hours, minutes) ((days)*DAY + (hours)*HOUR + (minutes)*MINUTE)

static const struct moment moments[] = {
	{ "full hour", AT(19038, 6, 0), "2022年2月15日（火）15時", "15時",
	  "2022-02-15T15:00:00+09:00" },
	{ "minutes", AT(19038, 6, 42), "2022年2月15日（火）15時42分",
	  "15時42分", "2022-02-15T15:42:00+09:00" },
	{ "small minutes", AT(19038, 6, 5), "2022年2月15日（火）15時5分",
	  "15時5分", "2022-02-15T15:05:00+09:00" },
	{ "midnight in Japan", AT(19037, 15, 0), "2022年2月15日（火）0時",
	  "0時", "2022-02-15T00:00:00+09:00" },
	{ "a moment before", AT(19037, 15, 0) - 1,
	  "2022年2月14日（月）23時59分", "23時59分",
	  "2022-02-14T23:59:59+09:00" },
	{ "New Year's Eve in UTC", AT(18991, 20, 30),
	  "2021年12月31日（金）5時30分", "5時30分",
	  "2021-12-31T05:30:00+09:00" },
	{ "zero", 0, "1970年1月1日（木）9時", "9時",
	  "1970-01-01T09:00:00+09:00" },
	{ "before zero", -1, "1970年1月1日（木）8時59分", "8時59分",
	  "1970-01-01T08:59:59+09:00" },
};

static void moment(void **state)
{
	const struct moment *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct jtime t = jtime_from_us(c->us);
	int64_t second = c->us - ((c->us % SECOND) + SECOND) % SECOND;

	assert_string_equal(jtime_text(cx, c->us), c->text);
	assert_string_equal(jtime_clock(cx, c->us), c->clock);
	assert_string_equal(jtime_iso(cx, c->us), c->iso);
	assert_int_equal(jtime_us(t), second);
	ctx_end(cx);
}

static void texts(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct date d = { 2022, 2, 5 };

	(void)state;
	assert_string_equal(date_text(cx, d), "2022年2月5日");
	assert_string_equal(date_text_weekday(cx, d), "2022年2月5日（土）");
	ctx_end(cx);
}

static void iso_refused(void **state)
{
	static const char *const bad[] = {
		"",	      "2022-2-15",   "2022-02-30", "2022-02-15 ",
		"2022/02/15", "20220215",    "2022-02-1a", "2022-13-01",
		"-022-02-15", "2022-0２-15", "0000-01-01", "2022-02-15T00",
	};
	struct date d;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(date_parse_iso(bad[i], &d));
}

struct typed {
	const char *name, *s;
	enum year result;
	int year;
	const char *era;
	int of_era;
};

static const struct typed typeds[] = {
	{ "Gregorian", "1985", YEAR_OK, 1985, NULL, 0 },
	{ "Gregorian, full width", "１９８５年", YEAR_OK, 1985, NULL, 0 },
	{ "Gregorian, spaces", " 1985 年　", YEAR_OK, 1985, NULL, 0 },
	{ "era", "昭和60", YEAR_OK, 1985, "昭和", 60 },
	{ "era, with 年", "昭和６０年", YEAR_OK, 1985, "昭和", 60 },
	{ "era, spaces", "昭和 60 年", YEAR_OK, 1985, "昭和", 60 },
	{ "letter", "S60", YEAR_OK, 1985, "昭和", 60 },
	{ "small letter", "s60", YEAR_OK, 1985, "昭和", 60 },
	{ "letter, full width", "Ｓ６０", YEAR_OK, 1985, "昭和", 60 },
	{ "one character", "昭60", YEAR_OK, 1985, "昭和", 60 },
	{ "sign", "㍼60", YEAR_OK, 1985, "昭和", 60 },
	{ "first year", "令和元", YEAR_OK, 2019, "令和", 1 },
	{ "first year, with 年", "令和元年", YEAR_OK, 2019, "令和", 1 },
	{ "first year, short", "R元", YEAR_OK, 2019, "令和", 1 },
	{ "first year, number", "R1", YEAR_OK, 2019, "令和", 1 },
	{ "reiwa, sign", "㋿4", YEAR_OK, 2022, "令和", 4 },
	{ "heisei", "H1", YEAR_OK, 1989, "平成", 1 },
	{ "heisei, last", "平成31", YEAR_OK, 2019, "平成", 31 },
	{ "heisei, past", "平成32", YEAR_PAST_ERA, 2020, "平成", 32 },
	{ "taisho, last", "T15", YEAR_OK, 1926, "大正", 15 },
	{ "taisho, past", "大16", YEAR_PAST_ERA, 1927, "大正", 16 },
	{ "meiji, last", "明治45年", YEAR_OK, 1912, "明治", 45 },
	{ "meiji, past", "M46", YEAR_PAST_ERA, 1913, "明治", 46 },
	{ "showa, last", "S64", YEAR_OK, 1989, "昭和", 64 },
	{ "showa, past", "昭和65", YEAR_PAST_ERA, 1990, "昭和", 65 },
	{ "empty", "", YEAR_EMPTY, 0, NULL, 0 },
	{ "spaces", "　 ", YEAR_EMPTY, 0, NULL, 0 },
	{ "two digits", "60", YEAR_NONE, 0, NULL, 0 },
	{ "three digits", "198", YEAR_NONE, 0, NULL, 0 },
	{ "five digits", "19855", YEAR_NONE, 0, NULL, 0 },
	{ "four digits, too small", "0985", YEAR_NONE, 0, NULL, 0 },
	{ "era without a year", "昭和", YEAR_NONE, 0, NULL, 0 },
	{ "year 0", "昭和0", YEAR_NONE, 0, NULL, 0 },
	{ "minus", "昭和-1", YEAR_NONE, 0, NULL, 0 },
	{ "another era", "慶応3", YEAR_NONE, 0, NULL, 0 },
	{ "another letter", "K60", YEAR_NONE, 0, NULL, 0 },
	{ "text behind", "昭和60年頃", YEAR_NONE, 0, NULL, 0 },
	{ "a whole date", "1985-04-12", YEAR_NONE, 0, NULL, 0 },
	{ "very long",
	  "昭和"
	  "0000000000000000000000000000000000000000000000000000"
	  "00000000000000000060",
	  YEAR_NONE, 0, NULL, 0 },
};

static void typed(void **state)
{
	const struct typed *c = *state;
	struct jyear y;

	assert_int_equal(year_parse(c->s, &y), c->result);
	assert_int_equal(y.year, c->year);
	assert_int_equal(y.of_era, c->of_era);
	assert_int_equal(!y.era, !c->era);
	if (y.era)
		assert_string_equal(y.era->name, c->era);
}

/* 「昭和は64年までです。平成2年（1990年）ですか」 */
static void past_era(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct jyear y;

	(void)state;
	assert_int_equal(year_parse("昭和65", &y), YEAR_PAST_ERA);
	assert_int_equal(era_years(y.era), 64);
	assert_string_equal(year_text_era(cx, y.year), "平成2年");
	assert_string_equal(year_text_era(cx, 2019), "令和元年");
	assert_string_equal(year_text_era(cx, 1867), "1867年");
	assert_int_equal(year_parse("R4", &y), YEAR_OK);
	assert_int_equal(era_years(y.era), 0);
	ctx_end(cx);
}

static void within_era(void **state)
{
	struct jyear y;

	(void)state;
	assert_int_equal(year_parse("昭和64", &y), YEAR_OK);
	assert_true(year_fits(&y, (struct date) { 1989, 1, 7 }));
	assert_false(year_fits(&y, (struct date) { 1989, 1, 8 }));
	assert_int_equal(year_parse("平成元", &y), YEAR_OK);
	assert_false(year_fits(&y, (struct date) { 1989, 1, 7 }));
	assert_true(year_fits(&y, (struct date) { 1989, 1, 8 }));
	assert_int_equal(year_parse("1989", &y), YEAR_OK);
	assert_true(year_fits(&y, (struct date) { 1989, 1, 7 }));
}

int main(void)
{
	return RUN_ALL(SUITE(days, day), TEST(every_day), SUITE(reals, real),
		       SUITE(shifts, shift), SUITE(businesses, business),
		       SUITE(moments, moment), TEST(texts), TEST(iso_refused),
		       SUITE(typeds, typed), TEST(past_era), TEST(within_era));
}
