/* cmd_resend.c - puts a mail that failed into the queue once more. */
#include <stdlib.h>

#include "cmd.h"
#include "db/audit.h"
#include "db/db.h"
#include "sql/mail/desk.h"

static enum status requeue(struct ctx *cx, void *arg)
{
	const int64_t *id = arg;
	int64_t changed;

	TRY(db_exec(cx, &sql_mail_requeue, ARGS({ "id", value_int(*id) }),
		    &changed));
	if (changed == 0)
		return ST_STATE;
	return audit_write(cx, "mail.resend", "", (struct id) { { 0 } },
			   mem_printf(cx, "{\"mail\":%lld}", (long long)*id));
}

static enum status run(struct call *c)
{
	enum status st;
	int64_t id;
	char *end;

	if (c->nwords != 1)
		return ST_BAD;
	id = strtoll(c->words[0], &end, 10);
	if (*end || id <= 0)
		return ST_BAD;
	st = db_transaction(c->cx, requeue, &id);
	if (st == ST_STATE)
		call_say(c, "no such mail waits or failed, or its link or "
			    "code is over: it has to be asked for again");
	return st;
}

const struct command cmd_resend = {
	.name = "resend",
	.words = "ID",
	.what = "send a mail that failed once more",
	.db = "worker",
	.run = run,
};
