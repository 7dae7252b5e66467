/* test_review_worklist.c - filters and places of the work list. */
#include <string.h>

#include "review/worklist.h"
#include "review/worklist_place.h"

#include "test.h"

struct place {
	const char *name;
	enum worklist_order order;
	const char *text;
	const char *at; /* NULL: it is none */
	int64_t id;
};

static const struct place places[] = {
	{ "age", WORKLIST_SINCE, "1667643072123456-77", "1667643072123456",
	  77 },
	{ "age, more", WORKLIST_SINCE, "1667643072123456789-77", NULL, 0 },
	{ "age, no digit", WORKLIST_SINCE, "166764307212345x-77", NULL, 0 },
	{ "age before 1970", WORKLIST_SINCE, "-1-77", NULL, 0 },
	{ "day", WORKLIST_DUE, "20221105-1", "20221105", 1 },
	{ "day, cut", WORKLIST_DUE, "2022110-1", NULL, 0 },
	{ "age instead of a day", WORKLIST_DUE, "1667643072123456-77", NULL,
	  0 },
	{ "people", WORKLIST_PERSONS, "300-12", "300", 12 },
	{ "too many people", WORKLIST_PERSONS, "3000000000-12", NULL, 0 },
	{ "nobody", WORKLIST_PERSONS, "-12", NULL, 0 },
	{ "name", WORKLIST_NAME, "0-999999999999999999", "0",
	  999999999999999999 },
	{ "number too long", WORKLIST_NAME, "0-1999999999999999999", NULL, 0 },
	{ "receipt", WORKLIST_RECEIPT, "T-20221105-0000001-5",
	  "T-20221105-0000001", 5 },
	{ "receipt, cut", WORKLIST_RECEIPT, "T-20221105-5", NULL, 0 },
	{ "empty", WORKLIST_SINCE, "", NULL, 0 },
	{ "no number", WORKLIST_DUE, "20221105-", NULL, 0 },
	{ "SQL", WORKLIST_DUE, "2022' OR 1-1", NULL, 0 },
};

static void place(void **state)
{
	const struct place *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct worklist_place at;

	assert_int_equal(worklist_place_read(cx, c->order, c->text, &at),
			 !!c->at);
	if (c->at) {
		const char *text = c->order == WORKLIST_SINCE
					   ? mem_printf(cx, "%lld",
							(long long)at.at.number)
					   : at.at.text;

		assert_string_equal(text, c->at);
		assert_int_equal(at.id, c->id);
	}
	ctx_end(cx);
}

struct settled {
	const char *name, *q, *state, *due, *sort;
	const char *to_state, *to_due, *to_sort;
};

static const struct settled filters[] = {
	{ "nothing asked", "", "", "", "", "open", "", "since" },
	{ "a state", "", "answered", "", "", "answered", "", "since" },
	{ "people", "", "open", "", "persons", "open", "", "persons" },
	{ "a day where there is none", "", "open", "", "due", "open", "",
	  "since" },
	{ "a day", "", "inquiry", "", "due", "inquiry", "", "due" },
	{ "overdue", "", "open", "over", "", "inquiry", "over", "due" },
	{ "overdue, by age", "", "", "over", "since", "inquiry", "over",
	  "due" },
	{ "overdue, by people", "", "", "over", "persons", "inquiry", "over",
	  "persons" },
	{ "a name", "x", "answered", "over", "persons", "", "", "name" },
	{ "the order of names alone", "", "", "", "name", "open", "", "since" },
};

static void settled(void **state)
{
	const struct settled *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct worklist_filter *f = form_row(cx, &worklist_form);

	f->q = c->q;
	f->state = c->state;
	f->due = c->due;
	f->sort = c->sort;
	worklist_settle(cx, f);
	assert_string_equal(f->state, c->to_state);
	assert_string_equal(f->due, c->to_due);
	assert_string_equal(f->sort, c->to_sort);
	/* Once more changes nothing. */
	worklist_settle(cx, f);
	assert_string_equal(f->state, c->to_state);
	assert_string_equal(f->sort, c->to_sort);
	ctx_end(cx);
}

struct sent {
	const char *name, *s, *query;
};

static const struct sent queries[] = {
	{ "a list", "state=open&pref=13", "state=open&pref=13&" },
	{ "encoded", "q=%E3%81%82", "q=%E3%81%82&" },
	{ "empty", "", "" },
	{ "another site", "//evil.example", "" },
	{ "a header", "a=b\r\nX: y", "" },
	{ "a fragment", "a=b#c", "" },
};

static void sent(void **state)
{
	const struct sent *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(worklist_query(cx, c->s), c->query);
	ctx_end(cx);
}

static void address(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct worklist_filter *f = form_row(cx, &worklist_form);

	(void)state;
	f->pref = "13";
	f->q = "";
	worklist_settle(cx, f);
	assert_string_equal(worklist_url(cx, "/tokutei/list", f),
			    "/tokutei/list?pref=13&state=open&sort=since");
	f->q = "\xE3\x81\x82&";
	worklist_settle(cx, f);
	assert_string_equal(worklist_url(cx, "/tokutei/list", f),
			    "/tokutei/list?q=%E3%81%82%26&pref=13");
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(places, place), SUITE(filters, settled),
		       SUITE(queries, sent), TEST(address));
}
