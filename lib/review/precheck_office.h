/* precheck_office.h - inside lib/review: the rules about offices. */
#ifndef REVIEW_PRECHECK_OFFICE_H
#define REVIEW_PRECHECK_OFFICE_H

#include "review/precheck.h"

/* A rule has found something; the worst verdict stays. */
void precheck_found(struct precheck_result *r, enum precheck_verdict v,
		    const struct precheck_place *place);

/* All offices of my part, one by one. */
enum status precheck_offices(struct ctx *cx, const struct desk_view *view,
			     struct precheck *sheet) MUST_USE;

#endif
