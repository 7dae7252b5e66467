/* worklist.c - 作業一覧: which statement serves a filter, and its pages. */
#include "review/worklist.h"

#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/keyset.h"
#include "http/http.h"
#include "review/worklist_naming.h"
#include "review/worklist_place.h"
#include "sql/master/business_type.h"
#include "sql/master/place.h"
#include "sql/review/worklist.h"
#include "text/company.h"
#include "text/searchkey.h"
#include "text/wide.h"

static const char *const states[] = { "open",	   "inquiry", "answered",
				      "confirmed", "done",    NULL };
static const char *const founders[] = { "private", "public", NULL };
static const char *const sizes[] = { "1", "2", "3", "4", NULL };
static const char *const people[] = { "mine", "nobody", NULL };
static const char *const ages[] = { "7", "14", "30", "60", NULL };
static const char *const over[] = { "over", NULL };
static const char *const sorts[] = { "since", "due", "persons", NULL };

static const struct field fields[] = {
	TEXT(struct worklist_filter, q, .flags = F_OPTIONAL, .max = 100),
	CHOICE(struct worklist_filter, pref, .flags = F_OPTIONAL,
	       .options = &sql_prefecture_options),
	CHOICE(struct worklist_filter, type, .flags = F_OPTIONAL,
	       .options = &sql_type_options),
	CHOICE(struct worklist_filter, founder, .flags = F_OPTIONAL,
	       .choices = founders),
	CHOICE(struct worklist_filter, size, .flags = F_OPTIONAL,
	       .choices = sizes),
	CHOICE(struct worklist_filter, whose, .flags = F_OPTIONAL,
	       .choices = people),
	CHOICE(struct worklist_filter, age, .flags = F_OPTIONAL,
	       .choices = ages),
	CHOICE(struct worklist_filter, state, .flags = F_HIDDEN,
	       .choices = states),
	CHOICE(struct worklist_filter, due, .flags = F_HIDDEN, .choices = over),
	CHOICE(struct worklist_filter, sort, .flags = F_HIDDEN,
	       .choices = sorts),
	TEXT(struct worklist_filter, after, .flags = F_HIDDEN, .max = 60),
	TEXT(struct worklist_filter, before, .flags = F_HIDDEN, .max = 60),
};

const struct form worklist_form = {
	.name = "worklist",
	.row_size = sizeof(struct worklist_filter),
	.fields = fields,
	.nfields = COUNT(fields),
};

static bool is(const char *value, const char *word)
{
	return strcmp(value, word) == 0;
}

/* T-20221105-0000001, or how it begins. */
static bool is_receipt(const char *q)
{
	size_t n = strspn(q, "T-0123456789");

	return n > 3 && strncmp(q, "T-", 2) == 0 && q[n] == '\0';
}

static bool seeks_receipt(const struct worklist_filter *f)
{
	return is_receipt(f->q);
}

static bool seeks_name(const struct worklist_filter *f)
{
	return *f->q != '\0';
}

static bool by_due(const struct worklist_filter *f)
{
	return is(f->sort, "due");
}

static bool by_persons(const struct worklist_filter *f)
{
	return is(f->sort, "persons");
}

static bool asks_mine(const struct worklist_filter *f)
{
	return is(f->whose, "mine");
}

static bool asks_nobody(const struct worklist_filter *f)
{
	return is(f->whose, "nobody");
}

static bool asks_type(const struct worklist_filter *f)
{
	return *f->type != '\0';
}

static bool asks_size(const struct worklist_filter *f)
{
	return *f->size != '\0';
}

static bool asks_pref(const struct worklist_filter *f)
{
	return *f->pref != '\0';
}

static bool asks_founder(const struct worklist_filter *f)
{
	return *f->founder != '\0';
}

static bool asks_state(const struct worklist_filter *f)
{
	return !worklist_narrowed(f);
}

static bool asks_anything(const struct worklist_filter *f)
{
	(void)f;
	return true;
}

/*
 * The first that fits serves the list: it reads one index from the place on,
 * and what the others ask for is left over for the rows it meets. So the
 * conditions that few units fit stand first.
 */
static const struct variant {
	bool (*fits)(const struct worklist_filter *f);
	const struct query *after, *before;
	const struct query *count; /* NULL: another one counts */
	enum worklist_order order;
} variants[] = {
	{ seeks_receipt, &sql_worklist_receipt_after,
	  &sql_worklist_receipt_before, &sql_worklist_receipt_count,
	  WORKLIST_RECEIPT },
	{ seeks_name, &sql_worklist_name_after, &sql_worklist_name_before,
	  &sql_worklist_name_count, WORKLIST_NAME },
	{ by_due, &sql_worklist_due_after, &sql_worklist_due_before,
	  &sql_worklist_due_count, WORKLIST_DUE },
	{ by_persons, &sql_worklist_persons_after, &sql_worklist_persons_before,
	  NULL, WORKLIST_PERSONS },
	{ asks_state, &sql_worklist_all_after, &sql_worklist_all_before, NULL,
	  WORKLIST_SINCE },
	{ asks_mine, &sql_worklist_mine_after, &sql_worklist_mine_before,
	  &sql_worklist_mine_count, WORKLIST_SINCE },
	{ asks_type, &sql_worklist_type_after, &sql_worklist_type_before,
	  &sql_worklist_type_count, WORKLIST_SINCE },
	{ asks_pref, &sql_worklist_pref_after, &sql_worklist_pref_before,
	  &sql_worklist_pref_count, WORKLIST_SINCE },
	{ asks_nobody, &sql_worklist_nobody_after, &sql_worklist_nobody_before,
	  &sql_worklist_nobody_count, WORKLIST_SINCE },
	{ asks_size, &sql_worklist_size_after, &sql_worklist_size_before,
	  &sql_worklist_size_count, WORKLIST_SINCE },
	{ asks_founder, &sql_worklist_founder_after,
	  &sql_worklist_founder_before, &sql_worklist_founder_count,
	  WORKLIST_SINCE },
	{ asks_anything, &sql_worklist_since_after, &sql_worklist_since_before,
	  &sql_worklist_since_count, WORKLIST_SINCE },
};

static const struct variant *choose(const struct worklist_filter *f)
{
	const struct variant *v = variants;

	while (!v->fits(f))
		v++;
	return v;
}

/* The counts of the states stand behind its rows. */
static bool brings_counts(const struct variant *v)
{
	return v->after == &sql_worklist_all_after;
}

void worklist_settle(struct ctx *cx, struct worklist_filter *f)
{
	const char *narrow = text_narrow(cx, f->q);

	if (is_receipt(narrow))
		f->q = narrow;
	/* A name is sought in all states, and found in its order. */
	if (*f->q) {
		f->state = f->due = "";
		f->sort = "name";
		return;
	}
	if (is(f->due, "over"))
		f->state = "inquiry";
	if (*f->state == '\0')
		f->state = "open";
	/* Only what was asked has a day by which it is to be answered. */
	if (is(f->sort, "name") ||
	    (is(f->sort, "due") && !is(f->state, "inquiry")))
		f->sort = "";
	/* Those are few, and stand together by their day. */
	if (is(f->due, "over") && !by_persons(f))
		f->sort = "due";
	if (*f->sort == '\0')
		f->sort = "since";
}

bool worklist_narrowed(const struct worklist_filter *f)
{
	return *f->pref || *f->type || *f->founder || *f->size || *f->whose ||
	       *f->age || *f->due || *f->q;
}

/* Head counts of a class, from 1; 0 is any. */
static const struct {
	int64_t least, most;
} classes[] = {
	{ 0, INT32_MAX }, { 0, 20 },	       { 21, 100 },
	{ 101, 1000 },	  { 1001, INT32_MAX },
};

static const struct args *ask(struct ctx *cx, const struct worklist_filter *f,
			      const struct worklist_place *at, int64_t limit)
{
	int64_t size = *f->size ? *f->size - '0' : 0;
	const struct arg list[] = {
		{ "state", value_text(f->state) },
		{ "pref", value_text(f->pref) },
		{ "type", value_text(f->type) },
		{ "founder", value_text(f->founder) },
		{ "size", value_int(size) },
		{ "whose", value_text(f->whose) },
		{ "days", value_int(strtoll(f->age, NULL, 10)) },
		{ "overdue", value_int(is(f->due, "over")) },
		{ "least", value_int(classes[size].least) },
		{ "most", value_int(classes[size].most) },
		{ "name",
		  value_text(*f->q ? text_key_like(cx, company_key(cx, f->q),
						   false)
				   : "") },
		{ "receipt", value_text(mem_printf(cx, "%s%%", f->q)) },
		{ "at", at->at },
		{ "at_id", value_int(at->id) },
		{ "limit", value_int(limit) },
	};

	return args_keep(cx, list, COUNT(list));
}

static const char *url_at(struct ctx *cx, const struct worklist_filter *f,
			  const char *name, const struct row *row)
{
	return http_url_with(cx, worklist_url(cx, "/tokutei/list", f), name,
			     worklist_place_text(cx, choose(f)->order, row));
}

static enum status finish_all(struct ctx *cx, const struct rows *rows)
{
	struct worklist_naming n;

	TRY(worklist_naming_get(cx, &n));
	for (size_t i = 0; i < rows->n; i++)
		TRY(worklist_name(cx, &n, rows->list[i]));
	return ST_OK;
}

/* What is only counted has no order: the fewest are to be looked through. */
static struct worklist_filter in_any_order(const struct worklist_filter *f)
{
	struct worklist_filter any = *f;

	if (by_persons(f))
		any.sort = is(f->due, "over") ? "due" : "since";
	return any;
}

static enum status count(struct ctx *cx, const struct worklist_filter *f,
			 struct worklist_counts *counts)
{
	const struct worklist_place nowhere = { value_text(""), 0 };
	const struct worklist_filter any = in_any_order(f);

	counts->column = "units";
	if (!worklist_narrowed(f))
		return db_many(cx, &sql_worklist_counts, NO_ARGS,
			       &counts->rows);
	return db_many(cx, choose(&any)->count, ask(cx, f, &nowhere, 0),
		       &counts->rows);
}

/* Those without an id are counts. */
static void part_counts(struct rows *rows, struct worklist_counts *counts)
{
	size_t n = rows->n;

	while (n && row_value(rows->list[n - 1], "id")->kind == V_NULL)
		n--;
	*counts = (struct worklist_counts) {
		.rows = { .list = rows->list + n, .n = rows->n - n },
		.column = "persons",
	};
	rows->n = n;
}

static enum status read_page(struct ctx *cx, const struct worklist_filter *f,
			     const struct variant *v,
			     const struct worklist_place *at, bool back,
			     struct worklist_page *page)
{
	TRY(db_many(cx, back ? v->before : v->after,
		    ask(cx, f, at, WORKLIST_PAGE + 1), &page->rows));
	if (!brings_counts(v))
		return count(cx, f, &page->counts);
	part_counts(&page->rows, &page->counts);
	return ST_OK;
}

enum status worklist_page(struct ctx *cx, const struct worklist_filter *f,
			  struct worklist_page *page)
{
	const struct variant *v = choose(f);
	struct worklist_place at;
	bool back = worklist_place_read(cx, v->order, f->before, &at);
	bool on = !back && worklist_place_read(cx, v->order, f->after, &at);
	struct rows *rows = &page->rows;
	struct keyset_more more;

	if (!back && !on)
		at = worklist_place_first(v->order);
	TRY(read_page(cx, f, v, &at, back, page));
	more = keyset_cut(rows, WORKLIST_PAGE, back, on);
	page->prev = more.before ? url_at(cx, f, "before", rows->list[0]) : "";
	page->next = more.after
			     ? url_at(cx, f, "after", rows->list[rows->n - 1])
			     : "";
	return finish_all(cx, rows);
}

int64_t worklist_counted(const struct worklist_counts *counts, const char *what)
{
	for (size_t i = 0; i < counts->rows.n; i++)
		if (is(row_text(counts->rows.list[i], "state"), what))
			return row_int(counts->rows.list[i], counts->column);
	return 0;
}

enum status worklist_home(struct ctx *cx, struct worklist_counts *counts,
			  struct rows *own)
{
	counts->column = "units";
	TRY(db_many(cx, &sql_worklist_home, NO_ARGS, &counts->rows));
	TRY(db_many(cx, &sql_worklist_own, NO_ARGS, own));
	return finish_all(cx, own);
}

/* What each row is handed on to. */
struct each {
	enum status (*fn)(struct ctx *cx, void *arg, const struct row *row);
	void *arg;
	struct worklist_naming naming;
};

static enum status finish_one(struct ctx *cx, void *arg, const struct row *row)
{
	struct each *each = arg;
	struct row copy = *row;

	TRY(worklist_name(cx, &each->naming, &copy));
	return each->fn(cx, each->arg, &copy);
}

enum status worklist_each(struct ctx *cx, const struct worklist_filter *f,
			  enum status (*fn)(struct ctx *cx, void *arg,
					    const struct row *row),
			  void *arg)
{
	struct each each = { .fn = fn, .arg = arg };
	const struct variant *v = choose(f);
	const struct worklist_place at = worklist_place_first(v->order);

	/* Without the counts: the last one serves any filter. */
	if (brings_counts(v))
		v = &variants[COUNT(variants) - 1];
	TRY(worklist_naming_get(cx, &each.naming));
	return db_each(cx, v->after, ask(cx, f, &at, WORKLIST_EXPORT),
		       finish_one, &each);
}
