/*
 * end.h - 廃止, 取消 and 復活: what the business and the registrar say when a
 * registration ends, or shall go on (spec tokutei §7).
 */
#ifndef REGISTERED_END_H
#define REGISTERED_END_H

#include "base/ctx.h"
#include "form/form.h"
#include "registered/standing.h"

/* 廃止届 of the whole registration, by the business. */
struct abolition {
	const char *reason; /* a code that the message file names */
	const char *text;
	int64_t day; /* from which on it holds no longer; date_days() */
};
extern const struct form abolition_form;

/*
 * What is wrong with the day, a message key; NULL: nothing. Not before the
 * registration, at most ahead days from today, and not after the last day, from
 * which on there is nothing left to abolish.
 */
const char *abolition_day_wrong(const struct standing *s, struct date today,
				struct date day, int64_t ahead);
/* Problems with the day go into p. */
enum status abolition_check(struct ctx *cx, const struct standing *s,
			    const struct abolition *a,
			    struct problems *p) MUST_USE;
/* Abolished at once, or on its day. ST_STATE: it does not hold any more, or
 * was sent in before. With problems in p nothing has changed. */
enum status abolition_send(struct ctx *cx, const struct abolition *a,
			   struct problems *p) MUST_USE;

/* 復活 within some days after the end. */
struct revival {
	const char *text; /* why it was not renewed in time */
};
extern const struct form revival_form;

/* Until when it holds then: the five years begin on the day after the old last
 * day, so that nothing is won by letting it lapse. */
enum status revival_until(struct ctx *cx, const struct standing *s,
			  struct date *until) MUST_USE;
/* ST_STATE: it has not expired, or too long ago. */
enum status revival_make(struct ctx *cx, const struct revival *r) MUST_USE;

/* 取消 by the registrar. */
struct cancellation {
	struct id id; /* of the application */
	const char *reason;
	const char *text; /* the business reads it as written */
};
extern const struct form cancellation_form;

/* From today. ST_NOT_FOUND, ST_STATE as standing_begin. */
enum status cancellation_make(struct ctx *cx, struct id application,
			      const struct cancellation *c) MUST_USE;

#endif
