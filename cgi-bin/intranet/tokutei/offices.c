/*
 * offices.c - 事業所の一覧（審査）: those of an application that are the
 * desk's.
 *
 *	GET  ?id=APP ?q= ?after=NUMBER ?before=NUMBER
 */
#include "http/http.h"
#include "review/desk.h"
#include "web/screen.h"

struct filter {
	struct id id;
	const char *q;
	int64_t after, before;
};

static const struct field fields[] = {
	ID(struct filter, id),
	TEXT(struct filter, q, .flags = F_OPTIONAL, .max = 100),
	NUMBER(struct filter, after, .flags = F_HIDDEN, .max = 999999),
	NUMBER(struct filter, before, .flags = F_HIDDEN, .max = 999999),
};

static const struct form filter_form = {
	.name = "desk_offices",
	.row_size = sizeof(struct filter),
	.fields = fields,
	.nfields = COUNT(fields),
};

static int64_t or_none(int64_t number)
{
	return number == NO_NUMBER ? 0 : number;
}

/* The next and the previous page begin where this one ends. */
static void show_pages(struct req *rq, const struct filter *f,
		       const struct desk_page *page)
{
	const struct rows *rows = &page->rows;
	const char *url = mem_printf(rq->cx, "/tokutei/offices?id=%s&q=%s",
				     id_text(rq->cx, f->id),
				     http_encode(rq->cx, f->q));
	size_t last = rows->n ? rows->n - 1 : 0;

	if (rows->n == 0)
		return;
	if (page->more_before)
		page_text(rq, "pages.prev",
			  mem_printf(
				  rq->cx, "%s&before=%lld", url,
				  (long long)row_int(rows->list[0], "number")));
	if (page->more_after)
		page_text(rq, "pages.next",
			  mem_printf(rq->cx, "%s&after=%lld", url,
				     (long long)row_int(rows->list[last],
							"number")));
}

static enum status show(struct req *rq)
{
	struct filter *f = form_row(rq->cx, &filter_form);
	struct desk_page page;
	struct desk_view view;

	TRY(form_peek(rq, &filter_form, f));
	TRY(desk_open(rq->cx, asked_id(rq), &view));
	f->id = view.id;
	TRY(form_show(rq, &filter_form, f));
	TRY(desk_offices(rq->cx, &view,
			 &(struct desk_filter) { f->q, or_none(f->after),
						 or_none(f->before) },
			 &page));
	page_rows(rq, "list", &page.rows);
	for (size_t i = 0; i < page.rows.n; i++)
		page_item(rq, "list", i, "url",
			  mem_printf(rq->cx, "/tokutei/office?id=%s&office=%s",
				     id_text(rq->cx, view.id),
				     id_text(rq->cx,
					     row_id(page.rows.list[i], "id"))));
	show_pages(rq, f, &page);
	page_text(rq, "app", id_text(rq->cx, view.id));
	page_text(rq, "q", f->q);
	page_text(rq, "name", view.applicant->name);
	page_count(rq, "offices", view.offices);
	page_count(rq, "persons", view.persons);
	page_text(rq, "all", url_of(rq, "/tokutei/offices", view.id));
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &filter_form,
	.get = show,
};
