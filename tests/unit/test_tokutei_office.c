/* test_tokutei_office.c - offices: rules over several fields, sums, and made-up
 * ones. */
#include <string.h>

#include "test.h"
#include "tokutei/office.h"
#include "tokutei/sample.h"

#define ONE(t, a, b, o, e)                                                     \
	{                                                                      \
		.type = (t), .detail1 = (a), .detail2 = (b), .own = (o),       \
		.external = (e), .note = "", .basis_own = "",                  \
		.basis_external = ""                                           \
	}

struct rule_case {
	const char *name;
	struct business business[3];
	size_t n;
	int64_t persons;
	const char *key, *place; /* NULL: fine */
};

static const struct rule_case rules[] = {
	{ "one", { ONE("T02", "T02-01", "", 3, 0) }, 1, 3, NULL, NULL },
	{ "external alone",
	  { ONE("T02", "T02-01", "", 0, 2) },
	  1,
	  2,
	  NULL,
	  NULL },
	{ "nobody",
	  { ONE("T02", "T02-01", "", 1, 0), ONE("T03", "T03-01", "", 0, 0) },
	  2,
	  1,
	  "office.nobody",
	  "business.1.own" },
	{ "another detail",
	  { ONE("T02", "T02-01", "", 1, 0), ONE("T02", "T02-02", "", 1, 0) },
	  2,
	  2,
	  NULL,
	  NULL },
	{ "another second detail",
	  { ONE("T10", "T10-02", "T10-02-1", 1, 0),
	    ONE("T10", "T10-02", "T10-02-2", 1, 0) },
	  2,
	  2,
	  NULL,
	  NULL },
	{ "the same twice",
	  { ONE("T02", "T02-01", "", 1, 0), ONE("T03", "T03-01", "", 1, 0),
	    ONE("T02", "T02-01", "", 7, 1) },
	  3,
	  10,
	  "office.twice",
	  "business.2.type" },
	{ "not filled in",
	  { ONE("", "", "", NO_NUMBER, NO_NUMBER) },
	  0,
	  0,
	  NULL,
	  NULL },
};

static void test_rules(void **state)
{
	const struct rule_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct business list[3];
	const struct office o = { .business = list, .nbusiness = c->n };
	struct problems p = { .cx = cx };

	memcpy(list, c->business, sizeof(list));
	assert_int_equal(office_persons(&o), c->persons);
	office_form.rules(&p, &o);
	assert_int_equal(p.n, c->key ? 1 : 0);
	if (c->key) {
		assert_string_equal(p.list[0].what.key, c->key);
		assert_string_equal(p.list[0].place, c->place);
	}
	ctx_end(cx);
}

/* What is missing counts nothing, one by one. */
static void test_persons(void **state)
{
	const struct business b = ONE("", "", "", NO_NUMBER, 4);

	(void)state;
	assert_int_equal(business_persons(&b), 4);
}

static void test_chance(void **state)
{
	struct chance a = { 7 }, b = { 7 }, c = { 8 };
	bool other = false;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		uint64_t x = chance_below(&a, 1000);

		assert_int_equal(x, chance_below(&b, 1000));
		assert_true(x < 1000);
		other = other || x != chance_below(&c, 1000);
	}
	assert_true(other);
}

int main(void)
{
	return RUN_ALL(SUITE(rules, test_rules), TEST(test_persons),
		       TEST(test_chance));
}
