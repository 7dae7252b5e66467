/*
 * place.c - 住所を調べる: addresses of a postal code, postal codes of a city.
 *
 *	GET ?zip=1008916
 *	GET ?pref=13 &city=131016 &page=
 *
 * For whoever does not know the code, with and without scripts; forms look an
 * address up by themselves.
 */
#include <stdlib.h>

#include "master/address.h"
#include "sql/master/data_stamp.h"
#include "sql/master/lookup.h"
#include "sql/master/postal.h"
#include "text/jdate.h"
#include "web/screen.h"

#define PER_PAGE 50

static enum status show_date(struct req *rq)
{
	struct row *stamp;
	enum status st = db_one(rq->cx, &sql_data_stamp_load,
				ARGS({ "name", value_text("postal_town") }),
				&stamp);
	struct date day;

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	if (date_parse_iso(row_text(stamp, "data_date"), &day))
		page_text(rq, "data_date", date_text(rq->cx, day));
	return ST_OK;
}

static enum status show_zip(struct req *rq, const struct args *args)
{
	struct rows rows;

	TRY(db_many(rq->cx, &sql_postal_find, args, &rows));
	(void)page_pager(rq, "", 1, (int64_t)rows.n + 1, (int64_t)rows.n);
	page_rows(rq, "rows", &rows);
	return ST_OK;
}

static enum status show_city(struct req *rq, const struct address *a,
			     const struct args *args)
{
	const char *url = mem_printf(rq->cx, "/tokutei/place?pref=%s&city=%s&",
				     a->pref, a->city);
	struct row *all;
	struct rows rows;
	int64_t page = strtol(query(rq, "page"), NULL, 10);

	TRY(db_one(rq->cx, &sql_lookup_town_count, args, &all));
	page = page_pager(rq, url, page, PER_PAGE, row_int(all, "count"));
	TRY(db_many(rq->cx, &sql_lookup_towns,
		    &(const struct args) {
			    .list = ARGS({ "limit", value_int(PER_PAGE) },
					 { "offset",
					   value_int((page - 1) * PER_PAGE) })
					    ->list,
			    .n = 2,
			    .more = args,
		    },
		    &rows));
	page_rows(rq, "rows", &rows);
	return ST_OK;
}

static enum status show_places(struct req *rq, const struct address *a)
{
	const struct args *args = form_args(rq->cx, &address_form, a, NULL);

	page_number(rq, "asked", *a->zip || *a->city);
	page_number(rq, "by_zip", *a->zip != '\0');
	page_number(rq, "wrong", *query(rq, "zip") && *a->zip == '\0');
	page_text(rq, "zip", *a->zip ? a->zip : query(rq, "zip"));
	if (*a->zip)
		return show_zip(rq, args);
	return *a->city ? show_city(rq, a, args) : ST_OK;
}

static enum status show(struct req *rq)
{
	struct address *a = form_row(rq->cx, &address_form);

	TRY(form_peek(rq, &address_form, a));
	TRY(form_show(rq, &address_form, a));
	TRY(show_places(rq, a));
	TRY(show_date(rq));
	page_back(rq, "/");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
