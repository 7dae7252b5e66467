/* cmd_end_sessions.c - ends the logins of one account, or all (SE-08). */
#include "account/account.h"
#include "account/session.h"
#include "cmd.h"
#include "db/audit.h"
#include "db/db.h"

static enum status end_of(struct ctx *cx, const char *login)
{
	struct account a;

	TRY(account_by_login(cx, login, &a));
	TRY(session_end_others(cx, a.id, 0, "ended"));
	return audit_write(cx, "session.end", "account", a.public_id, "");
}

static enum status end_all(struct ctx *cx)
{
	TRY(session_end_all(cx, "ended"));
	return audit_write(cx, "session.end", "", (struct id) { { 0 } },
			   "{\"all\":1}");
}

static enum status end(struct ctx *cx, void *arg)
{
	const char *login = arg;

	return *login ? end_of(cx, login) : end_all(cx);
}

static enum status run(struct call *c)
{
	char *login = mem_text(c->cx, call_option(c, "login"));
	bool all = *call_option(c, "all") != '\0';
	enum status st;

	if ((*login != '\0') == all)
		return ST_BAD;
	st = db_transaction(c->cx, end, login);
	if (st == ST_NOT_FOUND)
		call_say(c, "nobody has the login id %s", login);
	return st;
}

const struct command cmd_end_sessions = {
	.name = "end-sessions",
	.words = "",
	.options = { "login=", "all" },
	.what = "end the logins of one account, or of everybody",
	.db = "owner",
	.run = run,
};
