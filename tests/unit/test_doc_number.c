/* test_doc_number.c - number formats, and what they make of numbers. */
#include "doc/xlsx.h"

#include "test.h"

struct code {
	const char *name; /* the format code */
	int look;
};

static const struct code codes[] = {
	{ "", LOOK_PLAIN },
	{ "General", LOOK_PLAIN },
	{ "0", LOOK_PLAIN },
	{ "#,##0", LOOK_PLAIN },
	{ "#,##0_);[Red]\\(#,##0\\)", LOOK_PLAIN },
	{ "0.00E+00", LOOK_PLAIN },
	{ "0%", LOOK_PLAIN },
	{ "@", LOOK_PLAIN },
	{ "\"day\"0", LOOK_PLAIN },
	{ "[Magenta]#", LOOK_PLAIN },
	{ "[$¥-411]#,##0", LOOK_PLAIN },
	{ "00", LOOK_ZEROS + 2 },
	{ "0000000", LOOK_ZEROS + 7 },
	{ "[<=999]000;[<=9999]000-00;000-0000", LOOK_ZEROS + 7 },
	{ "\"〒\"000\\-0000", LOOK_ZEROS + 7 },
	{ "00000000000000000000", LOOK_ZEROS + 20 },
	{ "000000000000000000000", LOOK_PLAIN },
	{ "yyyy/m/d", LOOK_DATE },
	{ "m\"月\"d\"日\"", LOOK_DATE },
	{ "[$-411]ge.m.d", LOOK_DATE },
	{ "mmm", LOOK_DATE },
	{ "aaaa", LOOK_DATE },
	{ "yyyy/m/d h:mm;@", LOOK_DATE },
	{ "h:mm", LOOK_TIME },
	{ "h:mm AM/PM", LOOK_TIME },
	{ "[h]:mm:ss", LOOK_TIME },
	{ "[mm]:ss", LOOK_TIME },
	{ "\"open", LOOK_PLAIN },
	{ "[open", LOOK_PLAIN },
	{ "\\", LOOK_PLAIN },
};

static void look(void **state)
{
	const struct code *c = *state;

	assert_int_equal(look_of_code(c->name), c->look);
}

struct shown {
	const char *name; /* as stored */
	int look;
	const char *text; /* NULL: no number */
	enum cell_kind kind;
};

static const struct shown numbers[] = {
	{ "1008916", LOOK_PLAIN, "1008916", CELL_NUMBER },
	{ "1.008916E6", LOOK_PLAIN, "1008916", CELL_NUMBER },
	{ "-12.50", LOOK_PLAIN, "-12.5", CELL_NUMBER },
	{ "999999999999999", LOOK_PLAIN, "999999999999999", CELL_NUMBER },
	{ "1E15", LOOK_PLAIN, "1e+15", CELL_NUMBER },
	{ "007", LOOK_PLAIN, "7", CELL_NUMBER },
	{ "-0.0", LOOK_PLAIN, "0", CELL_NUMBER },
	{ " 1 ", LOOK_PLAIN, "1", CELL_NUMBER },
	{ "", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ " ", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "1 2", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "0x10", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "-inf", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "1e400", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "1e", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "--1", LOOK_PLAIN, NULL, CELL_NUMBER },
	{ "12", LOOK_ZEROS + 7, "0000012", CELL_NUMBER },
	{ "-12", LOOK_ZEROS + 3, "-012", CELL_NUMBER },
	{ "12345678", LOOK_ZEROS + 7, "12345678", CELL_NUMBER },
	{ "0", LOOK_DATE, "1899-12-31", CELL_DATE },
	{ "36526", LOOK_DATE, "2000-01-01", CELL_DATE },
	{ "36584", LOOK_DATE, "2000-02-28", CELL_DATE },
	{ "36585", LOOK_DATE, "2000-02-29", CELL_DATE },
	{ "73109", LOOK_DATE, "2100-02-28", CELL_DATE },
	{ "73110", LOOK_DATE, "2100-03-01", CELL_DATE },
	{ "44607.75", LOOK_TIME, "2022-02-15 18:00:00", CELL_DATE },
	{ "0", LOOK_TIME, "00:00:00", CELL_DATE },
	{ "0.9999999", LOOK_TIME, "1900-01-01", CELL_DATE },
	{ "2958466", LOOK_DATE, "2958466", CELL_NUMBER },
	{ "1e300", LOOK_DATE, "1e+300", CELL_NUMBER },
};

static void number(void **state)
{
	const struct shown *n = *state;
	struct ctx *cx = ctx_new(NULL);
	enum cell_kind kind = CELL_TEXT;
	struct buf b;

	buf_init(&b, cx);
	assert_int_equal(
		number_show(&b, n->name, (enum look)n->look, false, &kind),
		n->text != NULL);
	if (n->text) {
		assert_string_equal(b.text, n->text);
		assert_int_equal(kind, n->kind);
	}
	ctx_end(cx);
}

/* Each day up to 2100 follows the day before it. */
static void days_follow(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30,
				       31, 31, 30, 31, 30, 31 };
	struct ctx *cx = ctx_new(NULL);
	int year = 1900, month = 3, day = 1;
	struct buf got, stored, want;

	(void)state;
	buf_init(&got, cx);
	buf_init(&stored, cx);
	buf_init(&want, cx);
	for (int i = 61; i < 73200; i++) {
		bool leap = year % 4 == 0 &&
			    (year % 100 != 0 || year % 400 == 0);
		enum cell_kind kind;

		buf_clear(&got);
		buf_clear(&stored);
		buf_clear(&want);
		buf_printf(&stored, "%d", i);
		buf_printf(&want, "%d-%02d-%02d", year, month, day);
		assert_true(number_show(&got, stored.text, LOOK_DATE, false,
					&kind));
		assert_string_equal(got.text, want.text);
		if (++day > lengths[month - 1] + (month == 2 && leap)) {
			day = 1;
			year += month / 12;
			month = month % 12 + 1;
		}
	}
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(codes, look), SUITE(numbers, number),
		       TEST(days_follow));
}
