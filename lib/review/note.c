/* note.c - 申し送り: what colleagues of a desk tell each other. */
#include "review/note.h"

#include "db/audit.h"
#include "sql/review/note.h"

enum status note_list(struct ctx *cx, const struct desk_view *view,
		      struct rows *rows)
{
	return db_many(cx, &sql_note_list,
		       ARGS({ "application", value_int(view->application) }),
		       rows);
}

/* No act of the state machine: a note may be written whenever the application
 * may be read, and makes nobody's page stale. */
enum status note_add(struct ctx *cx, const struct review *r, struct problems *p)
{
	struct desk_view view;

	if (*r->note == '\0') {
		(void)problem(p, "review.note", "note");
		return ST_OK;
	}
	TRY(desk_load(cx, r->id, &view));
	TRY(db_exec(cx, &sql_note_insert,
		    ARGS({ "application", value_int(view.application) },
			 { "text", value_text(r->note) }),
		    NULL));
	return audit_write(cx, "application.note", "application", r->id, "");
}
