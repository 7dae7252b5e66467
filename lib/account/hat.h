/* hat.h - the organisations for which one person acts, one at a time. */
#ifndef ACCOUNT_HAT_H
#define ACCOUNT_HAT_H

#include "account/entry.h"
#include "db/db.h"

/* Those of whoever asks: id (of the organisation), name, kind, role, since,
 * worn. */
enum status hat_list(struct ctx *cx, struct rows *rows) MUST_USE;

/*
 * Another hat, without a second password (spec: accounts). The session that
 * asks ends and a new one begins, so that a form which was shown under the old
 * hat is nothing under the new one (security SE-03); it lasts no longer than
 * the old one would have: until ends_at. role "": the first in that
 * organisation. ST_NOT_FOUND: not a hat of whoever asks.
 */
struct hat_wish {
	struct id organisation;
	const char *role;
	struct visitor from;
	int64_t ends_at;
};
enum status hat_wear(struct ctx *cx, const struct hat_wish *w,
		     const char **cookie, const char **role) MUST_USE;

#endif
