/* entry.c - 過去の時点: one business, as it stood then. */
#include "asof/asof.h"
#include "db/audit.h"
#include "db/db.h"
#include "db/keyset.h"
#include "sql/asof/entry.h"
#include "sql/asof/register.h"
#include "text/digits.h"
#include "text/jdate.h"
#include "tokutei/office.h"

struct look {
	struct id id;
	int64_t at;
};

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct look *look = arg;

	return audit_write(
		cx, "registration.asof", "application", look->id,
		mem_printf(cx, "{\"at\":\"%s\"}", jtime_iso(cx, look->at)));
}

static void read_entry(struct ctx *cx, const struct row *row,
		       struct asof_entry *e)
{
	*e = (struct asof_entry) {
		.id = row_id(row, "id"),
		.application = row_int(row, "application"),
		.version = row_int(row, "version"),
		.registered = row_int(row, "registration") != 0,
		.number = row_text(row, "number"),
		.registered_on = row_text(row, "registered_on"),
		.valid_until = asof_until(cx, row),
		.announced = row_text(row, "announced"),
		.kind = row_text(row, "kind"),
		.receipt = row_text(row, "receipt"),
		.version_at = row_time(row, "version_at"),
	};
	e->state = row_text(row, e->registered ? "state" : "outcome");
	e->since = row_time(row, e->registered ? "since" : "outcome_at");
}

static enum status read_version(struct ctx *cx, struct asof_entry *e)
{
	struct row *row;

	TRY(db_one(cx, &sql_asof_applicant,
		   ARGS({ "version", value_int(e->version) }), &row));
	e->applicant = form_row(cx, &applicant_form);
	form_fetch(cx, &applicant_form, row, e->applicant);
	e->offices = row_int(row, "offices");
	e->persons = row_int(row, "persons");
	return ST_OK;
}

enum status asof_open(struct ctx *cx, struct id application, int64_t at,
		      struct asof_entry *e)
{
	struct look look = { application, at };
	struct row *row;

	TRY(db_one(
		cx, &sql_asof_entry,
		ARGS({ "id", value_id(application) }, { "at", value_time(at) }),
		&row));
	/* Nobody sees what the trail could not note. */
	TRY(db_transaction(cx, write_look, &look));
	read_entry(cx, row, e);
	TRY(db_one(cx, &sql_asof_around,
		   ARGS({ "application", value_int(e->application) },
			{ "from", value_time(e->version_at) },
			{ "at", value_time(at) }),
		   &row));
	e->earlier = row_time(row, "earlier");
	e->later = row_time(row, "later");
	return e->version ? read_version(cx, e) : ST_OK;
}

enum status asof_totals(struct ctx *cx, const struct asof_entry *e,
			struct rows *rows)
{
	return db_many(cx, &sql_asof_totals,
		       ARGS({ "version", value_int(e->version) }), rows);
}

static int64_t number_in(const char *text)
{
	int64_t n;

	return text_number(text, 1, OFFICE_MAX * 20, &n) == NUMBER_OK ? n : 0;
}

static const char *number_of(struct ctx *cx, const struct row *row)
{
	return mem_printf(cx, "%lld", (long long)row_int(row, "number"));
}

enum status asof_offices(struct ctx *cx, const struct asof_entry *e,
			 const struct asof *f, struct asof_page *page)
{
	int64_t after = number_in(f->after), before = number_in(f->before);
	struct rows *rows = &page->rows;
	bool back = before > 0;
	struct keyset_more more;

	TRY(db_many(cx,
		    back ? &sql_asof_offices_before : &sql_asof_offices_after,
		    ARGS({ "version", value_int(e->version) },
			 { "after", value_int(after) },
			 { "before", value_int(before) },
			 { "limit", value_int(ASOF_PAGE + 1) }),
		    rows));
	more = keyset_cut(rows, ASOF_PAGE, back, after > 0);
	page->prev = more.before ? number_of(cx, rows->list[0]) : "";
	page->next = more.after ? number_of(cx, rows->list[rows->n - 1]) : "";
	return office_type_names(cx, rows);
}
