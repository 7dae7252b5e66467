/*
 * withdrawal.c - 取下げ: asks once, as long as no ministry has begun.
 *
 *	GET
 *	POST act=withdraw
 */
#include "parts/parts.h"
#include "review/withdrawal.h"
#include "web/screen.h"

/* Nothing is typed; the form is the button. */
static const struct form withdrawal_form = {
	.name = "withdrawal",
	.row_size = sizeof(int),
};

static enum status show(struct req *rq)
{
	struct withdrawal w;

	TRY(withdrawal_look(rq->cx, &w));
	TRY(form_show(rq, &withdrawal_form,
		      form_row(rq->cx, &withdrawal_form)));
	part_title(rq, w.kind, "withdrawal");
	page_text(rq, "receipt", w.receipt);
	page_number(rq, "may", w.may);
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

static enum status withdraw(struct req *rq)
{
	enum status st = withdrawal_make(rq->cx, rq->session->application);

	if (st == ST_STATE) {
		TRY(answer_state(rq, "begun", "/tokutei/home"));
		return ST_STATE;
	}
	TRY(st);
	return go(rq, "/tokutei/home?withdrawn=1");
}

static const struct act acts[] = {
	{ "withdraw", withdraw },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &withdrawal_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
