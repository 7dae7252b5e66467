/* move.c - 所管替え: one application goes from a desk to another. */
#include "transfer/move.h"

#include <string.h>

#include "db/audit.h"
#include "db/db.h"
#include "sql/transfer/move.h"
#include "tokutei/unit.h"

/* --- The rule --------------------------------------------------------------
 */

static bool is(const char *state, const char *word)
{
	return strcmp(state, word) == 0;
}

static bool is_over(const char *state)
{
	return is(state, "confirmed") || is(state, "done");
}

/* Of two desks that become one: what waits longest for somebody. */
static const char *more_open(const char *a, const char *b)
{
	static const char *const order[] = { "inquiry", "answered", "open",
					     "confirmed" };

	for (size_t i = 0; i < COUNT(order); i++)
		if (is(a, order[i]) || is(b, order[i]))
			return order[i];
	return "done";
}

static struct move_plan split(const struct move_desks *d)
{
	bool new = *d->taker == '\0' || is(d->taker, "dropped");
	struct move_plan plan = {
		.way = *d->taker ? MOVE_MERGE : MOVE_SPLIT,
		.state = d->taker,
		.as_was = new &&is_over(d->giver),
	};

	if (new)
		plan.state = plan.as_was ? d->giver : "open";
	else if (is(d->taker, "confirmed") && !is_over(d->giver))
		plan.state = "open";
	return plan;
}

struct move_plan move_plan(const struct move_desks *d)
{
	if (d->stays)
		return split(d);
	if (*d->taker == '\0')
		return (struct move_plan) { MOVE_WHOLE, d->giver, true };
	if (is(d->taker, "dropped"))
		return (struct move_plan) { MOVE_MERGE, d->giver, true };
	return (struct move_plan) {
		.way = MOVE_MERGE,
		.state = more_open(d->giver, d->taker),
		.as_was = false,
	};
}

/* --- Carrying it out -------------------------------------------------------
 */

struct move {
	int64_t application, from, to;
	const struct args *args; /* application, from, to, version */
	int64_t version;	 /* that was sent last */
	int64_t giver, taker;	 /* desks; 0: none */
	struct move_desks desks;
};

static enum status move_parts(struct ctx *cx, const struct move *m, size_t *n)
{
	struct rows versions;

	TRY(db_many(cx, &sql_move_versions, m->args, &versions));
	for (size_t i = 0; i < versions.n; i++)
		TRY(unit_repart(cx, row_int(versions.list[i], "version"),
				m->from, m->to));
	*n = versions.n;
	return ST_OK;
}

static enum status make_split(struct ctx *cx, const struct move *m,
			      const struct move_plan *plan)
{
	return db_exec(cx, &sql_move_unit_split,
		       ARGS({ "id", value_id(id_new()) },
			    { "unit", value_int(m->giver) },
			    { "to", value_int(m->to) },
			    { "state", value_text(plan->state) },
			    { "as_was", value_int(plan->as_was) }),
		       NULL);
}

/* What the giver keeps it keeps with its notes and inquiries. */
static enum status make_merge(struct ctx *cx, const struct move *m,
			      const struct move_plan *plan)
{
	const struct args *args = ARGS({ "unit", value_int(m->taker) },
				       { "giver", value_int(m->giver) },
				       { "state", value_text(plan->state) },
				       { "as_was", value_int(plan->as_was) });

	TRY(db_exec(cx, &sql_move_unit_state, args, NULL));
	if (m->desks.stays)
		return ST_OK;
	TRY(db_exec(cx, &sql_move_notes, args, NULL));
	TRY(db_exec(cx, &sql_move_inquiries, args, NULL));
	return db_exec(cx, &sql_move_unit_drop,
		       ARGS({ "unit", value_int(m->giver) }), NULL);
}

static enum status move_desk(struct ctx *cx, const struct move *m)
{
	struct move_plan plan = move_plan(&m->desks);

	switch (plan.way) {
	case MOVE_WHOLE:
		return db_exec(cx, &sql_move_unit,
			       ARGS({ "unit", value_int(m->giver) },
				    { "to", value_int(m->to) }),
			       NULL);
	case MOVE_SPLIT:
		return make_split(cx, m, &plan);
	case MOVE_MERGE:
		break;
	}
	return make_merge(cx, m, &plan);
}

static enum status move_desks(struct ctx *cx, struct move *m)
{
	struct row *reach;

	TRY(db_one(cx, &sql_move_reach, m->args, &reach));
	m->desks.stays = row_int(reach, "stays") != 0;
	if (m->giver == 0 || is(m->desks.giver, "dropped") ||
	    row_int(reach, "comes") == 0)
		return ST_OK;
	TRY(move_desk(cx, m));
	TRY(db_exec(cx, &sql_move_count, m->args, NULL));
	return unit_retype(cx, m->application, m->version);
}

static enum status move_lists(struct ctx *cx, const struct move *m)
{
	TRY(db_exec(cx, &sql_move_threads, m->args, NULL));
	TRY(db_exec(cx, &sql_move_missing_put, m->args, NULL));
	return db_exec(cx, &sql_move_missing_drop, m->args, NULL);
}

/* Only of what is under way does the state follow from the desks. */
static bool is_open(const char *state)
{
	return is(state, "submitted") || is(state, "under_inquiry") ||
	       is(state, "ministry_confirmed");
}

enum status move_application(struct ctx *cx, int64_t application, int64_t from,
			     int64_t to, bool *moved)
{
	struct move m = { .application = application, .from = from, .to = to };
	struct row *row;
	size_t versions;

	*moved = false;
	TRY(db_one(cx, &sql_move_lock,
		   ARGS({ "application", value_int(application) },
			{ "from", value_int(from) }, { "to", value_int(to) }),
		   &row));
	m.version = row_int(row, "sent");
	m.giver = row_int(row, "giver");
	m.taker = row_int(row, "taker");
	m.desks.giver = row_text(row, "giver_state");
	m.desks.taker = row_text(row, "taker_state");
	m.args = ARGS({ "application", value_int(application) },
		      { "from", value_int(from) }, { "to", value_int(to) },
		      { "version", value_int(m.version) });
	TRY(move_parts(cx, &m, &versions));
	if (versions == 0)
		return ST_OK;
	*moved = true;
	TRY(move_desks(cx, &m));
	if (is_open(row_text(row, "state")))
		TRY(unit_settle(cx, application));
	TRY(move_lists(cx, &m));
	return audit_write(cx, "application.transfer", "application",
			   row_id(row, "public_id"),
			   mem_printf(cx, "{\"from\":%lld,\"to\":%lld}",
				      (long long)from, (long long)to));
}
