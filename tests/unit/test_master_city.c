/* test_master_city.c - check digits of municipality codes. */
#include "master/city.h"

#include "test.h"

struct code {
	const char *name, *five, *six;
};

static const struct code codes[] = {
	{ "Chiyoda", "13101", "131016" },
	{ "Minato", "13103", "131032" },
	{ "Sapporo", "01100", "011002" },
	{ "Osaka", "27100", "271004" },
	{ "what a dummy code should be", "99999", "999997" },
	{ "rest 0 gives 1", "00000", "000001" },
	{ "rest 10 gives 1", "00005", "000051" },
	{ "rest 1 gives 0", "00023", "000230" },
	{ "too short", "1310", "" },
	{ "too long", "131016", "" },
	{ "a letter", "1310a", "" },
	{ "full width", "１３１０１", "" },
	{ "nothing", "", "" },
};

static void makes_code(void **state)
{
	const struct code *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(city_code_of(cx, c->five), c->six);
	ctx_end(cx);
}

struct check {
	const char *name, *code;
	bool valid;
};

static const struct check checks[] = {
	{ "right", "131032", true },
	{ "wrong digit", "131033", false },
	{ "dummy", "999999", false },
	{ "five digits", "13103", false },
	{ "seven digits", "1310320", false },
	{ "a letter at the end", "13103x", false },
	{ "nothing", "", false },
};

static void checks_code(void **state)
{
	const struct check *c = *state;

	assert_int_equal(city_code_valid(c->code), c->valid);
}

int main(void)
{
	return RUN_ALL(SUITE(codes, makes_code), SUITE(checks, checks_code));
}
