/* account.h - accounts, organisations, and which hat an account wears. */
#ifndef ACCOUNT_ACCOUNT_H
#define ACCOUNT_ACCOUNT_H

#include <stdbool.h>

#include "base/ctx.h"

/* As it is stored; 0 and "" where there is none. */
struct account {
	int64_t id;
	struct id public_id;
	const char *login, *mail, *tel, *name;
	const char *password; /* Argon2id string; "": none set yet */
	bool must_change, second_step, disabled;
	int64_t login_at; /* last login, 0: never */
	/* The hat it wears first (spec: accounts). */
	int64_t organisation;
	const char *org_kind, *org_name, *role;
};

/* ST_NOT_FOUND: there is none. A login id is compared in small letters. */
enum status account_load(struct ctx *cx, int64_t id,
			 struct account *a) MUST_USE;
enum status account_by_login(struct ctx *cx, const char *login,
			     struct account *a) MUST_USE;
/* By the address where notices go, and the login id. */
enum status account_by_mail(struct ctx *cx, const char *mail,
			    struct account *a) MUST_USE;

struct account_new {
	const char *login; /* becomes small letters */
	const char *mail, *tel, *name;
	bool second_step; /* a mailed code at each login */
};

/* ST_DUPLICATE: somebody has this login id. No password is set. */
enum status account_create(struct ctx *cx, const struct account_new *n,
			   int64_t *id) MUST_USE;
/* Gives the account a role in an organisation. */
enum status account_join(struct ctx *cx, int64_t account, int64_t organisation,
			 const char *role) MUST_USE;

/* kind: business, venue, medical, municipality, prefecture, ministry,
 * registrar, itdesk, operator. ministry: 0, or the desk of the master table. */
enum status organisation_create(struct ctx *cx, const char *kind,
				const char *name, int64_t ministry,
				int64_t *id) MUST_USE;

/* Do its people work on the intranet site? All others on the public one. */
bool organisation_is_inside(const char *kind);
/* Does this kind of organisation need the longer password? (decisions) */
bool organisation_is_office(const char *kind);

#endif
