/*
 * offices.c - 登録する事業所の一覧: the offices of the draft.
 *
 *	GET  ?q= ?pref= ?type= ?inst= ?sort= ?page=; ?types=1: sums per type too
 *	POST act=next          on to the check page
 *	POST act=duplicate:ID  a copy, opened to be changed
 *
 * Without an office yet: the two ways to bring them in.
 */
#include <string.h>

#include "tokutei/application.h"
#include "tokutei/office.h"
#include "tokutei/office_list.h"
#include "web/screen.h"

/* Heads of columns that one can sort by, in the order of the table. */
static const struct sorting {
	const char *name, *dir;
} sortings[] = {
	{ "number", "ascending" },
	{ "kana", "ascending" },
	{ "place", "ascending" },
	{ "persons", "descending" },
};

static void show_order(struct req *rq, const struct office_filter *f)
{
	const char *now = *f->sort ? f->sort : "number";

	for (size_t i = 0; i < COUNT(sortings); i++) {
		const char *name = sortings[i].name;
		const char *key = mem_printf(rq->cx, "offices.sort.%s", name);

		page_item(rq, "sort", i, "label", message(rq, key, NULL));
		page_item(rq, "sort", i, "url",
			  office_sort_url(rq->cx, f, name));
		if (strcmp(now, name) == 0)
			page_item(rq, "sort", i, "dir", sortings[i].dir);
	}
	page_text(
		rq, "order",
		message(rq, mem_printf(rq->cx, "offices.order.%s", now), NULL));
}

static enum status show_chips(struct req *rq, const struct office_filter *f)
{
	struct office_chip chips[OFFICE_CHIPS];
	size_t n;

	TRY(office_chips(rq->cx, f, chips, &n));
	for (size_t i = 0; i < n; i++) {
		const char *key = mem_printf(rq->cx, "offices.chip.%s",
					     chips[i].field);

		page_item(rq, "chips", i, "label",
			  message_of(rq, key, chips[i].text));
		page_item(rq, "chips", i, "url", chips[i].url);
	}
	return ST_OK;
}

static enum status show_totals(struct req *rq, const struct progress *p)
{
	struct rows types;

	if (strcmp(query(rq, "types"), "1") == 0) {
		TRY(office_totals(rq->cx, &types));
		page_rows(rq, "types", &types);
	}
	page_count(rq, "offices", p->offices);
	page_count(rq, "persons", p->persons);
	page_count(rq, "without", p->without_institution);
	page_number(rq, "agency", p->agency);
	page_number(rq, "mandate_missing", p->mandate_missing);
	return ST_OK;
}

static enum status show_rows(struct req *rq, const struct office_filter *f,
			     int64_t all)
{
	struct rows rows;
	int64_t count = all, page;

	if (office_filter_any(f))
		TRY(office_count(rq->cx, f, &count));
	page = page_pager(rq, office_filter_url(rq->cx, f), f->page,
			  OFFICE_PAGE, count);
	TRY(office_page(rq->cx, f, page, &rows));
	page_list(rq, &rows, "inst_secured");
	return ST_OK;
}

static bool is_count(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= 5 && strspn(s, "0123456789") == n;
}

/* What has just been done, if it can still be seen. */
static enum status show_notice(struct req *rq)
{
	const char *name, *removed = query(rq, "removed");
	const char *taken = query(rq, "taken");
	struct id id;
	enum status st;

	if (is_count(removed))
		page_notice_of(rq, "done", "offices_removed", removed);
	if (is_count(taken))
		page_notice_of(rq, "done", "offices_taken", taken);
	if (!id_parse(query(rq, "saved"), &id))
		return ST_OK;
	st = office_named(rq->cx, id, &name);
	if (st == ST_OK)
		page_notice_of(rq, "done", "office_saved", name);
	return st == ST_NOT_FOUND ? ST_OK : st;
}

static enum status show(struct req *rq)
{
	struct office_filter *f = form_row(rq->cx, &office_filter_form);
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_OFFICES, &instead))
		return go(rq, "%s", instead);
	TRY(form_peek(rq, &office_filter_form, f));
	TRY(form_show(rq, &office_filter_form, f));
	TRY(show_totals(rq, &p));
	TRY(show_chips(rq, f));
	show_order(rq, f);
	TRY(show_rows(rq, f, p.offices));
	TRY(show_notice(rq));
	page_back(rq, "/tokutei/applicant");
	return page_show(rq);
}

static enum status next(struct req *rq)
{
	return go(rq, "/tokutei/confirm");
}

static enum status duplicate(struct req *rq)
{
	struct id id, made;
	enum status st;

	if (!id_parse(act_argument(rq), &id))
		return ST_BAD;
	st = office_duplicate(rq->cx, id, &made);
	if (st == ST_TOO_LARGE)
		return invalid(rq, "office.too_many", "");
	TRY(st);
	return go(rq, "/tokutei/office?id=%s&copied=1", id_text(rq->cx, made));
}

static const struct act acts[] = {
	{ "next", next },
	{ "duplicate:", duplicate },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &office_filter_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
