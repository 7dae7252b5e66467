/*
 * index.c - 職員用の入口: who is signed in, and what there is to do.
 *
 *	GET
 */
#include "sql/account/mine.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	const struct session *s = rq->session;
	struct row *row;

	TRY(db_one(rq->cx, &sql_login_before, NO_ARGS, &row));
	page_text(rq, "name", s->name);
	page_text(rq, "org", s->org_name);
	page_text(
		rq, "role",
		message(rq, mem_printf(rq->cx, "role.%s", s->who.role), NULL));
	page_text(rq, "before", time_text(rq->cx, row_time(row, "at")));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
