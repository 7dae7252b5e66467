/*
 * business.c - 登録事業者: one business of the public register and its offices.
 *
 *	GET  ?number= ?after= ?to=
 */
#include "register/register.h"
#include "text/digits.h"
#include "text/jdate.h"
#include "web/screen.h"

/* The number of an office in the address; 0 if there is none. */
static int64_t place(struct req *rq, const char *name)
{
	int64_t n;

	return text_number(query(rq, name), 1, INT32_MAX, &n) == NUMBER_OK ? n
									   : 0;
}

static void show_ways(struct req *rq, const char *number,
		      const struct register_offices *page)
{
	const struct rows *rows = &page->rows;

	if (rows->n == 0)
		return;
	if (page->more_before)
		page_text(rq, "prev.url",
			  mem_printf(
				  rq->cx,
				  "/register/business?number=%s&to=%lld",
				  number,
				  (long long)row_int(rows->list[0], "number")));
	if (page->more_after)
		page_text(rq, "next.url",
			  mem_printf(rq->cx,
				     "/register/business?number=%s&after=%lld",
				     number,
				     (long long)row_int(rows->list[rows->n - 1],
							"number")));
}

static enum status show(struct req *rq)
{
	struct register_offices page;
	struct row *row;
	struct date day;
	const char *number;

	TRY(register_business(rq->cx, query(rq, "number"), &row));
	number = row_text(row, "number");
	page_row(rq, "business", row);
	page_count(rq, "offices", row_int(row, "offices"));
	if (date_parse_iso(row_text(row, "registered_on"), &day))
		page_text(rq, "day", date_text(rq->cx, day));
	TRY(register_offices(rq->cx, number, place(rq, "after"),
			     place(rq, "to"), &page));
	page_rows(rq, "rows", &page.rows);
	show_ways(rq, number, &page);
	page_back(rq, "/register/search");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
	.shared = 60,
};
