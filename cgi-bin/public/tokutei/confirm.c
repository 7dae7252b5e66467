/*
 * confirm.c - 申請内容の確認と送信: everything once more, what might be wrong
 * with it, and the button that sends it.
 *
 *	GET  ?page=
 *	POST act=send      ticks of open questions; sends, once
 *
 * What is asked, and what stops it: lib/tokutei/question.c.
 */
#include <string.h>

#include "parts/parts.h"
#include "tokutei/application.h"
#include "tokutei/application_view.h"
#include "web/screen.h"

static enum status show_applicant(struct req *rq,
				  const struct application_view *view)
{
	struct founder *f = form_row(rq->cx, &founder_form);

	f->founder = view->applicant->founder;
	TRY(page_check(rq, "founder", &founder_form, f, "/tokutei/founder"));
	page_number(rq, "agency", view->applicant->agency == 1);
	page_text(rq, "mail", view->mail);
	return page_check(rq, "applicant", &applicant_form, view->applicant,
			  "/tokutei/applicant");
}

static enum status show_offices(struct req *rq,
				const struct application_view *view)
{
	struct rows totals, rows;
	int64_t page = page_pager(rq, "/tokutei/confirm?",
				  view_page(query(rq, "page")), VIEW_PAGE,
				  view->offices);

	TRY(application_totals(rq->cx, view, &totals));
	page_rows(rq, "totals", &totals);
	page_number(rq, "offices", view->offices);
	page_number(rq, "persons", view->persons);
	TRY(application_offices(rq->cx, view, page, &rows));
	page_rows(rq, "list", &rows);
	for (size_t i = 0; i < rows.n; i++)
		page_item(rq, "list", i, "url",
			  mem_printf(
				  rq->cx, "/tokutei/office?id=%s",
				  id_text(rq->cx, row_id(rows.list[i], "id"))));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct questions *q = form_row(rq->cx, &question_form);
	struct application_view view;
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_CONFIRM, &instead))
		return go(rq, "%s", instead);
	TRY(application_open(rq->cx, &view));
	/* What is registered is changed, not sent anew. */
	if (strcmp(view.kind, "first") != 0)
		return go(rq, "/registered/change");
	TRY(question_find(rq->cx, q));
	form_outdated(rq, view.changed_at);
	TRY(form_show(rq, &question_form, q));
	part_questions(rq, q);
	TRY(show_applicant(rq, &view));
	TRY(show_offices(rq, &view));
	page_back(rq, "/tokutei/offices");
	return page_show(rq);
}

/* What blocks and what was not ticked is told together. */
static enum status read_ticks(struct req *rq, struct questions *q)
{
	struct problems blocked = { .cx = rq->cx };
	enum status st;

	TRY(question_find(rq->cx, q));
	question_block(q, &blocked);
	st = form_read(rq, &question_form, q);
	if (st != ST_INVALID)
		TRY(st);
	return invalid_all(rq, &blocked);
}

static enum status send(struct req *rq)
{
	struct questions *q = form_row(rq->cx, &question_form);
	struct progress p;
	struct sent sent;
	const char *instead;
	enum status st = application_claim(rq->cx);

	/* Another window was quicker: there is its receipt. */
	if (st == ST_STATE)
		return go(rq, "/tokutei/complete");
	TRY(st);
	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_CONFIRM, &instead))
		return go(rq, "%s", instead);
	TRY(read_ticks(rq, q));
	TRY(question_accept(rq->cx, q));
	TRY(application_send(rq->cx, &sent));
	return go(rq, "/tokutei/complete");
}

static const struct act acts[] = {
	{ "send", send },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &question_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 4,
	.steps = 4,
};
