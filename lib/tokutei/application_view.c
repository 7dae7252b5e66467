/* application_view.c - one's own application to be read. */
#include "tokutei/application_view.h"

#include <string.h>

#include "sql/tokutei/applicant.h"
#include "sql/tokutei/application_view.h"
#include "text/digits.h"

enum status application_open(struct ctx *cx, struct application_view *view)
{
	struct row *row;

	TRY(db_one(cx, &sql_view_open, NO_ARGS, &row));
	*view = (struct application_view) {
		.id = row_id(row, "id"),
		.version = row_int(row, "version"),
		.number = row_int(row, "number"),
		.kind = row_text(row, "kind"),
		.state = row_text(row, "state"),
		.receipt = row_text(row, "receipt"),
		.mail = row_text(row, "mail"),
		.known = row_int(row, "known") != 0,
		.sent_at = row_time(row, "sent_at"),
		.changed_at = row_time(row, "changed_at"),
		.offices = row_int(row, "offices"),
		.persons = row_int(row, "persons"),
		.last_office = row_int(row, "last_office"),
		.applicant = form_row(cx, &applicant_form),
	};
	TRY(db_one(cx, &sql_applicant_load_version,
		   ARGS({ "version", value_int(view->version) }), &row));
	form_fetch(cx, &applicant_form, row, view->applicant);
	return ST_OK;
}

int64_t view_page(const char *text)
{
	int64_t page;

	return text_number(text, 1, OFFICE_MAX, &page) == NUMBER_OK ? page : 1;
}

enum status application_totals(struct ctx *cx,
			       const struct application_view *view,
			       struct rows *rows)
{
	return db_many(cx, &sql_view_totals,
		       ARGS({ "version", value_int(view->version) }), rows);
}

enum status application_offices(struct ctx *cx,
				const struct application_view *view,
				int64_t page, struct rows *rows)
{
	TRY(db_many(cx, &sql_view_offices,
		    ARGS({ "version", value_int(view->version) },
			 { "limit", value_int(VIEW_PAGE) },
			 { "offset", value_int((page - 1) * VIEW_PAGE) }),
		    rows));
	return office_type_names(cx, rows);
}

enum status application_businesses(struct ctx *cx, int64_t version,
				   struct office *o)
{
	struct rows rows;

	TRY(db_many(cx, &sql_view_businesses,
		    ARGS({ "version", value_int(version) },
			 { "number", value_int(o->number) }),
		    &rows));
	o->business = mem_array(cx, rows.n, sizeof(*o->business));
	o->nbusiness = rows.n;
	for (size_t i = 0; i < rows.n; i++) {
		struct business *b = form_row(cx, &business_form);

		form_fetch(cx, &business_form, rows.list[i], b);
		o->business[i] = *b;
	}
	return ST_OK;
}

enum status application_office(struct ctx *cx,
			       const struct application_view *view,
			       struct id id, struct office *office)
{
	struct row *row;

	TRY(db_one(cx, &sql_view_office,
		   ARGS({ "version", value_int(view->version) },
			{ "id", value_id(id) }),
		   &row));
	form_fetch(cx, &office_form, row, office);
	return application_businesses(cx, view->version, office);
}
