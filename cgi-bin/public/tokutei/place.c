/*
 * place.c - 住所を調べる: addresses of a postal code, postal codes of a city.
 *
 *	GET ?zip=1008916
 *	GET ?pref=13 &city=131016
 *
 * For whoever does not know the code, with and without scripts; forms look an
 * address up by themselves.
 */
#include "master/address.h"
#include "sql/master/data_stamp.h"
#include "sql/master/lookup.h"
#include "sql/master/postal.h"
#include "text/jdate.h"
#include "web/screen.h"

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

static enum status show_places(struct req *rq, const struct address *a)
{
	const struct args *args = form_args(rq->cx, &address_form, a, NULL);
	struct rows rows = { .n = 0 };

	if (*a->zip)
		TRY(db_many(rq->cx, &sql_postal_find, args, &rows));
	else if (*a->city)
		TRY(db_many(rq->cx, &sql_lookup_towns, args, &rows));
	page_number(rq, "asked", *a->zip || *a->city);
	page_number(rq, "wrong", *query(rq, "zip") && *a->zip == '\0');
	page_text(rq, "zip", *a->zip ? a->zip : query(rq, "zip"));
	page_number(rq, "by_zip", *a->zip != '\0');
	page_number(rq, "count", (int64_t)rows.n);
	page_rows(rq, "rows", &rows);
	return ST_OK;
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
