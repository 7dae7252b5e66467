/* withdrawal.h - 取下げ, and what came of one's own application: for the
 * applicant. No names of officials. */
#ifndef REVIEW_WITHDRAWAL_H
#define REVIEW_WITHDRAWAL_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"

struct withdrawal {
	bool may; /* still: not once a desk has begun */
	const char *kind; /* first: 登録申請, change: 変更届出, renewal: 更新 */
	const char *receipt;
};
enum status withdrawal_look(struct ctx *cx, struct withdrawal *w) MUST_USE;
/* id: of one's own application. ST_STATE: a desk has begun, or it was ended. */
enum status withdrawal_make(struct ctx *cx, struct id id) MUST_USE;

/* number, state, registered_on, valid_until, offices, persons, version, name,
 * public (1: a public body); ST_NOT_FOUND: it is not registered. */
enum status own_registration(struct ctx *cx, struct row **row) MUST_USE;
/* reason, text, at; ST_NOT_FOUND: it was not refused. */
enum status own_refusal(struct ctx *cx, struct row **row) MUST_USE;

/* What happened, the newest first. */
struct own_history {
	struct rows versions;  /* number, kind (of the first: first, change,
				* renewal; else again), at, offices, persons */
	struct rows inquiries; /* number, state, sent_at, due_on, answered_at,
				* ended_at, ministry, items */
	const char *state;
	int64_t sent_at, ended_at; /* 0: not yet */
};
enum status own_history(struct ctx *cx, struct own_history *h) MUST_USE;

#endif
