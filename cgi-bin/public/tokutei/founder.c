/*
 * founder.c - 設立主体: a company, or the state, a prefecture, a municipality.
 *
 *	GET
 *	POST act=save      to the applicant's page
 *
 * A later change keeps what fits; what only the other kind is asked is dropped
 * when the applicant's page is saved again, which says what that is.
 */
#include <string.h>

#include "tokutei/applicant.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct founder *f = form_row(rq->cx, &founder_form);

	TRY(form_open(rq, &founder_form, f));
	page_text(rq, "chosen", f->founder);
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct founder *f = form_row(rq->cx, &founder_form);
	struct founder *was = form_row(rq->cx, &founder_form);
	bool changed;

	TRY(form_load_by(rq->cx, &founder_form, NO_ARGS, was));
	TRY(form_read(rq, &founder_form, f));
	TRY(founder_save(rq->cx, f));
	changed = *was->founder && strcmp(was->founder, f->founder) != 0;
	return go(rq, "/tokutei/applicant%s", changed ? "?changed=1" : "");
}

static const struct act acts[] = {
	{ "save", save },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &founder_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 1,
	.steps = 4,
};
