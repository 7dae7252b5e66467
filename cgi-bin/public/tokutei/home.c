/*
 * home.c - 申請の状況: where one's application stands, and what comes next.
 *
 *	GET
 */
#include <string.h>

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

static enum status show(struct req *rq)
{
	struct application_view view;

	TRY(application_open(rq->cx, &view));
	page_text(rq, "state", view.state);
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "sent_at", time_text(rq->cx, view.sent_at));
	page_text(rq, "changed_at", time_text(rq->cx, view.changed_at));
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "mail", view.mail);
	page_number(rq, "offices", view.offices);
	page_number(rq, "persons", view.persons);
	if (rq->session->who.draft)
		TRY(show_draft(rq));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
