/* refusal.h - 不登録 and 差戻し: what the registrar does not register. */
#ifndef REVIEW_REFUSAL_H
#define REVIEW_REFUSAL_H

#include "base/ctx.h"
#include "db/db.h"
#include "form/form.h"

/* Why an application is refused; the applicant reads the text as written. */
struct refusal {
	struct id id;
	int64_t revision;   /* of the unit, as the page showed it */
	const char *reason; /* a code that the message file names */
	const char *text;
};
extern const struct form refusal_form;

/*
 * Refuses it; the mail only says that there is something to read. ST_FORBIDDEN:
 * a second person must do it. ST_NOT_FOUND, ST_STATE, ST_STALE as flow_begin.
 */
enum status refusal_make(struct ctx *cx, struct id application,
			 const struct refusal *refusal) MUST_USE;
/* reason, text, at, name of who refused; ST_NOT_FOUND: it was not. */
enum status refusal_of(struct ctx *cx, int64_t application,
		       struct row **row) MUST_USE;

/* A question for the ministry that has confirmed it. */
struct sendback {
	struct id id;
	int64_t revision;
	const char *text;
};
extern const struct form sendback_form;

/* ministry: its code. ST_NOT_FOUND: it has no part in the application, or has
 * not confirmed. */
enum status sendback_make(struct ctx *cx, struct id application,
			  const char *ministry,
			  const struct sendback *s) MUST_USE;

#endif
