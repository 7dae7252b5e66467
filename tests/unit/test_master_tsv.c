/* test_master_tsv.c - the reader of sql/data, and what lies there. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "master/city.h"
#include "master/tsv.h"

#include "test.h"

static struct tsv *open_text(struct ctx *cx, const char *text)
{
	char path[] = "/tmp/test-tsv-XXXXXX";
	struct tsv *tsv;
	FILE *f = fdopen(mkstemp(path), "w");

	assert_non_null(f);
	assert_int_equal(fputs(text, f) < 0, 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(tsv_open(cx, path, &tsv), ST_OK);
	assert_int_equal(unlink(path), 0);
	return tsv;
}

struct file {
	const char *name, *text;
	size_t lines;
	bool broken;
	const char *last_b;
};

static const struct file files[] = {
	{ "two lines", "a\tb\n1\t2\n3\t4\n", 2, false, "4" },
	{ "no end of line at the end", "a\tb\n1\t2", 1, false, "2" },
	{ "empty values", "a\tb\n\t\n", 1, false, "" },
	{ "names only", "a\tb\n", 0, false, NULL },
	{ "a column too few", "a\tb\n1\t2\n3\n", 1, true, "2" },
	{ "a column too many", "a\tb\n1\t2\t3\n", 0, true, NULL },
};

static void reads_lines(void **state)
{
	const struct file *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct tsv *tsv = open_text(cx, c->text);

	/* Twice, because a transaction may have to run again. */
	for (int i = 0; i < 2; i++) {
		const char *b = NULL;
		size_t n = 0;

		tsv_rewind(tsv);
		for (; tsv_next(cx, tsv); n++)
			b = tsv_text(tsv, "b");
		assert_int_equal(n, c->lines);
		assert_int_equal(tsv->broken, c->broken);
		assert_int_equal(b != NULL, c->last_b != NULL);
		if (b)
			assert_string_equal(b, c->last_b);
	}
	ctx_end(cx);
}

static void knows_other_text(void **state)
{
	struct ctx *cx = ctx_new(NULL);

	(void)state;
	assert_int_equal(open_text(cx, "a\n1\n")->checksum,
			 open_text(cx, "a\n1\n")->checksum);
	assert_int_not_equal(open_text(cx, "a\n1\n")->checksum,
			     open_text(cx, "a\n2\n")->checksum);
	ctx_end(cx);
}

/* What is shipped: every line fits, every municipality has a right code. */
static const struct shipped {
	const char *name;
	size_t lines;
} shipped[] = {
	{ "prefecture.tsv", 47 },
	{ "city.tsv", 1892 },
	{ "postal-town.tsv.gz", 124130 },
	{ "postal-office.tsv.gz", 22428 },
	{ "holiday.tsv", 679 },
	{ "ministry.tsv", 9 },
	{ "business_type.tsv", 143 },
	{ "parameter.tsv", 19 },
	{ "stamp.tsv", 8 },
};

static void is_complete(void **state)
{
	const struct shipped *c = *state;
	struct ctx *cx = ctx_new(NULL);
	bool places = strcmp(c->name, "city.tsv") == 0;
	struct tsv *tsv;
	size_t n = 0;

	assert_int_equal(
		tsv_open(cx, mem_printf(cx, "sql/data/%s", c->name), &tsv),
		ST_OK);
	for (; tsv_next(cx, tsv); n++) {
		if (!places)
			continue;
		assert_true(city_code_valid(tsv_text(tsv, "code")));
		assert_true(city_code_valid(tsv_text(tsv, "body")));
	}
	assert_false(tsv->broken);
	assert_int_equal(n, c->lines);
	ctx_end(cx);
}

static void misses_a_file(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct tsv *tsv;

	(void)state;
	assert_int_equal(tsv_open(cx, "sql/data/none.tsv", &tsv), ST_IO);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(files, reads_lines), TEST(knows_other_text),
		       SUITE(shipped, is_complete), TEST(misses_a_file));
}
