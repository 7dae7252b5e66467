/*
 * lookup.c - lists and addresses for the script of a form.
 *
 *	GET ?zip=1008916    places of a postal code
 *	GET ?pref=13        cities of a prefecture
 *	GET ?type=T10       細目① of a type of business
 *	GET ?detail1=T10-02 細目②
 *
 * The same for everybody, without a session, and nothing of anybody: browsers
 * may keep the answer. Without scripts the pages' own buttons do the same.
 */
#include "sql/master/business_type.h"
#include "sql/master/lookup.h"
#include "sql/master/place.h"
#include "web/screen.h"

#define KEEP_SECONDS 3600

struct lookup {
	const char *zip, *pref, *type, *detail1;
};

static const struct field fields[] = {
	ZIP(struct lookup, zip, .flags = F_OPTIONAL),
	TEXT(struct lookup, pref, .flags = F_OPTIONAL, .max = 2),
	TEXT(struct lookup, type, .flags = F_OPTIONAL, .max = 12),
	TEXT(struct lookup, detail1, .flags = F_OPTIONAL, .max = 12),
};

static const struct form lookup_form = {
	.name = "lookup",
	.row_size = sizeof(struct lookup),
	.fields = fields,
	.nfields = COUNT(fields),
};

static enum status show(struct req *rq)
{
	struct lookup *l = form_row(rq->cx, &lookup_form);
	const struct query *q = &sql_city_options;
	struct rows rows;

	TRY(form_peek(rq, &lookup_form, l));
	if (*l->zip)
		q = &sql_lookup_zip;
	else if (*l->type)
		q = &sql_detail1_options;
	else if (*l->detail1)
		q = &sql_detail2_options;
	TRY(db_many(rq->cx, q, form_args(rq->cx, &lookup_form, l, NULL),
		    &rows));
	return answer_rows(rq, *l->zip ? "places" : "options", &rows,
			   KEEP_SECONDS);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
