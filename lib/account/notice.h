/* notice.h - the address where notices go, and how it changes. */
#ifndef ACCOUNT_NOTICE_H
#define ACCOUNT_NOTICE_H

#include <stdbool.h>

#include "account/link.h"
#include "form/problem.h"

/*
 * By a link of purpose address, which was mailed to the new address: uses it
 * up, and notices go there from now on; the old address is told. The login id
 * stays. All other links end (security AU-23), but for the one that sets the
 * very first password: both go out when an application is sent, and either may
 * be opened first. ST_STATE: the link does not work any more.
 */
enum status notice_confirm(struct ctx *cx, const struct link *l) MUST_USE;

/*
 * Notices shall go to another address, which its owner confirms before it
 * counts: a link of purpose address goes there. company: for the mail. Nothing
 * if notices go there already.
 */
enum status notice_ask(struct ctx *cx, int64_t account, const char *to,
		       const char *company) MUST_USE;

/* What of an account can be changed without the ministry: where notices go,
 * and the number that is asked when a password was forgotten. */
struct contact {
	const char *mail, *tel;
};

/*
 * For whoever asks. A new address is asked (notice_ask), a new number holds at
 * once and the address of notices is told. *asked: a mail is on its way to the
 * new address. Problems at `mail`: too many mails went there lately.
 */
enum status contact_change(struct ctx *cx, const struct contact *c,
			   struct problems *p, bool *asked) MUST_USE;
/* The address that waits to be confirmed, "" if none does. */
enum status contact_awaited(struct ctx *cx, const char **mail,
			    int64_t *until) MUST_USE;

#endif
