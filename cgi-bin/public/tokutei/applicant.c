/*
 * applicant.c - 申請者情報: who applies.
 *
 *	GET  ?changed=1    after another 設立主体 was chosen
 *	     ?short=1      asks about a legal form that is written short
 *	POST act=save      check, save, on to the offices or a gate
 *	POST act=full      the same, with the legal form in full
 *
 * What an applicant is, and which values it may have: lib/tokutei/applicant.c.
 */
#include <string.h>

#include "text/company.h"
#include "tokutei/applicant.h"
#include "tokutei/application.h"
#include "web/screen.h"

/* 「（株）」 is asked about once and never refused (design: ui §6). */
static void show_short(struct req *rq, const struct applicant *a)
{
	const char *full = company_full(rq->cx, a->name);

	if (!full)
		return;
	page_text(rq, "short", a->name);
	page_text(rq, "full", full);
}

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
	if (*query(rq, "short"))
		show_short(rq, a);
	if (*query(rq, "changed"))
		page_notice(rq, "info",
			    mem_printf(rq->cx, "founder_%s", a->founder));
	page_back(rq, "/tokutei/founder");
	return page_show(rq);
}

static enum status save_it(struct req *rq, struct applicant *a)
{
	struct progress p;

	TRY(applicant_save(rq->cx, a));
	TRY(application_progress(rq->cx, &p));
	return go(rq, "%s", application_resume(&p));
}

static enum status save(struct req *rq)
{
	struct applicant *a = form_row(rq->cx, &applicant_form);

	TRY(form_read(rq, &applicant_form, a));
	if (company_full(rq->cx, a->name) &&
	    strcmp(posted(rq, "asked"), a->name) != 0) {
		TRY(form_keep(rq, &applicant_form, a));
		return go(rq, "/tokutei/applicant?short=1#short");
	}
	return save_it(rq, a);
}

static enum status save_full(struct req *rq)
{
	struct applicant *a = form_row(rq->cx, &applicant_form);
	const char *full;

	TRY(form_read(rq, &applicant_form, a));
	full = company_full(rq->cx, a->name);
	if (full)
		a->name = full;
	return save_it(rq, a);
}

static const struct act acts[] = {
	{ "save", save },
	{ "full", save_full },
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
