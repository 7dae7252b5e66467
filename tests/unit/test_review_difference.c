/* test_review_difference.c - businesses of two versions, side by side. */
#include "review/difference.h"

#include "test.h"

#define B(t, o, e)                                                             \
	{                                                                      \
		.type = (t), .detail1 = "d", .detail2 = "", .own = (o),        \
		.external = (e), .note = "", .basis_own = "",                  \
		.basis_external = ""                                           \
	}

struct pairs {
	const char *name;
	struct business was[3], now[3];
	size_t nwas, nnow;
	const char *expected; /* per pair: type of was, of now; - is none */
};

static void pairs_are(void **state)
{
	const struct pairs *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct difference_business pairs[6];
	size_t n = difference_pair(c->was, c->nwas, c->now, c->nnow, pairs);
	const char *got = "";

	for (size_t i = 0; i < n; i++)
		got = mem_printf(cx, "%s%s>%s ", got,
				 pairs[i].was ? pairs[i].was->type : "-",
				 pairs[i].now ? pairs[i].now->type : "-");
	assert_string_equal(got, c->expected);
	ctx_end(cx);
}

static const struct pairs cases[] = {
	{ "nothing", { { 0 } }, { { 0 } }, 0, 0, "" },
	{ "the same", { B("a", 1, 0) }, { B("a", 1, 0) }, 1, 1, "" },
	{ "another number", { B("a", 1, 0) }, { B("a", 2, 0) }, 1, 1, "a>a " },
	{ "external alone", { B("a", 1, 0) }, { B("a", 1, 1) }, 1, 1, "a>a " },
	{ "only moved",
	  { B("a", 1, 0), B("b", 2, 0) },
	  { B("b", 2, 0), B("a", 1, 0) },
	  2,
	  2,
	  "" },
	{ "one between is gone",
	  { B("a", 1, 0), B("b", 2, 0), B("c", 3, 0) },
	  { B("a", 1, 0), B("c", 3, 0) },
	  3,
	  2,
	  "b>- " },
	{ "one came",
	  { B("a", 1, 0) },
	  { B("n", 5, 0), B("a", 1, 0) },
	  1,
	  2,
	  "->n " },
	{ "another choice instead",
	  { B("a", 1, 0) },
	  { B("b", 1, 0) },
	  1,
	  1,
	  "a>- ->b " },
};

int main(void)
{
	RUN_CASES(cases, pairs_are);
}
