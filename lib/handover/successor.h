/* successor.h - 引き継ぎ: the new mailbox confirms, and somebody else acts. */
#ifndef HANDOVER_SUCCESSOR_H
#define HANDOVER_SUCCESSOR_H

#include <stdbool.h>

#include "account/link.h"
#include "account/secret.h"

struct successor {
	struct link link;
	int64_t handover, organisation;
	bool open; /* neither done nor taken back */
	const char *company, *name, *mail, *tel;
	/* Who has this address already: the new hat goes to that account, and
	 * its password stays. 0: a new account is made. */
	int64_t account;
	bool password; /* one must be chosen */
	/* Somebody of the staff, or an account that was closed: a business
	 * needs another address. */
	bool barred;
	const char *login;
};

/* Of the session that the link has opened. */
enum status successor_load(struct ctx *cx, struct successor *s) MUST_USE;

/*
 * Uses the link up. The successor becomes the one who acts for the business:
 * the one before loses that hat at once, with the sessions under it; notices go
 * to the new address; both are told. ST_STATE: the link does not work any more.
 * Problems at `password` and `again`: nothing was changed, roll back.
 */
enum status successor_accept(struct ctx *cx, const struct successor *s,
			     const struct secret *secret,
			     struct problems *p) MUST_USE;

#endif
