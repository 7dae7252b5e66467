/* link.h - mailed links: what they are for, and how long they work. */
#ifndef ACCOUNT_LINK_H
#define ACCOUNT_LINK_H

#include "account/session.h"
#include "base/ctx.h"

/*
 * Purposes (security AU-21):
 *   draft     opens an application that was not sent yet; 24 hours, as often
 *             as needed until it is sent
 *   password  sets the first password after sending; 24 hours
 *   invite    sets the first password of staff or a municipality; 24 hours
 *   reset     sets a forgotten password; 30 minutes
 *   address   confirms a new address; 60 minutes
 *   handover  lets a successor act for a business (lib/handover); 24 hours
 * All but draft work once. The token of a link is made when its mail is sent;
 * what is stored is its hash (link_token).
 */
struct link {
	int64_t id;
	const char *purpose;
	int64_t account, application; /* 0: none */
	const char *mail;
	int64_t expires_at;
	const char *application_state; /* "" without an application */
	/* Why it does not work (any more): expired, used, ended; "" if it
	 * does. */
	const char *trouble;
};

struct link_new {
	const char *purpose;
	int64_t account, application; /* one of the two; or 0 */
	const char *mail;
};

/* How long a link of this purpose works, in minutes. */
int64_t link_minutes(const char *purpose);

/* Adds a link and ends the older ones of its purpose (security AU-23), but for
 * handover: one mailbox may take over several businesses. The caller puts the
 * mail that carries it into the outbox. */
enum status link_create(struct ctx *cx, const struct link_new *n,
			int64_t *id) MUST_USE;
/* Adds a token to a link without a mail: for a command on the host. */
enum status link_token_create(struct ctx *cx, int64_t link,
			      const char **token) MUST_USE;
/* ST_NOT_FOUND: nobody has such a token. A link that does not work is found,
 * with its trouble. */
enum status link_find(struct ctx *cx, const char *token,
		      struct link *l) MUST_USE;
/* The link that opened the session that asks. */
enum status link_mine(struct ctx *cx, struct link *l) MUST_USE;
/* Uses it up; ST_STATE if it does not work any more, or another request was
 * quicker (security AU-22). */
enum status link_use(struct ctx *cx, int64_t id) MUST_USE;
/* Ends all links of an account (security AU-23) but those of one purpose; "":
 * none is spared. */
enum status link_end_all(struct ctx *cx, int64_t account,
			 const char *spared) MUST_USE;

#endif
