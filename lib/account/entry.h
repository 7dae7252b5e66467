/* entry.h - coming in by a mailed link. */
#ifndef ACCOUNT_ENTRY_H
#define ACCOUNT_ENTRY_H

#include "base/ctx.h"

/* From where somebody comes: for the list of their logins. */
struct visitor {
	const char *site;	 /* public, intranet */
	const char *device, *ip; /* as the request says */
};

struct entry {
	/* Why the link opens nothing: unknown, expired, used, ended; "" */
	const char *trouble;
	const char *purpose; /* "" if unknown */
	const char *cookie;  /* of the new session; NULL: the old one does */
	const char *url;     /* where to go from here */
};

/*
 * What a GET of a mailed link does (security AU-22): it uses nothing up. A
 * link that works gets a session of stage link: for a draft the role drafter
 * (60 minutes, as everybody who fills in the form), for a password the role
 * setter, for an address confirmer, for a handover successor, which may do
 * nothing else and last 15 minutes. Its own small transaction; of sessions that
 * a link opened and nobody came back to, the oldest go when there are too many.
 */
enum status entry_open(struct ctx *cx, const char *token,
		       const struct visitor *v, struct entry *e) MUST_USE;

#endif
