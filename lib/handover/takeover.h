/* takeover.h - 引き継ぎの申し出: the one before is gone, and a desk decides. */
#ifndef HANDOVER_TAKEOVER_H
#define HANDOVER_TAKEOVER_H

#include <stdbool.h>

#include "form/form.h"
#include "tokutei/attachment.h"

#define TAKEOVER_BYTES (5 << 20) /* of the proof */

/* What somebody without a login types; the file comes beside it. */
struct claim {
	const char *number; /* of the registration or the receipt */
	const char *company, *company_tel;
	const char *name, *mail, *again, *tel;
	const char *reason, *file;
};

extern const struct form claim_form;

/*
 * Stores it for the desks, and tells both mailboxes: the one that asks, and the
 * one that the business has now, whose owner may still be there. Whether the
 * number is one of ours makes no difference that can be seen (security AU-12);
 * nor does it if that mailbox has asked too often (AU-25): then nothing is
 * stored. Problems at `file`.
 */
enum status takeover_ask(struct ctx *cx, const char *folder,
			 const struct claim *t,
			 const struct attachment_new *proof,
			 struct problems *p) MUST_USE;

/* --- The desk --------------------------------------------------------------
 */

/* Those of the asking desk, the newest first: id, number, company, name, state,
 * asked_at. A ministry has what has a unit with it, the registrar has all, also
 * what fits no business. */
enum status takeover_open_ones(struct ctx *cx, struct rows *rows) MUST_USE;
enum status takeover_decided_ones(struct ctx *cx, struct rows *rows) MUST_USE;

/* What the desk types. */
struct decision {
	struct id id;
	int64_t revision;
	const char *why, *note;
};
extern const struct form decision_form;

/* One of them, with what is registered beside it; that it was looked at stands
 * in the trail. ST_NOT_FOUND: not there, or not for this desk. */
enum status takeover_load(struct ctx *cx, struct id id,
			  struct row **row) MUST_USE;
/* Its proof, from the folder. ST_NOT_FOUND also when it was removed. */
enum status takeover_proof(struct ctx *cx, const char *folder, struct id id,
			   struct attachment_file *file) MUST_USE;

/*
 * The link goes to the new mailbox; also once more, if it ran out. ST_STATE: it
 * was declined, is done, or fits no business. ST_STALE: another one was
 * quicker.
 */
enum status takeover_approve(struct ctx *cx, const struct decision *d) MUST_USE;
/* The mail says why, in one of a few wordings; the note is for staff alone. */
enum status takeover_decline(struct ctx *cx, const struct decision *d) MUST_USE;

#endif
