/*
 * handover.c - 引き継ぎ: whoever acts for a business names who does next.
 *
 *	GET  ?asked=1      a mail is on its way; ?cancelled=1
 *	POST act=send      mails the successor a link
 *	POST act=cancel    takes it back
 *
 * Nothing changes before the successor confirms (successor.c).
 */
#include "handover/handover.h"

#include "signin/signin.h"

static enum status show_running(struct req *rq)
{
	struct row *row;
	enum status st = handover_running(rq->cx, &row);

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	page_row(rq, "running", row);
	return ST_OK;
}

static enum status show(struct req *rq)
{
	TRY(form_show(rq, &handover_form, form_row(rq->cx, &handover_form)));
	TRY(show_running(rq));
	page_print(rq, "company", rq->session->org_name);
	page_back(rq, "/tokutei/home");
	if (*query(rq, "asked"))
		page_notice(rq, "info", "handover_asked");
	if (*query(rq, "cancelled"))
		page_notice(rq, "done", "handover_cancelled");
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct handover *h = form_row(rq->cx, &handover_form);
	struct problems p = { .cx = rq->cx };
	bool right;

	TRY(form_read(rq, &handover_form, h));
	TRY(password_right(rq, h->present, &right));
	if (!right)
		return form_refuse(rq);
	TRY(handover_begin(rq->cx, h, &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "/account/handover?asked=1");
}

static enum status cancel(struct req *rq)
{
	enum status st = handover_cancel(rq->cx);

	if (st == ST_STATE) {
		TRY(answer_state(rq, "no_handover", "/account/handover"));
		return ST_STATE;
	}
	TRY(st);
	return go(rq, "/account/handover?cancelled=1");
}

static const struct act acts[] = {
	{ "send", send },
	{ "cancel", cancel },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &handover_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
