/*
 * missing.c - 接種実施医療機関が未確保の事業所: many offices are given an
 * institution at once, in the draft of a change notice.
 *
 *	GET  ?id=OFFICE ?settled=N   the page that begins with that office
 *	POST act=save   the ticked ones get the institution
 *	POST act=book   the same by a workbook: begins the notice, on to it
 */
#include <stdlib.h>
#include <string.h>

#include "missing/settle.h"
#include "web/screen.h"

static void show_offices(struct req *rq, const struct missing_settling *s,
			 const struct rows *rows)
{
	page_rows(rq, "rows", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const char *id = id_text(rq->cx, row_id(rows->list[i], "id"));

		page_row_text(rq, i, "control",
			      mem_printf(rq->cx, "office.%zu.pick", i));
		if (missing_is_picked(s, id))
			page_row_text(rq, i, "picked", "1");
	}
}

static void show_next(struct req *rq, struct rows *rows)
{
	if (rows->n <= MISSING_OFFICES)
		return;
	rows->n = MISSING_OFFICES;
	page_text(rq, "next",
		  url_of(rq, "/registered/missing",
			 row_id(rows->list[MISSING_OFFICES], "id")));
}

static void show_notice(struct req *rq)
{
	const char *n = query(rq, "settled");

	if (*n && strlen(n) <= 5 && strspn(n, "0123456789") == strlen(n))
		page_notice_of(rq, "done", "missing_settled",
			       count_text(rq->cx, strtoll(n, NULL, 10)));
}

static enum status show(struct req *rq)
{
	struct missing_settling *s = form_row(rq->cx, &missing_settling_form);
	struct missing_mine mine = { .number = "" };
	struct rows rows = { .n = 0 };
	enum status st = missing_mine(rq->cx, &mine);

	if (st != ST_NOT_FOUND)
		TRY(st);
	page_text(rq, "number", mine.number);
	page_number(rq, "open", mine.offices);
	page_count(rq, "offices", mine.offices);
	page_number(rq, "draft", mine.draft);
	page_back(rq, "/tokutei/home");
	if (mine.offices)
		TRY(missing_offices(rq->cx, asked_id(rq), &rows));
	show_next(rq, &rows);
	page_number(rq, "paged", mine.offices > (int64_t)rows.n);
	s->id = asked_id(rq);
	TRY(form_show(rq, &missing_settling_form, s));
	show_offices(rq, s, &rows);
	show_notice(rq);
	return page_show(rq);
}

static enum status refuse(struct req *rq, enum status st)
{
	if (st == ST_STATE)
		TRY(answer_state(rq, "change_open", "/tokutei/home"));
	return st;
}

static enum status save(struct req *rq)
{
	struct missing_settling *s = form_row(rq->cx, &missing_settling_form);
	int64_t filled;
	enum status st;

	TRY(form_read(rq, &missing_settling_form, s));
	st = missing_fill(rq->cx, s, &filled);
	if (st != ST_OK)
		return refuse(rq, st);
	return go(rq, "/registered/missing?settled=%lld", (long long)filled);
}

static enum status book(struct req *rq)
{
	enum status st = missing_begin(rq->cx);

	if (st != ST_OK)
		return refuse(rq, st);
	return go(rq, "/tokutei/upload");
}

static const struct act acts[] = {
	{ "save", save },
	{ "book", book },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &missing_settling_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
