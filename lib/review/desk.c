/* desk.c - 審査画面: an application as it lies on one's desk. */
#include "review/desk.h"

#include "db/audit.h"
#include "db/keyset.h"
#include "sql/review/desk.h"
#include "tokutei/flow.h"
#include "text/searchkey.h"

static int64_t number_or(const struct row *row, const char *name,
			 int64_t otherwise)
{
	const struct value *v = row_value(row, name);

	return v && v->kind != V_NULL ? v->number : otherwise;
}

static void read_unit(const struct row *row, struct desk_view *view)
{
	view->base_number = row_int(row, "base_number");
	view->secured_on = number_or(row, "secured_on", NO_NUMBER);
	view->unit_id = row_id(row, "unit_id");
	view->unit = row_int(row, "unit");
	view->revision = row_int(row, "revision");
	view->unit_state = row_text(row, "unit_state");
	view->since = row_time(row, "since");
	view->due_on = number_or(row, "due_on", NO_NUMBER);
	view->opinion = row_text(row, "opinion");
	view->reason = row_text(row, "reason");
	view->assignee = row_int(row, "assignee");
	view->assignee_name = row_text(row, "assignee_name");
	view->assigned_at = row_time(row, "assigned_at");
	view->confirmed_by = row_int(row, "confirmed_by");
	view->confirmed_name = row_text(row, "confirmed_name");
	view->confirmed_at = row_time(row, "confirmed_at");
	view->confirmed_version = row_int(row, "confirmed_version");
	view->confirmed_number = row_int(row, "confirmed_number");
	view->offices = row_int(row, "offices");
	view->persons = row_int(row, "persons");
}

enum status desk_load(struct ctx *cx, struct id application,
		      struct desk_view *view)
{
	struct row *row;

	TRY(db_one(cx, &sql_desk_load, ARGS({ "id", value_id(application) }),
		   &row));
	*view = (struct desk_view) {
		.id = row_id(row, "id"),
		.application = row_int(row, "application"),
		.version = row_int(row, "version"),
		.number = row_int(row, "number"),
		.kind = row_text(row, "kind"),
		.state = row_text(row, "state"),
		.receipt = row_text(row, "receipt"),
		.login = row_text(row, "login"),
		.sent_at = row_time(row, "sent_at"),
		.version_at = row_time(row, "version_at"),
		.begun_at = row_time(row, "begun_at"),
		.applicant = form_row(cx, &applicant_form),
	};
	read_unit(row, view);
	TRY(db_one(cx, &sql_desk_applicant,
		   ARGS({ "version", value_int(view->version) }), &row));
	form_fetch(cx, &applicant_form, row, view->applicant);
	return ST_OK;
}

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct desk_view *view = arg;

	return audit_write(cx, "application.view", "application", view->id, "");
}

/* Nobody sees what the trail could not note: the entry is there first. */
enum status desk_open(struct ctx *cx, struct id application,
		      struct desk_view *view)
{
	TRY(desk_load(cx, application, view));
	return db_transaction(cx, write_look, view);
}

bool desk_may(struct ctx *cx, const struct desk_view *view, const char *act)
{
	return flow_find(act, cx->who->role,
			 &(struct flow_at) { view->kind, view->state,
					     view->unit_state,
					     view->begun_at != 0 }) != NULL;
}

bool desk_changed_since(const struct desk_view *view)
{
	return view->confirmed_version != 0 &&
	       view->confirmed_version != view->version;
}

enum status desk_totals(struct ctx *cx, const struct desk_view *view,
			struct rows *rows)
{
	return db_many(cx, &sql_desk_totals,
		       ARGS({ "version", value_int(view->version) }), rows);
}

enum status desk_units(struct ctx *cx, const struct desk_view *view,
		       struct rows *rows)
{
	return db_many(cx, &sql_desk_units,
		       ARGS({ "application", value_int(view->application) }),
		       rows);
}

enum status desk_versions(struct ctx *cx, const struct desk_view *view,
			  struct rows *rows)
{
	return db_many(cx, &sql_desk_versions,
		       ARGS({ "application", value_int(view->application) }),
		       rows);
}

enum status desk_offices(struct ctx *cx, const struct desk_view *view,
			 const struct desk_filter *f, struct desk_page *page)
{
	bool back = f->before > 0;
	struct keyset_more more;

	TRY(db_many(cx,
		    back ? &sql_desk_offices_before : &sql_desk_offices_after,
		    ARGS({ "version", value_int(view->version) },
			 { "q", value_text(text_key_like(cx, f->q, true)) },
			 { "after", value_int(f->after) },
			 { "before", value_int(f->before) },
			 { "limit", value_int(DESK_PAGE + 1) }),
		    &page->rows));
	more = keyset_cut(&page->rows, DESK_PAGE, back, f->after > 0);
	page->more_before = more.before;
	page->more_after = more.after;
	return office_type_names(cx, &page->rows);
}

static enum status read_businesses(struct ctx *cx, const struct desk_view *view,
				   struct desk_office *d)
{
	struct office *o = &d->office;
	struct rows rows;

	TRY(db_many(cx, &sql_desk_businesses,
		    ARGS({ "version", value_int(view->version) },
			 { "number", value_int(o->number) }),
		    &rows));
	o->business = mem_array(cx, rows.n, sizeof(*o->business));
	o->nbusiness = rows.n < BUSINESS_MAX ? rows.n : BUSINESS_MAX;
	for (size_t i = 0; i < o->nbusiness; i++) {
		struct business *b = form_row(cx, &business_form);

		form_fetch(cx, &business_form, rows.list[i], b);
		o->business[i] = *b;
		d->position[i] = row_int(rows.list[i], "position");
	}
	return ST_OK;
}

enum status desk_office(struct ctx *cx, const struct desk_view *view,
			struct id id, struct desk_office *office)
{
	struct office *o = form_row(cx, &office_form);
	struct row *row;

	TRY(db_one(cx, &sql_desk_office,
		   ARGS({ "version", value_int(view->version) },
			{ "id", value_id(id) }),
		   &row));
	form_fetch(cx, &office_form, row, o);
	*office = (struct desk_office) {
		.office = *o,
		.shown_name = row_text(row, "shown_name"),
	};
	return read_businesses(cx, view, office);
}

enum status desk_office_at(struct ctx *cx, const struct desk_view *view,
			   int64_t number, struct desk_office *office)
{
	struct row *row;

	TRY(db_one(cx, &sql_desk_office_id,
		   ARGS({ "version", value_int(view->version) },
			{ "number", value_int(number) }),
		   &row));
	return desk_office(cx, view, row_id(row, "id"), office);
}

const char *desk_ask_url(struct ctx *cx, const struct desk_view *view,
			 const char *target, int64_t office, int64_t position)
{
	return mem_printf(
		cx,
		"/tokutei/inquiry?id=%s&target=%s&office=%lld&position=%lld"
		"&field=",
		id_text(cx, view->id), target, (long long)office,
		(long long)position);
}
