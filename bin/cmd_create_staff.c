/* cmd_create_staff.c - makes an account of ministry staff (security AU-07). */
#include <stdio.h>

#include "account/staff.h"
#include "cmd.h"
#include "db/db.h"

struct making {
	struct ctx *cx; /* where the token is kept */
	struct staff_new staff;
	const char *token;
};

static enum status make(struct ctx *cx, void *arg)
{
	struct making *m = arg;
	const char *token;

	TRY(staff_create(cx, &m->staff, &token));
	m->token = mem_text(m->cx, token);
	return ST_OK;
}

static enum status run(struct call *c)
{
	struct making m = {
		.cx = c->cx,
		.staff = {
			.login = call_option(c, "login"),
			.mail = call_option(c, "mail"),
			.name = call_option(c, "name"),
			.org = call_option(c, "org"),
			.role = call_option(c, "role"),
		},
	};
	enum status st;

	if (!*m.staff.login || !*m.staff.mail || !*m.staff.org ||
	    !*m.staff.role)
		return ST_BAD;
	st = db_transaction(c->cx, make, &m);
	if (st == ST_DUPLICATE)
		call_say(c, "somebody has the login id %s", m.staff.login);
	if (st == ST_INVALID)
		call_say(c, "roles are reviewer, registrar, administrator; "
			    "a login id has letters, digits and .-_@+");
	TRY(st);
	(void)printf("%s/account/open?t=%s\n",
		     config_text(c->config, "Site.IntranetUrl"), m.token);
	call_say(c, "the link sets the password, once, within 24 hours");
	return ST_OK;
}

const struct command cmd_create_staff = {
	.name = "create-staff",
	.words = "",
	.options = { "login=", "mail=", "org=", "role=", "name=" },
	.what = "make an account of staff; prints the link to set its password",
	.db = "owner",
	.run = run,
};
