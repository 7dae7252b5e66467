/* test.h - tables of named cases: one cmocka test per line of a table. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/ctx.h"

/* cmocka has a fail() too; ours stays. So there is no fail_msg() either. */
#pragma push_macro("fail")
#undef fail
#include <cmocka.h>
#pragma pop_macro("fail")

/*
 * A table of cases and the function that judges one of them, *state being the
 * case: const struct mine *c = *state;
 * The first member of a case is const char *name.
 */
struct suite {
	const char *name;
	const void *cases; /* NULL: a test without a table */
	size_t size, n;
	CMUnitTestFunction test;
};

#define SUITE(table, fn)                                                       \
	(struct suite)                                                         \
	{                                                                      \
#fn, (table), sizeof((table)[0]), COUNT(table), (fn)           \
	}

/* A test that needs no table. */
#define TEST(fn)                                                               \
	(struct suite)                                                         \
	{                                                                      \
#fn, NULL, 0, 1, (fn)                                          \
	}

/* The whole main of a test with one table: RUN_CASES(cases, fn); */
#define RUN_CASES(table, fn) return RUN_ALL(SUITE(table, fn))

/* Several: return RUN_ALL(SUITE(a, fn_a), SUITE(b, fn_b), TEST(fn_c)); */
#define RUN_ALL(...)                                                           \
	test_run(__FILE__, (const struct suite[]) { __VA_ARGS__ },             \
		 sizeof((const struct suite[]) { __VA_ARGS__ }) /              \
			 sizeof(struct suite))

static inline void test_fill(struct ctx *cx, const struct suite *s,
			     struct CMUnitTest *to)
{
	for (size_t i = 0; i < s->n; i++) {
		/* cmocka wants its state without const; no case is changed. */
		union {
			const char *bytes;
			const char *const *name;
			void *state;
		} at = { s->cases };

		at.bytes += s->cases ? i * s->size : 0;
		to[i].name = s->cases ? mem_printf(cx, "%s: %s", s->name,
						   *at.name)
				      : s->name;
		to[i].test_func = s->test;
		to[i].initial_state = at.state;
	}
}

/* One group for all, so that TAP has one plan. */
static inline int test_run(const char *file, const struct suite *suites,
			   size_t n)
{
	struct ctx *cx = ctx_new(NULL);
	struct CMUnitTest *tests;
	size_t all = 0, at = 0;
	int failed;

	for (size_t i = 0; i < n; i++)
		all += suites[i].n;
	tests = mem_array(cx, all, sizeof(*tests));
	for (size_t i = 0; i < n; at += suites[i++].n)
		test_fill(cx, &suites[i], tests + at);
	failed = _cmocka_run_group_tests(file, tests, all, NULL, NULL);
	ctx_end(cx);
	return failed > 0;
}

#endif
