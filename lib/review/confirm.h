/* confirm.h - 確認: a desk has read its part, and says what it thinks. */
#ifndef REVIEW_CONFIRM_H
#define REVIEW_CONFIRM_H

#include "form/form.h"

/* What is typed on the review page; each button takes its own part of it. */
struct review {
	struct id id;	     /* of the application */
	int64_t revision;    /* of the unit as the page showed it */
	const char *opinion; /* register, refuse */
	const char *reason;  /* why; must be there for refuse */
	const char *note;    /* for colleagues */
};
extern const struct form review_form;

/*
 * 確認済みにする: act "confirm" of tokutei/flow.h. Notes who, when, which
 * version and with what opinion. What is missing is collected in p, then
 * nothing is done. ST_STALE: a colleague was quicker. ST_STATE.
 */
enum status confirm_save(struct ctx *cx, const struct review *r,
			 struct problems *p) MUST_USE;
/* 確認を取り消す: act "reopen". */
enum status confirm_undo(struct ctx *cx, const struct review *r) MUST_USE;

#endif
