/*
 * search.c - 登録事業者を探す: the public register, for everybody.
 *
 *	GET  ?name= ?type= ?pref= ?city= ?before=
 *
 * The same for whoever asks, and kept by the web server: a rush of visitors
 * does not reach the database.
 */
#include <string.h>

#include "register/register.h"
#include "text/jdate.h"
#include "web/screen.h"

static const char *without_end(struct ctx *cx, const char *url)
{
	return mem_printf(cx, "%.*s", (int)(strlen(url) - 1), url);
}

static void show_rows(struct req *rq, const struct rows *rows)
{
	page_rows(rq, "rows", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *r = rows->list[i];
		struct date day;

		page_row_text(rq, i, "url",
			      mem_printf(rq->cx, "/register/business?number=%s",
					 row_text(r, "number")));
		if (date_parse_iso(row_text(r, "registered_on"), &day))
			page_row_text(rq, i, "day", date_text(rq->cx, day));
	}
}

/* Where the next page, the first one and the files are. */
static void show_ways(struct req *rq, struct register_filter *f,
		      const struct register_found *found)
{
	const char *url = register_url(rq->cx, "/register/search", f);
	const char *file = register_url(rq->cx, "/register/download", f);

	if (*found->next)
		page_text(rq, "next.url",
			  mem_printf(rq->cx, "%sbefore=%s", url, found->next));
	if (*f->before)
		page_text(rq, "first.url", without_end(rq->cx, url));
	page_text(rq, "csv.url", mem_printf(rq->cx, "%sformat=csv", file));
	page_text(rq, "xlsx.url", mem_printf(rq->cx, "%sformat=xlsx", file));
}

static enum status show(struct req *rq)
{
	struct register_filter *f = form_row(rq->cx, &register_filter_form);
	struct register_found found;

	TRY(form_peek(rq, &register_filter_form, f));
	TRY(form_show(rq, &register_filter_form, f));
	TRY(register_search(rq->cx, f, &found));
	show_rows(rq, &found.rows);
	show_ways(rq, f, &found);
	page_number(rq, "any", register_filter_any(f));
	page_number(rq, "found", (int64_t)found.rows.n);
	page_text(rq, "download",
		  message_of(rq, "register.download_text",
			     count_text(rq->cx, REGISTER_DOWNLOAD)));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &register_filter_form,
	.get = show,
	.shared = 60,
};
