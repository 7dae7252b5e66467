/* application.h - 登録申請: begun, filled in, sent. */
#ifndef TOKUTEI_APPLICATION_H
#define TOKUTEI_APPLICATION_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"

/* Begins an application for this address: version 1 as an empty draft; or finds
 * the draft that it has begun before. id is the internal number, for the link
 * that opens it. */
enum status application_start(struct ctx *cx, const char *mail,
			      int64_t *id) MUST_USE;

/* How far the draft of whoever asks has come. */
struct progress {
	bool founder;	/* 設立主体 is chosen */
	bool applicant; /* the page was complete once */
	int64_t offices, persons, without_institution;
	/* A gate that explains and keeps the draft: "", "physician", "plan". */
	const char *gate;
	bool agency;
	bool mandate_missing; /* agency: the copy of the mandate */
};

/* ST_STATE without a draft. */
enum status application_progress(struct ctx *cx, struct progress *p) MUST_USE;
/* The path of the first page that is not finished. */
const char *application_resume(const struct progress *p);

/* A step of the journey in order; earlier ones must be finished. */
enum step_of { STEP_FOUNDER, STEP_APPLICANT, STEP_OFFICES, STEP_CONFIRM };
/* May this step be opened? If not, *instead is where to go. */
bool application_may(const struct progress *p, enum step_of step,
		     const char **instead);

/* Whoever changes the draft says so first: it waits for a sending that is under
 * way. ST_STATE: it was sent meanwhile, and is not changed any more. */
enum status application_touch(struct ctx *cx) MUST_USE;

/* Keeps others from sending or changing the draft until the transaction ends.
 * ST_STATE: there is none (any more). */
enum status application_claim(struct ctx *cx) MUST_USE;

/* The next receipt number of the day, T-YYYYMMDD-NNNNNNN (Japanese day). */
enum status application_take_receipt(struct ctx *cx,
				     const char **receipt) MUST_USE;

/*
 * Freezes the draft as the next version, gives the receipt number
 * T-YYYYMMDD-NNNNNNN (Japanese day), makes organisation and account when it is
 * the first time, and puts the mails into the outbox. All in the caller's
 * transaction. An address other than the account's is confirmed by its owner
 * before it counts. ST_STATE if there is no draft.
 */
struct sent {
	struct id application;
	const char *receipt;
};
enum status application_send(struct ctx *cx, struct sent *sent) MUST_USE;

#endif
