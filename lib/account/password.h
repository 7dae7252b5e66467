/* password.h - passwords: what one must be, and how it is stored. */
#ifndef ACCOUNT_PASSWORD_H
#define ACCOUNT_PASSWORD_H

#include <stdbool.h>

#include "base/ctx.h"
#include "form/problem.h"

/* In code points, after NFKC (decisions: 8 to 128, 12 for offices of the state
 * and of municipalities). */
#define PASSWORD_MIN 8
#define PASSWORD_MIN_OFFICE 12
#define PASSWORD_MAX 128

/*
 * The text that is judged and hashed: NFKC, because a Japanese input method
 * gives full-width letters; nothing else is changed (security D2). fold: also
 * without the difference of capital and small letters, for sites that keep the
 * old manual's rule (setting Account.PasswordCaseFold; before the first
 * password is set).
 */
const char *password_normal(struct ctx *cx, const char *typed, bool fold);

/* What belongs to the account and must not be its password. */
struct password_rule {
	int64_t min;
	const char *own[6]; /* login id, address, names …; the rest NULL */
};

/* False, and wrong says why (password_short, _long, _mixed, _common, _context,
 * _keyboard, _repeated), unless the password may be used. */
bool password_good(struct ctx *cx, const char *normal,
		   const struct password_rule *rule, struct report *wrong);

/* The Argon2id string of a password (security AU-01), about 55 ms. ST_IO: no
 * memory for it. */
enum status password_hash(struct ctx *cx, const char *normal,
			  const char **stored) MUST_USE;
/* Is it this one? stored "": nobody has a password here; it takes as long
 * (security AU-12), and is false. */
bool password_fits(const char *stored, const char *normal);
/* Was it hashed with less effort than today's? */
bool password_outdated(const char *stored);

#endif
