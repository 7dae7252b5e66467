/* test_tokutei_fulltime.c - head counts as full-time equivalents: the sum, its
 * text, and what is asked when a number differs. */
#include <string.h>

#include "test.h"
#include "tokutei/fulltime.h"
#include "tokutei/office.h"

#define MOST 12

struct sum_case {
	const char *name;
	int64_t hours, minutes, fulltimers;
	struct pattern pattern[MOST];
	size_t npattern;
	int64_t count; /* -1: ST_INVALID */
	const char *fraction, *decimal;
	bool cut;
};

/* The first three are the examples of seed 002. */
static const struct sum_case sums[] = {
	{ "two patterns, rounded once",
	  40,
	  0,
	  0,
	  { { 5, 9, 0 }, { 10, 10, 0 } },
	  2,
	  4,
	  "29/8",
	  "3.625",
	  false },
	{ "three mornings of four hours",
	  40,
	  0,
	  0,
	  { { 1, 12, 0 } },
	  1,
	  1,
	  "3/10",
	  "0.3",
	  false },
	{ "two days of five",
	  40,
	  NO_NUMBER,
	  NO_NUMBER,
	  { { 1, 16, NO_NUMBER } },
	  1,
	  1,
	  "2/5",
	  "0.4",
	  false },
	{ "nothing to round",
	  40,
	  0,
	  2,
	  { { 4, 20, 0 } },
	  1,
	  4,
	  "4",
	  "4",
	  false },
	{ "full-timers alone",
	  38,
	  45,
	  7,
	  { { 0, 0, 0 } },
	  0,
	  7,
	  "7",
	  "7",
	  false },
	{ "ten tenths are one",
	  40,
	  0,
	  0,
	  { { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 },
	    { 1, 4, 0 } },
	  10,
	  1,
	  "1",
	  "1",
	  false },
	{ "thirds are three thirds",
	  39,
	  0,
	  0,
	  { { 1, 13, 0 }, { 1, 13, 0 }, { 1, 13, 0 } },
	  3,
	  1,
	  "1",
	  "1",
	  false },
	{ "a third is cut to be read",
	  39,
	  0,
	  0,
	  { { 1, 13, 0 } },
	  1,
	  1,
	  "1/3",
	  "0.3333",
	  true },
	{ "a minute too much",
	  40,
	  0,
	  1,
	  { { 1, 0, 1 } },
	  1,
	  2,
	  "2401/2400",
	  "1.0004",
	  true },
	{ "minutes of the week",
	  38,
	  45,
	  0,
	  { { 3, 7, 45 } },
	  1,
	  1,
	  "3/5",
	  "0.6",
	  false },
	{ "no scheduled time",
	  NO_NUMBER,
	  NO_NUMBER,
	  1,
	  { { 1, 1, 0 } },
	  1,
	  -1,
	  NULL,
	  NULL,
	  false },
	{ "no time at all",
	  0,
	  0,
	  1,
	  { { 1, 1, 0 } },
	  1,
	  -1,
	  NULL,
	  NULL,
	  false },
	{ "beyond reason",
	  40,
	  0,
	  INT64_MAX,
	  { { INT64_MAX, 39, 59 } },
	  1,
	  -1,
	  NULL,
	  NULL,
	  false },
};

static void test_sum(void **state)
{
	const struct sum_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct pattern list[MOST];
	const struct fulltime f = { .hours = c->hours,
				    .minutes = c->minutes,
				    .fulltimers = c->fulltimers,
				    .pattern = list,
				    .npattern = c->npattern };
	struct fulltime_sum sum;

	memcpy(list, c->pattern, sizeof(list));
	if (c->count < 0) {
		assert_int_equal(fulltime_count(cx, &f, &sum), ST_INVALID);
	} else {
		assert_int_equal(fulltime_count(cx, &f, &sum), ST_OK);
		assert_int_equal(sum.count, c->count);
		assert_string_equal(sum.fraction, c->fraction);
		assert_string_equal(sum.decimal, c->decimal);
		assert_int_equal(sum.cut, c->cut);
	}
	ctx_end(cx);
}

struct text_case {
	const char *name, *text;
	bool good;
};

static const struct text_case texts[] = {
	{ "full-timers alone", "40:00;3", true },
	{ "patterns", "38:45;0;5x9:00;10x10:30", true },
	{ "nothing", "", false },
	{ "no full-timers", "40:00", false },
	{ "a sign at the end", "40:00;3;", false },
	{ "a pattern cut short", "40:00;3;5x9", false },
	{ "a pattern and a sign", "40:00;3;5x9:00;", false },
	{ "a letter", "40:00;3;5y9:00", false },
	{ "below zero", "40:00;-3", false },
	{ "blanks", "40:00; 3", false },
	{ "eight digits", "40:00;12345678", false },
	{ "21 patterns",
	  "40:00;0;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;"
	  "1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;1x1:00;"
	  "1x1:00;1x1:00;1x1:00;1x1:00",
	  false },
};

static void test_text(void **state)
{
	const struct text_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct fulltime f = { .hours = 7, .row = 3, .side = "own" };

	assert_int_equal(fulltime_parse(cx, c->text, &f), c->good);
	if (c->good)
		assert_string_equal(fulltime_text(cx, &f), c->text);
	else
		assert_int_equal(f.hours, 7);
	assert_int_equal(f.row, 3);
	assert_string_equal(f.side, "own");
	ctx_end(cx);
}

struct place_case {
	const char *name, *place;
	int64_t row; /* -1: none */
	const char *side;
};

static const struct place_case places[] = {
	{ "own staff", "business.0.own", 0, "own" },
	{ "external staff", "business.19.external", 19, "external" },
	{ "beyond the last", "business.20.own", -1, NULL },
	{ "another field", "business.1.note", -1, NULL },
	{ "no row", "business.own", -1, NULL },
	{ "a blank row", "business..own", -1, NULL },
	{ "something behind it", "business.1.own.x", -1, NULL },
	{ "another group", "inst.1.own", -1, NULL },
	{ "nothing", "", -1, NULL },
};

static void test_place(void **state)
{
	const struct place_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *side;
	int64_t row;

	if (c->row < 0) {
		assert_false(fulltime_place(cx, c->place, &row, &side));
	} else {
		assert_true(fulltime_place(cx, c->place, &row, &side));
		assert_int_equal(row, c->row);
		assert_string_equal(side, c->side);
	}
	ctx_end(cx);
}

struct check_case {
	const char *name, *basis;
	int64_t own;
	const char *key; /* NULL: no question */
};

static const struct check_case checks[] = {
	{ "no calculation", "", 9, NULL },
	{ "the same number", "40:00;0;5x9:00;10x10:00", 4, NULL },
	{ "another number", "40:00;0;5x9:00;10x10:00", 5, "office.basis" },
	{ "not to be read", "40;5", 5, "office.basis.unreadable" },
	{ "without time", "0:00;5", 5, "office.basis.unreadable" },
};

static void test_check(void **state)
{
	const struct check_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct business b[2] = {
		{ .own = 1, .basis_own = "", .basis_external = "" },
		{ .own = c->own, .basis_own = c->basis, .basis_external = "" },
	};
	const struct office o = { .business = b, .nbusiness = 2 };
	struct problems p = { .cx = cx };

	fulltime_check(&p, &o);
	assert_int_equal(p.n, c->key ? 1 : 0);
	if (c->key) {
		assert_string_equal(p.list[0].what.key, c->key);
		assert_string_equal(p.list[0].place, "business.1.own");
	}
	ctx_end(cx);
}

struct rule_case {
	const char *name;
	int64_t fulltimers;
	struct pattern pattern;
	size_t npattern;
	const char *key, *place; /* NULL: fine */
};

static const struct rule_case rules[] = {
	{ "part of the time", NO_NUMBER, { 1, 20, 0 }, 1, NULL, NULL },
	{ "all of the time", NO_NUMBER, { 1, 40, 0 }, 1, NULL, NULL },
	{ "more than there is",
	  NO_NUMBER,
	  { 1, 40, 1 },
	  1,
	  "fulltime.longer",
	  "pattern.0.hours" },
	{ "no time",
	  NO_NUMBER,
	  { 1, 0, NO_NUMBER },
	  1,
	  "fulltime.no_time",
	  "pattern.0.hours" },
	{ "nobody", 0, { 0, 0, 0 }, 0, "fulltime.nobody", "fulltimers" },
};

static void test_rules(void **state)
{
	const struct rule_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct pattern one = c->pattern;
	const struct fulltime f = { .hours = 40,
				    .minutes = NO_NUMBER,
				    .fulltimers = c->fulltimers,
				    .pattern = &one,
				    .npattern = c->npattern };
	struct problems p = { .cx = cx };

	fulltime_form.rules(&p, &f);
	assert_int_equal(p.n, c->key ? 1 : 0);
	if (c->key) {
		assert_string_equal(p.list[0].what.key, c->key);
		assert_string_equal(p.list[0].place, c->place);
	}
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(sums, test_sum), SUITE(texts, test_text),
		       SUITE(places, test_place), SUITE(checks, test_check),
		       SUITE(rules, test_rules));
}
