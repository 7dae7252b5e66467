/* duplicate.c - 重複: other applications that look like this one. */
#include "review/duplicate.h"

#include "db/audit.h"
#include "sql/review/duplicate.h"

static const char *const verdicts[] = { "same", "different", NULL };

static const struct field fields[] = {
	ID(struct duplicate, id),
	TEXT(struct duplicate, other, .flags = F_HIDDEN, .max = 32),
	RADIO(struct duplicate, verdict, .flags = F_REQUIRED,
	      .choices = verdicts),
	TEXT(struct duplicate, note, .flags = F_OPTIONAL, .max = 500),
};

const struct form duplicate_form = {
	.name = "duplicate",
	.row_size = sizeof(struct duplicate),
	.fields = fields,
	.nfields = COUNT(fields),
};

enum status duplicate_list(struct ctx *cx, const struct desk_view *view,
			   struct rows *rows)
{
	return db_many(cx, &sql_duplicate_list,
		       ARGS({ "application", value_int(view->application) },
			    { "version", value_int(view->version) }),
		       rows);
}

enum status duplicate_save(struct ctx *cx, const struct duplicate *d)
{
	struct desk_view view;
	struct id other;
	struct row *row;

	TRY(desk_load(cx, d->id, &view));
	if (!id_parse(d->other, &other))
		return ST_NOT_FOUND;
	TRY(db_one(cx, &sql_duplicate_find,
		   ARGS({ "application", value_int(view.application) },
			{ "other", value_id(other) }),
		   &row));
	TRY(db_exec(cx, &sql_duplicate_put,
		    ARGS({ "application", value_int(view.application) },
			 { "other", value_int(row_int(row, "other")) },
			 { "verdict", value_text(d->verdict) },
			 { "note", value_text(d->note) }),
		    NULL));
	return audit_write(cx, "application.duplicate", "application", d->id,
			   mem_printf(cx,
				      "{\"other\":\"%s\",\"verdict\":\"%s\"}",
				      id_text(cx, other), d->verdict));
}
