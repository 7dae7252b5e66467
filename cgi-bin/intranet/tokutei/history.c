/*
 * history.c - 申請の履歴: who did what, the versions, the inquiries.
 *
 *	GET  ?id=APP ?views=1 ?page=
 */
#include <string.h>

#include "review/history.h"
#include "tokutei/application_view.h"
#include "web/screen.h"

/* An act without a word of its own is still an act. */
static const char *act_text(struct req *rq, const char *act)
{
	const char *text = message(rq, mem_printf(rq->cx, "act.%s", act), NULL);

	return *text == '[' ? message(rq, "trail.other", NULL) : text;
}

static enum status show_acts(struct req *rq, const struct desk_view *view)
{
	bool views = strcmp(query(rq, "views"), "1") == 0, more;
	int64_t page = view_page(query(rq, "page"));
	const char *plain = url_of(rq, "/tokutei/history", view->id);
	const char *url = mem_printf(rq->cx, "%s%s", plain,
				     views ? "&views=1" : "");
	struct rows rows;

	TRY(history_list(rq->cx, view, views, page, &rows, &more));
	page_rows(rq, "acts", &rows);
	for (size_t i = 0; i < rows.n; i++)
		page_item(rq, "acts", i, "text",
			  act_text(rq, row_text(rows.list[i], "act")));
	if (page > 1)
		page_text(rq, "pages.prev",
			  mem_printf(rq->cx, "%s&page=%lld", url,
				     (long long)page - 1));
	if (more)
		page_text(rq, "pages.next",
			  mem_printf(rq->cx, "%s&page=%lld", url,
				     (long long)page + 1));
	page_number(rq, "views", views);
	page_text(rq, "toggle",
		  views ? plain : mem_printf(rq->cx, "%s&views=1", plain));
	return ST_OK;
}

static enum status show_versions(struct req *rq, const struct desk_view *view)
{
	struct rows rows;

	TRY(desk_versions(rq->cx, view, &rows));
	page_rows(rq, "versions", &rows);
	for (size_t i = 0; i + 1 < rows.n; i++)
		page_item(
			rq, "versions", i, "url",
			mem_printf(
				rq->cx,
				"/tokutei/difference?id=%s&from=%lld"
				"&to=%lld",
				id_text(rq->cx, view->id),
				(long long)row_int(rows.list[i + 1], "number"),
				(long long)row_int(rows.list[i], "number")));
	return ST_OK;
}

static enum status show_inquiries(struct req *rq, const struct desk_view *view)
{
	struct rows rows;

	TRY(history_inquiries(rq->cx, view, &rows));
	page_rows(rq, "inquiries", &rows);
	for (size_t i = 0; i < rows.n; i++)
		page_item(rq, "inquiries", i, "text",
			  message(rq,
				  mem_printf(rq->cx, "inquiry.state.%s",
					     row_text(rows.list[i], "state")),
				  NULL));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(show_acts(rq, &view));
	TRY(show_versions(rq, &view));
	TRY(show_inquiries(rq, &view));
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
