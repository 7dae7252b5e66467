/* login.h - a password is given; a session begins. */
#ifndef ACCOUNT_LOGIN_H
#define ACCOUNT_LOGIN_H

#include <stdbool.h>

#include "account/account.h"
#include "account/entry.h"

struct login {
	const char *login, *password; /* as typed */
	bool fold;		      /* setting Account.PasswordCaseFold */
	struct visitor from;
};

/*
 * Is it this account's password? account is filled only if *right. Whatever is
 * wrong (nobody of that name, another password, a disabled account, one of the
 * other site), it takes as long and says no more (security AU-12). A failure
 * is recorded: the caller must commit it. A password that was hashed with less
 * effort is hashed anew.
 */
enum status login_check(struct ctx *cx, const struct login *l,
			struct account *a, bool *right) MUST_USE;

/*
 * Begins the session of an account whose password was right, and ends the one
 * that asked (security SE-03). With a second step it only awaits the code,
 * which is mailed, and *code is true; else it is full, and recorded as a login.
 */
enum status login_begin(struct ctx *cx, const struct account *a,
			const struct visitor *v, const char **cookie,
			bool *code) MUST_USE;
/* The code was right as well: the session that asks becomes a full one. */
enum status login_complete(struct ctx *cx, const struct visitor *v,
			   const char **cookie) MUST_USE;

/* Ends the session that asks, if there is one. */
enum status login_end(struct ctx *cx, const char *why) MUST_USE;

/* Where somebody of this role goes after the login. */
const char *login_home(const char *role);

/* outcome: ok, wrong, code, reset. */
enum status login_note(struct ctx *cx, int64_t account, const struct visitor *v,
		       const char *outcome) MUST_USE;

#endif
