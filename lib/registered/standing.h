/*
 * standing.h - 登録の状態: how a registration ends, and comes back. The table
 * in standing.c is the one home of what may be done to one, by whom, in which
 * state, and what comes of it; what is not in it is ST_STATE and changes
 * nothing (spec tokutei §7).
 *
 * Days are Japanese. valid_until is the last day on which it holds, to
 * midnight.
 */
#ifndef REGISTERED_STANDING_H
#define REGISTERED_STANDING_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"
#include "text/jdate.h"

/* What an act does to the public register. */
enum standing_effect { REGISTER_STAYS, REGISTER_OFF, REGISTER_ON };
/* Of a 廃止 that was sent in and whose day is still to come. */
enum standing_plan { PLAN_ANY, PLAN_NONE, PLAN_MADE };

/* One line of the table. */
struct standing_act {
	const char *act;
	const char *role; /* "": the worker */
	const char *from, *to;
	enum standing_plan plan;
	const char *mail; /* to the business, templates/mail */
	enum standing_effect effect;
};
extern const struct standing_act standing_acts[];
extern const size_t nstanding_acts;

/* The line that allows it, or NULL. planned: a 廃止 is to come. */
const struct standing_act *standing_find(const char *act, const char *role,
					 const char *state, bool planned);

struct standing {
	int64_t registration; /* internal */
	struct id id;
	struct id application; /* that was registered */
	const char *number, *name, *chief;
	const char *mail;  /* of the business */
	const char *state; /* active, expired, abolished, cancelled */
	struct date registered_on, valid_until;
	struct date ends_on; /* day from which it holds no longer */
	bool has_end;	     /* there is such a day */
	int64_t warned;
	bool renewing; /* a renewal lies on desks */
};
/* It holds, and is to be abolished on ends_on. */
bool standing_planned(const struct standing *s);

/* One's own, also while a change or a renewal of it is under way. ST_NOT_FOUND:
 * there is none. */
enum status standing_own(struct ctx *cx, struct standing *s) MUST_USE;
/* That of an application on one's desk. */
enum status standing_desk(struct ctx *cx, struct id application,
			  struct standing *s) MUST_USE;

/* What happened to it, the newest first: act, at, role, state, day, reason,
 * text, who (name, "" if it is nobody's business). */
enum status standing_events_own(struct ctx *cx, struct rows *rows) MUST_USE;
enum status standing_events_desk(struct ctx *cx, struct id application,
				 struct rows *rows) MUST_USE;
/* The 廃止 or 取消 that ended it, or will: act, at, day, reason, text.
 * ST_NOT_FOUND: there was none. */
enum status standing_last_own(struct ctx *cx, struct row **row) MUST_USE;
enum status standing_last_desk(struct ctx *cx, struct id application,
			       struct row **row) MUST_USE;

/* The last day on which one that has expired can be revived. */
enum status standing_revive_until(struct ctx *cx, const struct standing *s,
				  struct date *last) MUST_USE;

/* --- Acts ------------------------------------------------------------------
 */

/* An act under way; everything lives in the context. */
struct standing_step {
	const struct standing_act *act;
	struct standing was;
	/* Set by the act before standing_end. */
	struct date valid_until; /* as it was, unless the act says otherwise */
	struct date day;	 /* of the end; without has_day: none */
	bool has_day;
	const char *reason, *text; /* "" */
};

/*
 * Locks the registration until the transaction ends, and looks whether whoever
 * asks may do this now. Of the business: its own, application is not asked.
 * ST_NOT_FOUND: there is none, or it is not on this desk. ST_STATE: not in this
 * state.
 */
enum status standing_begin(struct ctx *cx, const char *act,
			   struct id application,
			   struct standing_step *step) MUST_USE;
/* The same for the worker, by the internal number. */
enum status standing_begin_due(struct ctx *cx, const char *act,
			       int64_t registration,
			       struct standing_step *step) MUST_USE;
/* Writes the state, the history, the audit entry application.ACT, the mail of
 * the table, and what it means for the public register. What comes back is
 * published by the worker: the public site may publish nothing. */
enum status standing_end(struct ctx *cx,
			 const struct standing_step *step) MUST_USE;

#endif
