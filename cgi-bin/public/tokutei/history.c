/*
 * history.c - これまでの手続き: every version that was sent, every inquiry of
 * one's own application, in words. A ministry acts, not a person.
 *
 *	GET
 */
#include "review/withdrawal.h"
#include "text/jdate.h"
#include "web/screen.h"

static void show_versions(struct req *rq, const struct rows *rows)
{
	page_rows(rq, "versions", rows);
	for (size_t i = 0; i < rows->n; i++)
		page_item(rq, "versions", i, "at",
			  time_text(rq->cx, row_time(rows->list[i], "at")));
}

static void show_inquiries(struct req *rq, const struct rows *rows)
{
	struct date due;

	page_rows(rq, "inquiries", rows);
	for (size_t i = 0; i < rows->n; i++)
		if (date_parse_iso(row_text(rows->list[i], "due_on"), &due))
			page_item(rq, "inquiries", i, "due",
				  date_text_weekday(rq->cx, due));
}

static enum status show(struct req *rq)
{
	struct own_history h;

	TRY(own_history(rq->cx, &h));
	page_text(rq, "state", h.state);
	page_text(rq, "ended_at", time_text(rq->cx, h.ended_at));
	show_versions(rq, &h.versions);
	show_inquiries(rq, &h.inquiries);
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
