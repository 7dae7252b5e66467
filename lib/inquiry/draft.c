/* draft.c - 疑義照会: drafted, sent, taken back. */
#include <string.h>

#include "db/audit.h"
#include "inquiry/inquiry.h"
#include "sql/review/inquiry.h"
#include "tokutei/flow.h"

/* The unit of a step as an argument; every statement asks whose it is. */
#define UNIT(step)                                                             \
	{                                                                      \
		"unit", value_int((step)->unit)                                \
	}

/* The draft is locked by its application. */
static enum status begin(struct ctx *cx, const char *act, struct id application,
			 struct flow_step *step, struct desk_view *view)
{
	TRY(flow_begin(cx, act, application, 0, step));
	return desk_load(cx, application, view);
}

static enum status audit_item(struct ctx *cx, const char *act, struct id id,
			      const struct point *at)
{
	return audit_write(cx, act, "inquiry_item", id,
			   at ? mem_printf(cx,
					   "{\"target\":\"%s\",\"field\":"
					   "\"%s\"}",
					   at->target, at->field)
			      : "");
}

/* The draft, begun if there is none. */
static enum status open_draft(struct ctx *cx, const struct flow_step *step,
			      const struct desk_view *view, struct row **draft)
{
	enum status st = inquiry_draft(cx, view, draft);

	if (st != ST_NOT_FOUND)
		return st;
	TRY(db_exec(cx, &sql_inquiry_insert,
		    ARGS(UNIT(step), { "id", value_id(id_new()) }), NULL));
	TRY(inquiry_draft(cx, view, draft));
	return flow_end(cx, step,
			mem_printf(cx, "{\"number\":%lld}",
				   (long long)row_int(*draft, "number")));
}

/* One more item; previous: the one that is asked again, or 0. */
static enum status put_item(struct ctx *cx,
			    const struct application_words *words,
			    const struct flow_step *step,
			    const struct correction *c,
			    const struct inquiry_item *item, int64_t previous)
{
	struct id id = id_new();
	const char *before;

	TRY(point_text(cx, words, c, &before));
	TRY(db_exec(cx, &sql_inquiry_item_insert,
		    ARGS(UNIT(step), { "id", value_id(id) },
			 { "target", value_text(c->at.target) },
			 { "office", value_int(c->at.office) },
			 { "position", value_int(c->at.position) },
			 { "field", value_text(c->at.field) },
			 { "reason", value_text(item->reason) },
			 { "text", value_text(item->text) },
			 { "suggestion", value_text(item->suggestion) },
			 { "before", value_text(before) },
			 { "previous",
			   previous ? value_int(previous) : value_null() }),
		    NULL));
	return audit_item(cx, "inquiry_item.add", id, &c->at);
}

/* What was chosen, as a point of this page. */
static bool read_point(struct ctx *cx, const struct inquiry_item *item,
		       struct point *at)
{
	if (!point_parse(cx, item->point, at))
		return false;
	if (strcmp(at->target, "applicant") != 0 &&
	    strcmp(at->target, "document") != 0)
		at->office = item->office == NO_NUMBER ? 0 : item->office;
	return true;
}

enum status inquiry_add(struct ctx *cx, const struct application_words *words,
			struct id application, const struct inquiry_item *item,
			struct problems *p)
{
	struct correction *c = form_row(cx, &correction_form);
	struct flow_step step;
	struct desk_view view;
	struct row *draft;
	struct point at;

	TRY(begin(cx, "inquiry.draft", application, &step, &view));
	if (!read_point(cx, item, &at)) {
		(void)problem(p, "inquiry.point", "point");
		return ST_OK;
	}
	TRY(inquiry_values(cx, &view, &at, c));
	if (!point_known(&at, c))
		return ST_BAD;
	TRY(open_draft(cx, &step, &view, &draft));
	if (row_int(draft, "items") >= INQUIRY_ITEMS) {
		report_arg(problem(p, "inquiry.many", "point"), "max", "%d",
			   INQUIRY_ITEMS);
		return ST_OK;
	}
	return put_item(cx, words, &step, c, item, 0);
}

enum status inquiry_change(struct ctx *cx, struct id application,
			   const struct inquiry_item *item)
{
	struct flow_step step;
	struct desk_view view;
	int64_t changed;

	TRY(begin(cx, "inquiry.draft", application, &step, &view));
	TRY(db_exec(cx, &sql_inquiry_item_update,
		    ARGS(UNIT(&step), { "id", value_id(item->id) },
			 { "revision", value_int(item->revision) },
			 { "reason", value_text(item->reason) },
			 { "text", value_text(item->text) },
			 { "suggestion", value_text(item->suggestion) }),
		    &changed));
	if (changed == 0)
		return ST_STALE;
	return audit_item(cx, "inquiry_item.save", item->id, NULL);
}

enum status inquiry_remove(struct ctx *cx, struct id application,
			   struct id item)
{
	struct flow_step step;
	struct desk_view view;
	int64_t changed;

	TRY(begin(cx, "inquiry.draft", application, &step, &view));
	TRY(db_exec(cx, &sql_inquiry_item_remove,
		    ARGS(UNIT(&step), { "id", value_id(item) }), &changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_item(cx, "inquiry_item.remove", item, NULL);
}

enum status inquiry_discard(struct ctx *cx, struct id application)
{
	struct flow_step step;
	struct desk_view view;
	int64_t changed;

	TRY(begin(cx, "inquiry.draft", application, &step, &view));
	TRY(db_exec(cx, &sql_inquiry_drop, ARGS(UNIT(&step)), &changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_write(cx, "inquiry.discard", "application", application,
			   "");
}

enum status inquiry_write(struct ctx *cx, const struct inquiry_words *w)
{
	struct flow_step step;
	struct desk_view view;
	int64_t changed;

	TRY(begin(cx, "inquiry.draft", w->id, &step, &view));
	TRY(db_exec(cx, &sql_inquiry_words,
		    ARGS(UNIT(&step), { "message", value_text(w->message) },
			 { "due", value_int(w->due) },
			 { "revision", value_int(w->revision) }),
		    &changed));
	if (changed == 0)
		return ST_STALE;
	return audit_write(cx, "inquiry.write", "application", w->id, "");
}

/* --- Sent ---------------------------------------------------------------- */

/* Another ministry's answer may have come since it was drafted. */
static enum status refresh(struct ctx *cx,
			   const struct application_words *words,
			   const struct flow_step *step,
			   const struct desk_view *view, int64_t inquiry,
			   struct problems *p)
{
	struct rows items;

	TRY(inquiry_items(cx, inquiry, &items));
	if (items.n == 0)
		(void)problem(p, "inquiry.empty", "%s", "");
	for (size_t i = 0; i < items.n; i++) {
		struct correction *c = form_row(cx, &correction_form);
		struct point at = point_of(items.list[i]);
		enum status st = inquiry_values(cx, view, &at, c);
		const char *before;

		if (st == ST_NOT_FOUND) {
			report_arg(problem(p, "inquiry.gone", "%s", ""), "n",
				   "%zu", i + 1);
			continue;
		}
		TRY(st);
		TRY(point_text(cx, words, c, &before));
		TRY(db_exec(cx, &sql_inquiry_item_before,
			    ARGS(UNIT(step), { "before", value_text(before) },
				 { "item",
				   value_int(row_int(items.list[i], "item")) }),
			    NULL));
	}
	return ST_OK;
}

static enum status check_due(struct ctx *cx, const struct row *draft,
			     struct problems *p)
{
	const char *key;

	TRY(inquiry_due_wrong(cx, row_int(draft, "due_on"), &key));
	if (key)
		(void)problem(p, key, "due");
	return ST_OK;
}

enum status inquiry_send(struct ctx *cx, const struct application_words *words,
			 struct id application, int64_t revision,
			 struct problems *p)
{
	struct flow_step step;
	struct desk_view view;
	struct row *draft;
	enum status st;

	TRY(begin(cx, "inquiry.send", application, &step, &view));
	st = inquiry_draft(cx, &view, &draft);
	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	if (revision != row_int(draft, "revision"))
		return ST_STALE;
	TRY(check_due(cx, draft, p));
	TRY(refresh(cx, words, &step, &view, row_int(draft, "inquiry"), p));
	if (p->n)
		return ST_OK;
	TRY(db_exec(cx, &sql_inquiry_sent, ARGS(UNIT(&step)), NULL));
	return flow_end(cx, &step,
			mem_printf(cx, "{\"number\":%lld,\"items\":%lld}",
				   (long long)row_int(draft, "number"),
				   (long long)row_int(draft, "items")));
}

enum status inquiry_cancel(struct ctx *cx, struct id application,
			   const char *reason)
{
	struct flow_step step;
	struct desk_view view;
	int64_t changed;

	TRY(begin(cx, "inquiry.cancel", application, &step, &view));
	TRY(db_exec(cx, &sql_inquiry_cancelled,
		    ARGS(UNIT(&step), { "reason", value_text(reason) }),
		    &changed));
	if (changed == 0)
		return ST_STATE;
	TRY(db_exec(cx, &sql_inquiry_no_draft, ARGS(UNIT(&step)), NULL));
	return flow_end(cx, &step, "");
}

/* --- Read ---------------------------------------------------------------- */

/* Marks an answer as read; the last one closes what was answered. */
static enum status finish_item(struct ctx *cx, const struct flow_step *step,
			       int64_t item, const char *state)
{
	const struct args *unit = ARGS(UNIT(step));
	struct row *left;

	TRY(db_exec(cx, &sql_inquiry_item_done,
		    ARGS(UNIT(step), { "item", value_int(item) },
			 { "state", value_text(state) }),
		    NULL));
	TRY(db_one(cx, &sql_inquiry_unread, unit, &left));
	TRY(db_exec(cx, &sql_inquiry_closed, unit, NULL));
	return row_int(left, "items") ? ST_OK : flow_end(cx, step, "");
}

static enum status find_answer(struct ctx *cx, const struct flow_step *step,
			       struct id item, struct row **row)
{
	return db_one(cx, &sql_inquiry_answered_item,
		      ARGS(UNIT(step), { "id", value_id(item) }), row);
}

enum status inquiry_close(struct ctx *cx, struct id application, struct id item)
{
	struct flow_step step;
	struct desk_view view;
	struct row *row;

	TRY(begin(cx, "inquiry.close", application, &step, &view));
	TRY(find_answer(cx, &step, item, &row));
	TRY(audit_item(cx, "inquiry_item.close", item, NULL));
	return finish_item(cx, &step, row_int(row, "item"), "closed");
}

enum status inquiry_again(struct ctx *cx, const struct application_words *words,
			  struct id application, struct id item)
{
	struct correction *c = form_row(cx, &correction_form);
	struct inquiry_item once_more = { .revision = 0 };
	struct flow_step step, drafting;
	struct desk_view view;
	struct row *row, *draft;
	struct point at;

	TRY(begin(cx, "inquiry.close", application, &step, &view));
	TRY(find_answer(cx, &step, item, &row));
	TRY(flow_begin(cx, "inquiry.draft", application, 0, &drafting));
	TRY(open_draft(cx, &drafting, &view, &draft));
	at = point_of(row);
	TRY(inquiry_values(cx, &view, &at, c));
	once_more.reason = row_text(row, "reason");
	once_more.text = row_text(row, "text");
	once_more.suggestion = row_text(row, "suggestion");
	TRY(put_item(cx, words, &step, c, &once_more, row_int(row, "item")));
	return finish_item(cx, &step, row_int(row, "item"), "again");
}
