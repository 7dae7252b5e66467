/* history.c - 履歴: what was done to an application, by whom, when. */
#include "review/history.h"

#include "sql/review/history.h"

static enum status load(struct ctx *cx, const struct desk_view *view,
			bool views, int64_t limit, int64_t offset,
			struct rows *rows)
{
	return db_many(cx, &sql_history_list,
		       ARGS({ "application", value_int(view->application) },
			    { "views", value_int(views) },
			    { "limit", value_int(limit) },
			    { "offset", value_int(offset) }),
		       rows);
}

enum status history_list(struct ctx *cx, const struct desk_view *view,
			 bool views, int64_t page, struct rows *rows,
			 bool *more)
{
	TRY(load(cx, view, views, HISTORY_PAGE + 1, (page - 1) * HISTORY_PAGE,
		 rows));
	*more = rows->n > HISTORY_PAGE;
	if (*more)
		rows->n = HISTORY_PAGE;
	return ST_OK;
}

enum status history_last(struct ctx *cx, const struct desk_view *view,
			 int64_t n, struct rows *rows)
{
	return load(cx, view, false, n, 0, rows);
}

enum status history_inquiries(struct ctx *cx, const struct desk_view *view,
			      struct rows *rows)
{
	return db_many(cx, &sql_history_inquiries,
		       ARGS({ "application", value_int(view->application) }),
		       rows);
}

enum status history_bounced(struct ctx *cx, const struct desk_view *view,
			    bool *bounced)
{
	struct row *row;
	enum status st = db_one(
		cx, &sql_history_last_mail,
		ARGS({ "application", value_int(view->application) }), &row);

	*bounced = st == ST_OK && row_int(row, "failed") == 1;
	return st == ST_NOT_FOUND ? ST_OK : st;
}
