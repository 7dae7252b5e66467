/* secret.h - a password is set or changed, and who must hear of it. */
#ifndef ACCOUNT_SECRET_H
#define ACCOUNT_SECRET_H

#include "account/link.h"
#include "account/login.h"
#include "form/problem.h"

/* A new password, typed twice. */
struct secret {
	const char *password, *again; /* as typed */
	bool fold;		      /* setting Account.PasswordCaseFold */
	const char *service;	      /* name of the site, Site.Name */
	bool full; /* the session that asks is one of stage full */
	struct visitor from;
};

/* How long it must be for this account. */
int64_t secret_min(const struct account *a);

/*
 * By a link of purpose password, invite or reset: uses it up, sets the
 * password, ends every session and every other link of the account, and puts a
 * notice into the outbox (security AU-06, AU-22). ST_STATE: the link does not
 * work any more. Problems at `password` and `again`: nothing has been changed,
 * roll back.
 */
enum status secret_set(struct ctx *cx, const struct link *l,
		       const struct secret *s, struct problems *p) MUST_USE;

/*
 * The first password of an account, by a link of another purpose, which the
 * caller has used up. Problems as above.
 */
enum status secret_first(struct ctx *cx, const struct account *a,
			 const struct secret *s, struct problems *p) MUST_USE;

/*
 * By the present password, which login_check() has found right (old: as
 * typed). All sessions of the account end; cookie is that of a new one if the
 * one that asks was the account's own and full, else NULL.
 */
enum status secret_change(struct ctx *cx, const struct account *a,
			  const char *old, const struct secret *s,
			  struct problems *p, const char **cookie) MUST_USE;

/* For sesshuctl demo: sets the password of an account that nobody uses. Nobody
 * is told, and nothing asks whether it is a good one. */
enum status secret_give(struct ctx *cx, const struct account *a,
			const char *password) MUST_USE;

/*
 * 「パスワードを忘れた」: if address and telephone number are those of an
 * account of the public site, a link goes out. Never says whether they are
 * (AU-12, AU-25).
 */
enum status secret_forgot(struct ctx *cx, const char *mail,
			  const char *tel) MUST_USE;

/*
 * 「心当たりがない」: somebody else was there. Ends all sessions and links,
 * takes the password away, mails a link to set a new one, and tells the desk
 * (its address; "": nobody).
 */
enum status secret_disown(struct ctx *cx, const char *desk) MUST_USE;

#endif
