/* asof.c - 過去の時点: which moment, and pages of lists as they were then. */
#include "parts/asof.h"

#include "http/http.h"

enum status part_moment(struct req *rq, struct id id, struct asof *f)
{
	TRY(form_peek(rq, &asof_form, f));
	f->id = id;
	if (f->day == NO_NUMBER && *query(rq, "day.day"))
		page_notice(rq, "warn", "asof_day");
	page_text(rq, "moment", time_text(rq->cx, asof_settle(rq->cx, f)));
	return ST_OK;
}

const char *part_entry_url(struct req *rq, struct id application, int64_t at)
{
	return mem_printf(rq->cx, "/register/entry?id=%s&at=%lld",
			  id_text(rq->cx, application), (long long)at);
}

void part_asof_page(struct req *rq, const struct asof_page *page,
		    const char *url)
{
	page_rows(rq, "list", &page->rows);
	if (*page->prev)
		page_text(rq, "pages.prev",
			  http_url_with(rq->cx, url, "before", page->prev));
	if (*page->next)
		page_text(rq, "pages.next",
			  http_url_with(rq->cx, url, "after", page->next));
}
