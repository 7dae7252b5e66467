/*
 * gate.c - what has to be there before one can apply: 産業医, 業務継続計画.
 *
 *	GET
 *
 * No mistake of the form: the page explains, and the draft stays.
 */
#include <string.h>

#include "tokutei/application.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct progress p;

	TRY(application_progress(rq->cx, &p));
	if (*p.gate == '\0')
		return go(rq, "%s", application_resume(&p));
	page_text(rq, "gate", p.gate);
	page_back(rq, "/tokutei/applicant");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
