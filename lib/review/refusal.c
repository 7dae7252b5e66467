/* refusal.c - 不登録 and 差戻し: what the registrar does not register. */
#include "review/refusal.h"

#include "review/registration.h"
#include "sql/review/registration.h"
#include "tokutei/flow.h"

/* The standards of 告示 370 (business, operator, worker), and what else. */
static const char *const reasons[] = { "business", "operator", "worker",
				       "twice",	   "silent",   "other",
				       NULL };

static const struct field refusal_fields[] = {
	ID(struct refusal, id),
	REVISION(struct refusal, revision),
	RADIO(struct refusal, reason, .flags = F_REQUIRED, .choices = reasons),
	AREA(struct refusal, text, .flags = F_REQUIRED, .max = 2000),
};

const struct form refusal_form = {
	.name = "refusal",
	.row_size = sizeof(struct refusal),
	.fields = refusal_fields,
	.nfields = COUNT(refusal_fields),
};

static const struct field sendback_fields[] = {
	ID(struct sendback, id),
	REVISION(struct sendback, revision),
	AREA(struct sendback, text, .flags = F_REQUIRED, .max = 2000),
};

const struct form sendback_form = {
	.name = "sendback",
	.row_size = sizeof(struct sendback),
	.fields = sendback_fields,
	.nfields = COUNT(sendback_fields),
};

enum status refusal_make(struct ctx *cx, struct id application,
			 const struct refusal *refusal)
{
	struct flow_step step;
	int64_t added;
	bool may;

	TRY(flow_begin(cx, "refuse", application, refusal->revision, &step));
	TRY(registration_second(cx, step.application, &may));
	if (!may)
		return ST_FORBIDDEN;
	TRY(db_exec(cx, &sql_refusal_insert,
		    ARGS({ "application", value_int(step.application) },
			 { "reason", value_text(refusal->reason) },
			 { "text", value_text(refusal->text) }),
		    &added));
	if (added != 1)
		return ST_STATE;
	return flow_end(cx, &step,
			mem_printf(cx, "{\"reason\":\"%s\"}", refusal->reason));
}

enum status refusal_of(struct ctx *cx, int64_t application, struct row **row)
{
	return db_one(cx, &sql_refusal_of,
		      ARGS({ "application", value_int(application) }), row);
}

enum status sendback_make(struct ctx *cx, struct id application,
			  const char *ministry, const struct sendback *s)
{
	struct flow_step step;
	int64_t changed;

	TRY(flow_begin(cx, "return", application, s->revision, &step));
	TRY(db_exec(cx, &sql_registration_return,
		    ARGS({ "application", value_int(step.application) },
			 { "ministry", value_text(ministry) },
			 { "reason", value_text(s->text) }),
		    &changed));
	if (changed != 1)
		return ST_NOT_FOUND;
	return flow_end(cx, &step,
			mem_printf(cx, "{\"ministry\":\"%s\"}", ministry));
}
