/* cmd_mails.c - lists the mails that are waiting, and those that failed. */
#include <stdio.h>

#include "base/clock.h"
#include "cmd.h"
#include "db/db.h"
#include "sql/mail/desk.h"

static enum status print(struct ctx *cx, void *arg, const struct row *row)
{
	char when[40], next[40];

	(void)cx;
	(void)arg;
	clock_rfc3339(row_time(row, "created_at"), when);
	clock_rfc3339(row_time(row, "next_at"), next);
	(void)printf("%-6lld %-7s %-16s %-32s %.16s  tries %lld  %s%.16s  %s\n",
		     (long long)row_int(row, "id"), row_text(row, "state"),
		     row_text(row, "template"), row_text(row, "recipient"),
		     when, (long long)row_int(row, "tries"),
		     row_int(row, "waiting") ? "next " : "last ", next,
		     row_text(row, "reply"));
	return ST_OK;
}

static enum status run(struct call *c)
{
	return db_each(c->cx, &sql_mail_list, NO_ARGS, print, NULL);
}

const struct command cmd_mails = {
	.name = "mails",
	.words = "",
	.what = "list the mails that are waiting or failed (times are UTC)",
	.db = "worker",
	.run = run,
};
