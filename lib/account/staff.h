/* staff.h - accounts of ministry staff, made on the host (security AU-07). */
#ifndef ACCOUNT_STAFF_H
#define ACCOUNT_STAFF_H

#include "base/ctx.h"

struct staff_new {
	const char *login, *mail;
	const char *name; /* "": the login id stands in for it */
	const char *org;  /* name of the organisation; it is made if missing */
	const char *role; /* reviewer, registrar, administrator */
};

/*
 * Makes the account, its organisation if there is none of that name, and a
 * link to set the first password; for sesshuctl create-staff, inside a
 * transaction. An organisation that is called like a ministry of the master
 * table, or by its code, is that ministry's desk. token is what stands behind
 * ?t= in the link: IntranetUrl/account/open?t=TOKEN, good for 24 hours; only
 * its hash is stored. ST_DUPLICATE: the login id is taken. ST_INVALID: a role,
 * an address or a login id that is none.
 */
enum status staff_create(struct ctx *cx, const struct staff_new *n,
			 const char **token) MUST_USE;

/*
 * Another hat for somebody who has an account of staff (name and mail are not
 * asked): for sesshuctl add-role, inside a transaction. ST_NOT_FOUND: nobody on
 * the intranet has this login id. ST_DUPLICATE: it has this role there already.
 * ST_INVALID: a role that is none.
 */
enum status staff_join(struct ctx *cx, const struct staff_new *n) MUST_USE;

#endif
