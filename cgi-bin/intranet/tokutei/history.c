/*
 * history.c - 申請の履歴: who did what, the versions, the inquiries.
 *
 *	GET  ?id=APP ?views=1 ?page=
 */
#include <string.h>

#include "parts/parts.h"
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

static enum status show(struct req *rq)
{
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(show_acts(rq, &view));
	TRY(part_versions(rq, &view));
	TRY(part_inquiries(rq, &view));
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	if (strcmp(rq->session->who.role, "registrar") == 0)
		page_text(rq, "asof", url_of(rq, "/register/entry", view.id));
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
