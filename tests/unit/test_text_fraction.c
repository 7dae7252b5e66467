/* test_text_fraction.c - exact arithmetic, full-time equivalents. */
#include "text/fraction.h"

#include "test.h"

struct fte {
	const char *name;
	int64_t scheduled; /* minutes per week */
	int64_t full_timers;
	int64_t work[3][2]; /* people, minutes per week; { 0 } ends */
	const char *exact;
	const char *decimal;
	int64_t rounded;
};

/* The first three are the values of spec tokutei §2.4. */
static const struct fte ftes[] = {
	{ "9 h x 5 and 10 h x 10 of 40 h",
	  2400,
	  0,
	  { { 5, 540 }, { 10, 600 } },
	  "29/8",
	  "3.625",
	  4 },
	{ "12 h x 1 of 40 h", 2400, 0, { { 1, 720 } }, "3/10", "0.3", 1 },
	{ "16 h of 40 h", 2400, 0, { { 1, 960 } }, "2/5", "0.4", 1 },
	{ "full-timers only", 2400, 7, { { 0 } }, "7", "7", 7 },
	{ "nobody", 2400, 0, { { 0 } }, "0", "0", 0 },
	{ "rounded once",
	  2400,
	  1,
	  { { 1, 960 }, { 1, 960 } },
	  "9/5",
	  "1.8",
	  2 },
	{ "thirds that make a whole", 2250, 0, { { 3, 750 } }, "1", "1", 1 },
	{ "38 h 45 min",
	  2325,
	  2,
	  { { 4, 1163 } },
	  "9302/2325",
	  "4.000860215",
	  5 },
	/* 0.1 + 0.2 in binary would be more than 0.3, and 10 of them 4. */
	{ "tenths", 600, 0, { { 10, 60 }, { 10, 120 } }, "3", "3", 3 },
};

static void fte(void **state)
{
	const struct fte *c = *state;
	struct fraction all, people, minutes, scheduled;
	struct ctx *cx = ctx_new(NULL);

	assert_true(fraction_of(c->full_timers, 1, &all));
	assert_true(fraction_of(c->scheduled, 1, &scheduled));
	for (size_t i = 0; i < COUNT(c->work) && c->work[i][0]; i++) {
		assert_true(fraction_of(c->work[i][0], 1, &people));
		assert_true(fraction_of(c->work[i][1], 1, &minutes));
		assert_true(fraction_multiply(people, minutes, &people));
		assert_true(fraction_divide(people, scheduled, &people));
		assert_true(fraction_add(all, people, &all));
	}
	assert_string_equal(fraction_text(cx, all), c->exact);
	assert_string_equal(fraction_decimal(cx, all, 9), c->decimal);
	assert_int_equal(fraction_ceiling(all), c->rounded);
	ctx_end(cx);
}

#define MAX INT64_MAX
#define MIN INT64_MIN

struct made {
	const char *name;
	int64_t num, den;
	bool fits;
	const char *text;
};

static const struct made mades[] = {
	{ "lowest terms", 6, 4, true, "3/2" },
	{ "minus below", 6, -4, true, "-3/2" },
	{ "minus both", -6, -4, true, "3/2" },
	{ "zero", 0, -5, true, "0" },
	{ "by zero", 1, 0, false, NULL },
	{ "zero by zero", 0, 0, false, NULL },
	{ "largest", MAX, 1, true, "9223372036854775807" },
	{ "smallest", MIN, 1, true, "-9223372036854775808" },
	{ "smallest, minus below", MIN, -1, false, NULL },
	{ "smallest by two, minus", MIN, -2, true, "4611686018427387904" },
	{ "one by smallest", 1, MIN, false, NULL },
	{ "two by smallest", 2, MIN, true, "-1/4611686018427387904" },
	{ "smallest by itself", MIN, MIN, true, "1" },
	{ "zero by smallest", 0, MIN, true, "0" },
};

static void made(void **state)
{
	const struct made *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct fraction f = { 77, 1 }, again;

	assert_int_equal(fraction_of(c->num, c->den, &f), c->fits);
	if (c->fits) {
		assert_string_equal(fraction_text(cx, f), c->text);
		assert_true(fraction_parse(c->text, &again));
		assert_int_equal(fraction_compare(f, again), 0);
	} else {
		assert_int_equal(f.num, 77);
	}
	ctx_end(cx);
}

struct sum {
	const char *name;
	struct fraction a, b;
	const char *add, *subtract, *multiply, *divide; /* NULL: false */
};

static const struct sum sums[] = {
	{ "halves", { 1, 2 }, { 1, 2 }, "1", "0", "1/4", "1" },
	{ "different", { 1, 6 }, { 1, 10 }, "4/15", "1/15", "1/60", "5/3" },
	{ "minus", { -1, 2 }, { 1, 3 }, "-1/6", "-5/6", "-1/6", "-3/2" },
	{ "by minus", { 1, 2 }, { -1, 3 }, "1/6", "5/6", "-1/6", "-3/2" },
	{ "by zero", { 1, 2 }, { 0, 1 }, "1/2", "1/2", "0", NULL },
	{ "too large",
	  { MAX, 1 },
	  { 1, 1 },
	  NULL,
	  "9223372036854775806",
	  "9223372036854775807",
	  "9223372036854775807" },
	{ "too small",
	  { MIN, 1 },
	  { 1, 1 },
	  "-9223372036854775807",
	  NULL,
	  "-9223372036854775808",
	  "-9223372036854775808" },
	{ "smallest of both", { MIN, 1 }, { MIN, 1 }, NULL, NULL, NULL, "1" },
	{ "cancelled first", { MAX, 3 }, { 3, MAX }, NULL, NULL, "1", NULL },
	{ "denominators too large",
	  { 1, MAX },
	  { 1, MAX - 1 },
	  NULL,
	  NULL,
	  NULL,
	  "9223372036854775806/9223372036854775807" },
	{ "same large denominator",
	  { 1, MAX },
	  { 1, MAX },
	  "2/9223372036854775807",
	  "0",
	  NULL,
	  "1" },
};

static void check(struct ctx *cx, bool fits, struct fraction f,
		  const char *want)
{
	assert_int_equal(fits, want != NULL);
	if (want)
		assert_string_equal(fraction_text(cx, f), want);
}

static void sum(void **state)
{
	const struct sum *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct fraction f = FRACTION_ZERO;
	bool fits;

	fits = fraction_add(c->a, c->b, &f);
	check(cx, fits, f, c->add);
	fits = fraction_subtract(c->a, c->b, &f);
	check(cx, fits, f, c->subtract);
	fits = fraction_multiply(c->a, c->b, &f);
	check(cx, fits, f, c->multiply);
	fits = fraction_divide(c->a, c->b, &f);
	check(cx, fits, f, c->divide);
	ctx_end(cx);
}

struct order {
	const char *name;
	struct fraction a, b;
	int sign;
	int64_t ceiling; /* of a */
};

static const struct order orders[] = {
	{ "equal", { 1, 2 }, { 1, 2 }, 0, 1 },
	{ "less", { 1, 3 }, { 1, 2 }, -1, 1 },
	{ "whole parts", { 7, 2 }, { 5, 2 }, 1, 4 },
	{ "minus and plus", { -1, 2 }, { 1, 2 }, -1, 0 },
	{ "both minus", { -1, 2 }, { -1, 3 }, -1, 0 },
	{ "minus, below one", { -3, 2 }, { -1, 1 }, -1, -1 },
	{ "whole and more", { 2, 1 }, { 5, 2 }, -1, 2 },
	{ "a hair less", { MAX - 1, MAX }, { 1, 1 }, -1, 1 },
	{ "hairs", { MAX - 2, MAX - 1 }, { MAX - 1, MAX }, -1, 1 },
	{ "hairs, turned", { MAX - 1, MAX }, { MAX - 2, MAX - 1 }, 1, 1 },
	{ "ends", { MIN, 1 }, { MAX, 1 }, -1, MIN },
	{ "ends by many", { MIN, MAX }, { MAX, MAX - 1 }, -1, -1 },
};

static void order(void **state)
{
	const struct order *c = *state;

	assert_int_equal(fraction_compare(c->a, c->b), c->sign);
	assert_int_equal(fraction_compare(c->b, c->a), -c->sign);
	assert_true(fraction_ceiling(c->a) == c->ceiling);
}

struct decimal {
	const char *name;
	struct fraction f;
	int places;
	const char *want;
};

static const struct decimal decimals[] = {
	{ "cut, not rounded", { 2, 3 }, 3, "0.666" },
	{ "no places", { 7, 2 }, 0, "3" },
	{ "minus", { -7, 2 }, 2, "-3.5" },
	{ "zeros inside", { 1001, 1000 }, 3, "1.001" },
	{ "zeros at the end go", { 1, 1000 }, 2, "0" },
	{ "large denominator", { MAX - 1, MAX }, 3, "0.999" },
	{ "smallest", { MIN, 1 }, 3, "-9223372036854775808" },
};

static void decimal(void **state)
{
	const struct decimal *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(fraction_decimal(cx, c->f, c->places), c->want);
	ctx_end(cx);
}

static void parse(void **state)
{
	static const char *const bad[] = {
		"",
		"/",
		"1/",
		"/2",
		"1/0",
		"1/-2",
		"1/2/3",
		"1.5",
		" 1",
		"1 ",
		"+1",
		"a",
		"9223372036854775808",
		"--1",
	};
	struct fraction f;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(fraction_parse(bad[i], &f));
	assert_true(fraction_parse("6/4", &f));
	assert_int_equal(f.num, 3);
	assert_int_equal(f.den, 2);
}

int main(void)
{
	return RUN_ALL(SUITE(ftes, fte), SUITE(mades, made), SUITE(sums, sum),
		       SUITE(orders, order), SUITE(decimals, decimal),
		       TEST(parse));
}
