/* confirm.c - 確認: a desk has read its part, and says what it thinks. */
#include "review/confirm.h"

#include <string.h>

#include "sql/review/confirm.h"
#include "tokutei/flow.h"

static const char *const opinions[] = { "register", "refuse", NULL };

static const struct field fields[] = {
	ID(struct review, id),
	REVISION(struct review, revision),
	RADIO(struct review, opinion, .flags = F_OPTIONAL, .choices = opinions),
	AREA(struct review, reason, .flags = F_OPTIONAL, .max = 2000),
	AREA(struct review, note, .flags = F_OPTIONAL, .max = 2000),
};

const struct form review_form = {
	.name = "review",
	.row_size = sizeof(struct review),
	.fields = fields,
	.nfields = COUNT(fields),
};

enum status confirm_save(struct ctx *cx, const struct review *r,
			 struct problems *p)
{
	struct flow_step step;

	TRY(flow_lock(cx, r->id, &step));
	if (*r->opinion == '\0')
		(void)problem(p, "review.opinion", "opinion");
	if (strcmp(r->opinion, "refuse") == 0 && *r->reason == '\0')
		(void)problem(p,
			      strcmp(step.kind, "first") == 0
				      ? "review.reason"
				      : "review.reason_later",
			      "reason");
	if (p->n)
		return ST_OK;
	TRY(flow_take(cx, "confirm", r->revision, &step));
	TRY(db_exec(cx, &sql_confirm_put,
		    ARGS({ "unit", value_int(step.unit) },
			 { "version", value_int(step.version) },
			 { "opinion", value_text(r->opinion) },
			 { "reason", value_text(r->reason) }),
		    NULL));
	return flow_end(cx, &step,
			mem_printf(cx, "{\"opinion\":\"%s\"}", r->opinion));
}

enum status confirm_undo(struct ctx *cx, const struct review *r)
{
	struct flow_step step;

	TRY(flow_begin(cx, "reopen", r->id, r->revision, &step));
	TRY(db_exec(cx, &sql_confirm_clear,
		    ARGS({ "unit", value_int(step.unit) }), NULL));
	return flow_end(cx, &step, "");
}
