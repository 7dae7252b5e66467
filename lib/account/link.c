/* link.c - mailed links: what they are for, and how long they work. */
#include "account/link.h"

#include <string.h>

#include "base/clock.h"
#include "db/audit.h"
#include "db/db.h"
#include "sql/account/link.h"

/* security AU-21 */
static const struct {
	const char *purpose;
	int64_t minutes;
} lives[] = {
	{ "draft", 24 * 60 }, { "password", 24 * 60 }, { "invite", 24 * 60 },
	{ "reset", 30 },      { "address", 60 },       { "handover", 24 * 60 },
};

int64_t link_minutes(const char *purpose)
{
	for (size_t i = 0; i < COUNT(lives); i++)
		if (strcmp(lives[i].purpose, purpose) == 0)
			return lives[i].minutes;
	BUG("a link has no purpose %s", purpose);
}

static enum status end_older(struct ctx *cx, const struct link_new *n)
{
	const struct args *args = ARGS(
		{ "purpose", value_text(n->purpose) },
		{ "account", value_int(n->account) },
		{ "application", value_int(n->application) },
		{ "mail", value_text(n->mail) });

	/* Whoever begins a handover ends the one before (lib/handover). */
	if (strcmp(n->purpose, "handover") == 0)
		return ST_OK;
	if (n->account)
		return db_exec(cx, &sql_link_end_older, args, NULL);
	if (n->application)
		TRY(db_exec(cx, &sql_link_end_older_of_application, args,
			    NULL));
	return db_exec(cx, &sql_link_end_older_of_mail, args, NULL);
}

enum status link_create(struct ctx *cx, const struct link_new *n, int64_t *id)
{
	int64_t until = cx->now + link_minutes(n->purpose) * MINUTE;

	TRY(end_older(cx, n));
	TRY(db_exec(cx, &sql_link_insert,
		    ARGS({ "purpose", value_text(n->purpose) },
			 { "account", value_int(n->account) },
			 { "application", value_int(n->application) },
			 { "mail", value_text(n->mail) },
			 { "expires_at", value_time(until) }),
		    NULL));
	*id = db_last_id(cx);
	return audit_write(cx, "link.issue", "link", (struct id) { { 0 } },
			   mem_printf(cx, "{\"link\":%lld,\"purpose\":\"%s\"}",
				      (long long)*id, n->purpose));
}

enum status link_token_create(struct ctx *cx, int64_t link, const char **token)
{
	struct hash hash;

	*token = token_new(cx);
	hash = token_hash(*token);
	return db_exec(cx, &sql_link_token_insert,
		       ARGS({ "token", value_bytes(hash.b, sizeof(hash.b)) },
			    { "link", value_int(link) }),
		       NULL);
}

static const char *trouble(struct ctx *cx, const struct row *row,
			   const struct link *l)
{
	if (row_time(row, "used_at"))
		return "used";
	/* What was sent cannot be opened for writing by the old link. */
	if (strcmp(l->purpose, "draft") == 0 &&
	    strcmp(l->application_state, "draft") != 0)
		return "used";
	if (row_time(row, "ended_at"))
		return "ended";
	return cx->now >= l->expires_at ? "expired" : "";
}

static void fill(struct ctx *cx, const struct row *row, struct link *l)
{
	*l = (struct link) {
		.id = row_int(row, "id"),
		.purpose = row_text(row, "purpose"),
		.account = row_int(row, "account"),
		.application = row_int(row, "application"),
		.mail = row_text(row, "mail"),
		.expires_at = row_time(row, "expires_at"),
		.application_state = row_text(row, "application_state"),
	};
	l->trouble = trouble(cx, row, l);
}

enum status link_find(struct ctx *cx, const char *token, struct link *l)
{
	struct hash hash = token_hash(token);
	struct row *row;

	TRY(db_one(cx, &sql_link_find,
		   ARGS({ "token", value_bytes(hash.b, sizeof(hash.b)) }),
		   &row));
	fill(cx, row, l);
	return ST_OK;
}

enum status link_mine(struct ctx *cx, struct link *l)
{
	struct row *row;

	TRY(db_one(cx, &sql_link_mine, NO_ARGS, &row));
	fill(cx, row, l);
	return ST_OK;
}

enum status link_use(struct ctx *cx, int64_t id)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_link_use, ARGS({ "id", value_int(id) }),
		    &changed));
	if (changed != 1)
		return ST_STATE;
	return audit_write(cx, "link.use", "link", (struct id) { { 0 } },
			   mem_printf(cx, "{\"link\":%lld}", (long long)id));
}

enum status link_end_all(struct ctx *cx, int64_t account, const char *spared)
{
	return db_exec(cx, &sql_link_end_all,
		       ARGS({ "account", value_int(account) },
			    { "spared", value_text(spared) }),
		       NULL);
}
