/*
 * applicant.c - 申請者情報: who applies.
 *
 *	GET
 *	POST act=save      check, save, on to the offices or a gate
 *
 * What an applicant is, and which values it may have: lib/tokutei/applicant.c.
 */
#include "tokutei/applicant.h"
#include "tokutei/application.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct applicant *a = form_row(rq->cx, &applicant_form);
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_APPLICANT, &instead))
		return go(rq, "%s", instead);
	TRY(form_open(rq, &applicant_form, a));
	page_text(rq, "founder", a->founder);
	page_back(rq, "/tokutei/founder");
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct applicant *a = form_row(rq->cx, &applicant_form);
	struct progress p;

	TRY(form_read(rq, &applicant_form, a));
	TRY(form_save(rq->cx, &applicant_form, a));
	TRY(application_progress(rq->cx, &p));
	return go(rq, "%s", application_resume(&p));
}

static const struct act acts[] = {
	{ "save", save },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &applicant_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 2,
	.steps = 4,
};
