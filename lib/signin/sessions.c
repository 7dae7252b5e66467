/* sessions.c - ログインの記録: one's own logins, and how to end them. */
#include <string.h>

#include "account/device.h"
#include "account/login.h"
#include "account/secret.h"
#include "db/audit.h"
#include "signin/signin.h"
#include "sql/account/mine.h"

static void name_devices(struct req *rq, const char *list,
			 const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		page_item(
			rq, list, i, "name",
			device_name(rq->cx, row_text(rows->list[i], "device")));
}

enum status sessions_show(struct req *rq)
{
	struct rows live, past;

	TRY(db_many(rq->cx, &sql_session_mine, NO_ARGS, &live));
	TRY(db_many(rq->cx, &sql_login_record_mine, NO_ARGS, &past));
	page_rows(rq, "live", &live);
	page_rows(rq, "past", &past);
	name_devices(rq, "live", &live);
	name_devices(rq, "past", &past);
	page_back(rq, login_home(rq->session->who.role));
	if (strcmp(query(rq, "done"), "ended") == 0)
		page_notice(rq, "done", "session_ended");
	return page_show(rq);
}

static enum status end_one(struct req *rq)
{
	struct row *row;
	struct id id = asked_id(rq);

	TRY(db_one(rq->cx, &sql_session_mine_find, ARGS({ "id", value_id(id) }),
		   &row));
	TRY(session_end(rq->cx, row_int(row, "id"), "ended"));
	TRY(audit_write(rq->cx, "session.end", "session", id, ""));
	if (row_int(row, "id") != rq->session->who.session)
		return go(rq, "/account/sessions?done=ended");
	answer_cookie(rq, NULL);
	return go(rq, "/account/logout");
}

/* 「心当たりがない」 */
static enum status disown(struct req *rq)
{
	TRY(secret_disown(rq->cx, setting(rq, "Mail.Desk")));
	answer_cookie(rq, NULL);
	return go(rq, "/account/login?done=disowned");
}

const struct act sessions_acts[2] = {
	{ "end", end_one },
	{ "disown", disown },
};
