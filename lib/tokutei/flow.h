/*
 * flow.h - 状態遷移: what may be done to an application, by whom, in which
 * state, and what comes of it. The table in flow.c is the one home of this;
 * what is not in it is ST_STATE and changes nothing (spec tokutei §5).
 */
#ifndef TOKUTEI_FLOW_H
#define TOKUTEI_FLOW_H

#include <stdbool.h>

#include "base/ctx.h"
#include "mail/outbox.h"

/* One line of the table; lists have commas. */
struct flow {
	const char *act;
	const char *kinds; /* of application: first, change, renewal; "": any */
	const char *roles;
	const char *from;      /* states of the application */
	const char *unit_from; /* states of the asker's unit; "": needs none */
	const char *unit_to;   /* "": stays */
	/* State of the application; "": stays; "*": follows from its units
	 * and open inquiries. */
	const char *to;
	const char *mail; /* to the applicant, templates/mail; "": none */
	bool unbegun;	  /* only until a desk has done something */
};

extern const struct flow flows[];
extern const size_t nflows;

/* Where an application stands. */
struct flow_at {
	const char *kind; /* first: 登録申請, change: 変更届出, renewal: 更新 */
	const char *state; /* of the application */
	const char *unit;  /* state of the asker's unit, "" if there is none */
	bool begun;	   /* a desk has done something */
};
/* The line that allows it, or NULL. */
const struct flow *flow_find(const char *act, const char *role,
			     const struct flow_at *at);

#define FLOW_MORE 6

/* An act under way; everything lives in the context. */
struct flow_step {
	const struct flow *flow;
	int64_t application, version; /* internal; the version sent last */
	int64_t unit;		      /* of the asker's desk; 0: applicant */
	int64_t account;	      /* of the applicant */
	struct id application_id, unit_id;
	int64_t revision; /* of the unit */
	bool begun;	  /* a desk has done something */
	const char *kind;
	const char *state, *unit_state; /* before the act */
	const char *company, *receipt;
	const char *to; /* the applicant's address */
	/* Set by the act before flow_end: what its mail says beyond company,
	 * receipt and kind. */
	struct mail_text more[FLOW_MORE];
	size_t nmore;
};

/*
 * Locks the application until the transaction ends, and looks whether whoever
 * asks may do this now. revision: of the unit as the page showed it, 0 if it
 * does not matter: ST_STALE when a colleague was quicker. ST_NOT_FOUND: no such
 * application, or not on this desk. ST_STATE: not in this state.
 */
enum status flow_begin(struct ctx *cx, const char *act, struct id application,
		       int64_t revision, struct flow_step *step) MUST_USE;
/* The same in two, where what is read under the lock says which act it is. */
enum status flow_lock(struct ctx *cx, struct id application,
		      struct flow_step *step) MUST_USE;
enum status flow_take(struct ctx *cx, const char *act, int64_t revision,
		      struct flow_step *step) MUST_USE;
/* Writes the states, the audit entry application.ACT (detail: JSON or "") and
 * the mail of the table. After what the act itself writes. */
enum status flow_end(struct ctx *cx, const struct flow_step *step,
		     const char *detail) MUST_USE;

/* It is over, and lies on no desk any more; also where no act of the table ends
 * it. In a transaction that has locked it. */
enum status flow_stop(struct ctx *cx, int64_t application,
		      const char *to) MUST_USE;

#endif
