/*
 * list.c - 作業一覧: what lies on one's desk.
 *
 *	GET  ?state= ?pref= ?type= ?founder= ?size= ?whose= ?age= ?due= ?q=
 *	     ?sort= ?after= ?before=
 *	POST act=take      makes the picked ones one's own (pick, list)
 *	POST act=release   gives them back (pick, list)
 *
 * What a colleague has is taken over on a page of its own, with a reason. The
 * registrar's button 「登録する」 sends the picked ones to registration.
 */
#include <string.h>

#include "base/buf.h"
#include "parts/parts.h"
#include "review/assign.h"
#include "review/worklist.h"
#include "web/screen.h"

/* Links above the list; all but the last are states of a unit. */
static const struct tab {
	const char *name, *state, *due;
	bool of_ministry; /* the registrar has none of these */
} tabs[] = {
	{ "open", "open", "", false },
	{ "inquiry", "inquiry", "", false },
	{ "answered", "answered", "", false },
	{ "confirmed", "confirmed", "", true },
	{ "done", "done", "", false },
	{ "overdue", "inquiry", "over", false },
};

/* Heads of columns that one can sort by. */
static const struct sorting {
	const char *name, *dir;
} sortings[] = {
	{ "since", "ascending" },
	{ "due", "ascending" },
	{ "persons", "descending" },
};

static bool is_registrar(const struct req *rq)
{
	return strcmp(rq->cx->who->role, "registrar") == 0;
}

static const char *list_url(struct req *rq, const struct worklist_filter *f)
{
	return worklist_url(rq->cx, "/tokutei/list", f);
}

static void show_tabs(struct req *rq, const struct worklist_filter *f,
		      const struct worklist_counts *counts)
{
	size_t n = 0;

	for (size_t i = 0; i < COUNT(tabs); i++) {
		const struct tab *tab = &tabs[i];
		struct worklist_filter other = *f;
		int64_t count = worklist_counted(counts, tab->name);
		bool now = strcmp(f->state, tab->state) == 0 &&
			   strcmp(f->due, tab->due) == 0;

		if (tab->of_ministry && is_registrar(rq))
			continue;
		other.q = "";
		other.state = tab->state;
		other.due = tab->due;
		worklist_settle(rq->cx, &other);
		page_item(rq, "tabs", n, "label",
			  message(rq,
				  mem_printf(rq->cx, "worklist.tab.%s",
					     tab->name),
				  NULL));
		page_item(rq, "tabs", n, "url", list_url(rq, &other));
		/* Another count is the same page. */
		page_count(rq, mem_printf(rq->cx, "tabs.%zu.count", n), count);
		if (now)
			page_item(rq, "tabs", n, "current", "1");
		n++;
	}
}

static void show_order(struct req *rq, const struct worklist_filter *f)
{
	for (size_t i = 0; i < COUNT(sortings); i++) {
		const char *name = sortings[i].name;
		struct worklist_filter other = *f;

		other.sort = name;
		worklist_settle(rq->cx, &other);
		page_item(rq, "sort", i, "label",
			  message(rq,
				  mem_printf(rq->cx, "worklist.col.%s", name),
				  NULL));
		if (strcmp(other.sort, name) == 0)
			page_item(rq, "sort", i, "url", list_url(rq, &other));
		if (strcmp(f->sort, name) == 0)
			page_item(rq, "sort", i, "dir", sortings[i].dir);
	}
	page_text(rq, "order",
		  message(rq, mem_printf(rq->cx, "worklist.order.%s", f->sort),
			  NULL));
}

static const char *chip_label(struct req *rq, const struct worklist_chip *chip)
{
	const char *of = mem_printf(rq->cx, "worklist.chip.%s", chip->field);

	if (chip->text)
		return message_of(rq, of, chip->text);
	return message(rq, mem_printf(rq->cx, "%s.%s", of, chip->code), NULL);
}

static enum status show_chips(struct req *rq, const struct worklist_filter *f)
{
	struct worklist_chip chips[WORKLIST_CHIPS];
	size_t n;

	TRY(worklist_chips(rq->cx, f, chips, &n));
	for (size_t i = 0; i < n; i++) {
		page_item(rq, "chips", i, "label", chip_label(rq, &chips[i]));
		page_item(rq, "chips", i, "url", chips[i].url);
	}
	return ST_OK;
}

static void show_counts(struct req *rq, const struct worklist_filter *f,
			const struct worklist_counts *counts)
{
	int64_t hits;

	show_tabs(rq, f, counts);
	hits = worklist_counted(counts,
				worklist_narrowed(f) ? "hits" : f->state);
	if (worklist_narrowed(f) && hits > WORKLIST_COUNTED) {
		hits = WORKLIST_COUNTED;
		page_text(rq, "more", "1");
	}
	page_count(rq, "hits", hits);
}

/* What has just been done, if anything was. */
static void show_notice(struct req *rq)
{
	static const char *const notices[] = { "taken", "released", "passed",
					       "none" };

	for (size_t i = 0; i < COUNT(notices); i++) {
		const char *n = query(rq, notices[i]);

		if (*n && strlen(n) <= 3 &&
		    strspn(n, "0123456789") == strlen(n))
			page_notice_of(
				rq, i < 2 ? "done" : "warn",
				mem_printf(rq->cx, "worklist_%s", notices[i]),
				n);
	}
}

/* Only what is still to be worked on is taken, or registered. */
static void show_acts(struct req *rq, const struct worklist_filter *f)
{
	bool working = *f->q || strcmp(f->state, "open") == 0 ||
		       strcmp(f->state, "inquiry") == 0 ||
		       strcmp(f->state, "answered") == 0;
	const char *list = strchr(list_url(rq, f), '?');

	page_number(rq, "working", working);
	page_number(rq, "registers",
		    is_registrar(rq) &&
			    (*f->q || strcmp(f->state, "open") == 0));
	page_number(rq, "mixed", *f->q != '\0');
	page_text(rq, "list", list + 1);
	page_text(rq, "csv",
		  mem_printf(rq->cx, "/tokutei/export%s&format=csv", list));
	page_text(rq, "xlsx",
		  mem_printf(rq->cx, "/tokutei/export%s&format=xlsx", list));
}

static enum status show(struct req *rq)
{
	struct worklist_filter *f = form_row(rq->cx, &worklist_form);
	struct worklist_page page;

	TRY(form_peek(rq, &worklist_form, f));
	worklist_settle(rq->cx, f);
	TRY(form_show(rq, &worklist_form, f));
	TRY(worklist_page(rq->cx, f, &page));
	if (page.rows.n == 0 && (*f->after || *f->before))
		return go(rq, "%s", list_url(rq, f));
	page_list(rq, &page.rows, "state overdue mine kind");
	page_print(rq, "prev", page.prev);
	page_print(rq, "next", page.next);
	show_counts(rq, f, &page.counts);
	TRY(show_chips(rq, f));
	show_order(rq, f);
	show_acts(rq, f);
	show_notice(rq);
	return page_show(rq);
}

/* The picked ones, commas between; "" if there are none. */
static const char *picked(struct req *rq)
{
	struct buf ids;
	const char *one;

	buf_init(&ids, rq->cx);
	for (size_t i = 0; (one = posted_nth(rq, "pick", i)); i++)
		buf_printf(&ids, "%s%s", i ? "," : "", one);
	return ids.text;
}

static enum status take(struct req *rq)
{
	const char *list = worklist_query(rq->cx, posted(rq, "list"));
	const char *units = picked(rq);
	struct assigned done;
	struct rows rows;

	if (*units == '\0')
		return go(rq, "/tokutei/list?%snone=1", list);
	TRY(assign_look(rq->cx, units, &rows));
	if (assign_others(&rows))
		return part_takeover(rq, units, posted(rq, "list"));
	TRY(assign_take(rq->cx, &rows, "", &done));
	return go(rq, "/tokutei/list?%staken=%lld%s", list,
		  (long long)done.done, done.passed ? "&passed=1" : "");
}

static enum status release(struct req *rq)
{
	const char *list = worklist_query(rq->cx, posted(rq, "list"));
	const char *units = picked(rq);
	struct assigned done;
	struct rows rows;

	if (*units == '\0')
		return go(rq, "/tokutei/list?%snone=1", list);
	TRY(assign_look(rq->cx, units, &rows));
	TRY(assign_release(rq->cx, &rows, &done));
	return go(rq, "/tokutei/list?%sreleased=%lld", list,
		  (long long)done.done);
}

static const struct act acts[] = {
	{ "take", take },
	{ "release", release },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &worklist_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
