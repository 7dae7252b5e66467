/*
 * takeovers.c - 引き継ぎの申し出: those that lie on the desk.
 *
 *	GET
 */
#include "handover/takeover.h"

#include "web/screen.h"

static void put_urls(struct req *rq, const char *list, const struct rows *rows)
{
	page_rows(rq, list, rows);
	for (size_t i = 0; i < rows->n; i++)
		page_item(rq, list, i, "url",
			  url_of(rq, "/account/takeover",
				 row_id(rows->list[i], "id")));
}

static enum status show(struct req *rq)
{
	struct rows open, decided;

	TRY(takeover_open_ones(rq->cx, &open));
	TRY(takeover_decided_ones(rq->cx, &decided));
	put_urls(rq, "open", &open);
	put_urls(rq, "decided", &decided);
	page_back(rq, "/home/index");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
