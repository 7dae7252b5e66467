/* cmd_add_role.c - gives somebody of the staff one more role (spec: accounts).
 */
#include "account/staff.h"
#include "cmd.h"
#include "db/db.h"

static enum status join(struct ctx *cx, void *arg)
{
	return staff_join(cx, arg);
}

static enum status run(struct call *c)
{
	struct staff_new n = {
		.login = call_option(c, "login"),
		.org = call_option(c, "org"),
		.role = call_option(c, "role"),
	};
	enum status st;

	if (!*n.login || !*n.org || !*n.role)
		return ST_BAD;
	st = db_transaction(c->cx, join, &n);
	if (st == ST_NOT_FOUND)
		call_say(c, "nobody of the staff has the login id %s", n.login);
	if (st == ST_DUPLICATE)
		call_say(c, "%s has this role there already", n.login);
	if (st == ST_INVALID)
		call_say(c, "roles are reviewer, registrar, administrator");
	return st;
}

const struct command cmd_add_role = {
	.name = "add-role",
	.words = "",
	.options = { "login=", "org=", "role=" },
	.what = "give somebody of the staff one more role",
	.db = "owner",
	.run = run,
};
