/* test_db_keyset.c - pages of a list that is read on from a place. */
#include "db/keyset.h"

#include <string.h>

#include "test.h"

#define SIZE 3

struct page {
	const char *name;
	const char *read; /* as it came from the index, a letter a row */
	bool back, on;
	const char *shown;
	bool before, after;
};

static const struct page pages[] = {
	{ "nothing", "", false, false, "", false, false },
	{ "nothing behind a place", "", false, true, "", false, false },
	{ "nothing before a place", "", true, false, "", false, false },
	{ "all there is", "abc", false, false, "abc", false, false },
	{ "the first", "abcd", false, false, "abc", false, true },
	{ "in the middle", "defg", false, true, "def", true, true },
	{ "the last", "gh", false, true, "gh", true, false },
	{ "back in the middle", "fedc", true, false, "def", true, true },
	{ "back to the first", "cba", true, false, "abc", false, true },
	{ "back to less", "a", true, false, "a", false, true },
};

static void cut(void **state)
{
	const struct page *c = *state;
	struct row all[SIZE + 1] = { { 0 } }, *list[SIZE + 1];
	struct rows rows = { .n = strlen(c->read), .list = list };
	struct keyset_more more;

	for (size_t i = 0; i < rows.n; i++) {
		all[i].n = (size_t)c->read[i];
		list[i] = &all[i];
	}
	more = keyset_cut(&rows, SIZE, c->back, c->on);
	assert_int_equal(rows.n, strlen(c->shown));
	for (size_t i = 0; i < rows.n; i++)
		assert_int_equal(rows.list[i]->n, c->shown[i]);
	assert_int_equal(more.before, c->before);
	assert_int_equal(more.after, c->after);
}

struct place {
	const char *name, *text;
	const char *at; /* NULL: it is none */
	int64_t id;
};

static const struct place places[] = {
	{ "a number", "1667643072123456-77", "1667643072123456", 77 },
	{ "with signs of its own", "T-20221105-5", "T-20221105", 5 },
	{ "nothing in front", "-5", "", 5 },
	{ "the longest", "0-999999999999999999", "0", 999999999999999999 },
	{ "too long", "0-1000000000000000000", NULL, 0 },
	{ "nothing behind", "0-", NULL, 0 },
	{ "a word behind", "0-5x", NULL, 0 },
	{ "no sign", "5", NULL, 0 },
	{ "empty", "", NULL, 0 },
};

static void place(void **state)
{
	const struct place *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *at;
	int64_t id;

	assert_int_equal(keyset_place(cx, c->text, &at, &id), !!c->at);
	if (c->at) {
		assert_string_equal(at, c->at);
		assert_int_equal(id, c->id);
	}
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(pages, cut), SUITE(places, place));
}
