/* close.c - changes and renewals of what is no longer registered. */
#include "registered/close.h"

#include "db/audit.h"
#include "db/db.h"
#include "sql/registered/close.h"
#include "tokutei/flow.h"

static enum status close_one(struct ctx *cx, const struct row *row)
{
	int64_t application = row_int(row, "id");

	TRY(db_exec(cx, &sql_close_inquiries,
		    ARGS({ "application", value_int(application) }), NULL));
	TRY(flow_stop(cx, application, "withdrawn"));
	return audit_write(cx, "application.close", "application",
			   row_id(row, "public_id"), "");
}

/* They look at the registration from now on. */
static enum status turn_sessions(struct ctx *cx, const struct args *args)
{
	struct rows rows;

	TRY(db_many(cx, &sql_close_sessions, args, &rows));
	for (size_t i = 0; i < rows.n; i++)
		TRY(db_exec(
			cx, &sql_close_session,
			ARGS({ "id", *row_value(rows.list[i], "id") },
			     { "parent", *row_value(rows.list[i], "parent") }),
			NULL));
	return ST_OK;
}

enum status close_procedures(struct ctx *cx, int64_t registration)
{
	const struct args *args = ARGS(
		{ "registration", value_int(registration) });
	struct rows sent;

	TRY(db_exec(cx, &sql_close_drafts, args, NULL));
	TRY(turn_sessions(cx, args));
	TRY(db_many(cx, &sql_close_sent, args, &sent));
	for (size_t i = 0; i < sent.n; i++)
		TRY(close_one(cx, sent.list[i]));
	return ST_OK;
}
