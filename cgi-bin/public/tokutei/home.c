/*
 * home.c - 申請の状況: where one's application stands, and what comes next.
 *
 *	GET
 */
#include <string.h>

#include "account/rights.h"
#include "http/http.h"
#include "inquiry/answer.h"
#include "parts/message.h"
#include "parts/parts.h"
#include "review/withdrawal.h"
#include "tokutei/application.h"
#include "tokutei/application_view.h"
#include "web/screen.h"

/* A draft goes on where it was left. */
static enum status show_draft(struct req *rq)
{
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	page_text(rq, "url", application_resume(&p));
	page_number(rq, "ready", application_may(&p, STEP_CONFIRM, &instead));
	page_number(rq, "done_founder", p.founder);
	page_number(rq, "done_applicant", p.applicant);
	return ST_OK;
}

/* A number, or why there is none. */
static enum status show_outcome(struct req *rq)
{
	struct row *row;
	enum status st = own_registration(rq->cx, &row);

	if (st == ST_OK) {
		page_row(rq, "made", row);
		page_text(rq, "made.url",
			  mem_printf(rq->cx, "/register/business?number=%s",
				     row_text(row, "number")));
		page_text(rq, "made.day",
			  part_date(rq, row_text(row, "registered_on")));
		page_text(rq, "made.until",
			  part_date(rq, row_text(row, "valid_until")));
	} else if (st != ST_NOT_FOUND) {
		return st;
	}
	st = own_refusal(rq->cx, &row);
	if (st == ST_OK)
		page_row(rq, "refusal", row);
	return st == ST_NOT_FOUND ? ST_OK : st;
}

/* Inquiries that wait for an answer. */
static enum status show_inquiries(struct req *rq)
{
	struct rows rows;
	size_t n = 0;

	TRY(answer_inquiries(rq->cx, NULL, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *q = rows.list[i];
		struct id id = row_id(q, "id");

		if (strcmp(row_text(q, "state"), "sent") != 0)
			continue;
		page_item(rq, "inquiries", n, "ministry",
			  row_text(q, "ministry"));
		page_item(rq, "inquiries", n, "open",
			  count_text(rq->cx, row_int(q, "open")));
		page_item(rq, "inquiries", n, "due",
			  part_day(rq, row_int(q, "due_on")));
		page_item(rq, "inquiries", n++, "url",
			  url_of(rq, "/tokutei/inquiry", id));
	}
	return ST_OK;
}

/* Whoever came by the link of the draft only looks: other ways begin with
 * signing in. */
static void show_way(struct req *rq, const char *name, const char *path)
{
	const char *there = mem_printf(rq->cx, "public%s", path);

	if (rights_ask(there, NULL, rq->session) == MAY_NOT)
		path = mem_printf(rq->cx, "/account/login?next=%s",
				  http_encode(rq->cx, path));
	page_text(rq, name, path);
}

/* What has been sent: what came of it, and what can still be done. */
static enum status show_sent(struct req *rq, const char *state)
{
	struct withdrawal w;

	TRY(withdrawal_look(rq->cx, &w));
	page_number(rq, "withdraw",
		    w.may && strcmp(state, "submitted") == 0 &&
			    strcmp(rq->cx->who->role, "applicant") == 0);
	if (strcmp(state, "under_inquiry") == 0 &&
	    strcmp(rq->cx->who->role, "applicant") == 0)
		TRY(show_inquiries(rq));
	show_way(rq, "answer.url", "/tokutei/inquiry");
	show_way(rq, "paper.url", "/tokutei/notice");
	if (strcmp(query(rq, "withdrawn"), "1") == 0 &&
	    strcmp(state, "withdrawn") == 0)
		page_notice(rq, "done", "withdrawn");
	TRY(part_standing(rq));
	TRY(part_missing_mine(rq));
	if (strcmp(query(rq, "sent"), "notice") == 0 ||
	    strcmp(query(rq, "sent"), "light") == 0)
		page_notice(rq, "done",
			    mem_printf(rq->cx, "sent_%s", query(rq, "sent")));
	return show_outcome(rq);
}

static enum status show(struct req *rq)
{
	struct application_view view;

	TRY(application_open(rq->cx, &view));
	page_text(rq, "state", view.state);
	page_text(rq, "kind", view.kind);
	part_title(rq, view.kind, "home");
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "sent_at", time_text(rq->cx, view.sent_at));
	page_text(rq, "changed_at", time_text(rq->cx, view.changed_at));
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "mail", view.mail);
	page_number(rq, "offices", view.offices);
	page_number(rq, "persons", view.persons);
	if (strcmp(view.state, "draft") == 0)
		TRY(show_draft(rq));
	TRY(part_messages_home(rq));
	if (*view.receipt)
		TRY(show_sent(rq, view.state));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
