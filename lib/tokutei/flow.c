/* flow.c - 状態遷移: the table, and how a line of it is carried out. */
#include "tokutei/flow.h"

#include <string.h>

#include "db/audit.h"
#include "db/db.h"
#include "sql/tokutei/flow.h"
#include "tokutei/unit.h"

#define DESKS "submitted,under_inquiry"
#define WORKING "open,inquiry,answered"
#define FIRST "first"
#define LATER "change,renewal"
#define USUAL 3 /* texts that every mail of the table has */

/* 申請 §1 to 登録 §5. The acts "withdraw" and "inquiry.answer" are the
 * applicant's, the others those of a desk. */
const struct flow flows[] = {
	{ "send", FIRST, "drafter,applicant", "draft", "", "", "submitted", "",
	  false },
	{ "withdraw", FIRST, "applicant", "submitted", "", "", "withdrawn",
	  "withdrawn", true },
	{ "withdraw", LATER, "applicant", "submitted", "", "", "withdrawn",
	  "procedure_withdrawn", true },
	{ "take", "", "reviewer", DESKS, WORKING, "", "", "", false },
	{ "take", "", "registrar", "ministry_confirmed,under_inquiry", WORKING,
	  "", "", "", false },
	{ "inquiry.draft", "", "reviewer", DESKS, "open,answered", "", "", "",
	  false },
	{ "inquiry.draft", "", "registrar", "ministry_confirmed",
	  "open,answered", "", "", "", false },
	{ "inquiry.send", "", "reviewer", DESKS, "open,answered", "inquiry",
	  "*", "inquiry", false },
	{ "inquiry.send", "", "registrar", "ministry_confirmed",
	  "open,answered", "inquiry", "*", "inquiry", false },
	{ "inquiry.cancel", "", "reviewer,registrar", "under_inquiry",
	  "inquiry", "open", "*", "inquiry_cancelled", false },
	{ "inquiry.answer", "", "applicant", "under_inquiry", "", "", "*", "",
	  false },
	/* open: the answer was still unread when the unit was taken away, and
	 * came back. */
	{ "inquiry.close", "", "reviewer", DESKS, "open,answered", "open", "",
	  "", false },
	{ "inquiry.close", "", "registrar", "ministry_confirmed",
	  "open,answered", "open", "", "", false },
	{ "confirm", "", "reviewer", DESKS, "open", "confirmed", "*", "",
	  false },
	{ "reopen", "", "reviewer", DESKS ",ministry_confirmed", "confirmed",
	  "open", "*", "", false },
	{ "return", "", "registrar", "ministry_confirmed", "open", "waiting",
	  "*", "", false },
	{ "register", FIRST, "registrar", "ministry_confirmed", "open", "done",
	  "registered", "registered", false },
	{ "report", FIRST, "registrar", "ministry_confirmed", "open", "done",
	  "report_accepted", "report_accepted", false },
	{ "accept", LATER, "registrar", "ministry_confirmed", "open", "done",
	  "accepted", "accepted", false },
	{ "refuse", FIRST, "registrar", "ministry_confirmed", "open", "done",
	  "refused", "refused", false },
	{ "refuse", LATER, "registrar", "ministry_confirmed", "open", "done",
	  "refused", "procedure_refused", false },
};
const size_t nflows = COUNT(flows);

/* Is the word in a list with commas? */
static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = list; at && *at;) {
		size_t len = strcspn(at, ",");

		if (len == n && strncmp(at, word, n) == 0)
			return true;
		at += len + (at[len] == ',');
	}
	return false;
}

static bool fits(const struct flow *f, const struct flow_at *at)
{
	return (*f->kinds == '\0' || listed(f->kinds, at->kind)) &&
	       listed(f->from, at->state) &&
	       (*f->unit_from == '\0' || listed(f->unit_from, at->unit)) &&
	       !(f->unbegun && at->begun);
}

const struct flow *flow_find(const char *act, const char *role,
			     const struct flow_at *at)
{
	for (size_t i = 0; i < nflows; i++) {
		const struct flow *f = &flows[i];

		if (strcmp(f->act, act) == 0 && listed(f->roles, role) &&
		    fits(f, at))
			return f;
	}
	return NULL;
}

enum status flow_lock(struct ctx *cx, struct id application,
		      struct flow_step *step)
{
	struct row *row;

	TRY(db_one(cx, &sql_flow_lock, ARGS({ "id", value_id(application) }),
		   &row));
	*step = (struct flow_step) {
		.application = row_int(row, "id"),
		.application_id = application,
		.version = row_int(row, "sent"),
		.unit = row_int(row, "unit"),
		.unit_id = row_id(row, "unit_id"),
		.revision = row_int(row, "revision"),
		.account = row_int(row, "account"),
		.kind = row_text(row, "kind"),
		.state = row_text(row, "state"),
		.unit_state = row_text(row, "unit_state"),
		.company = row_text(row, "company"),
		.receipt = row_text(row, "receipt"),
		.to = row_text(row, "mail"),
		.begun = row_int(row, "begun") != 0,
	};
	return ST_OK;
}

enum status flow_take(struct ctx *cx, const char *act, int64_t revision,
		      struct flow_step *step)
{
	step->flow = flow_find(act, cx->who->role,
			       &(struct flow_at) { step->kind, step->state,
						   step->unit_state,
						   step->begun });
	if (!step->flow)
		return ST_STATE;
	if (revision && step->unit && revision != step->revision)
		return ST_STALE;
	return ST_OK;
}

enum status flow_begin(struct ctx *cx, const char *act, struct id application,
		       int64_t revision, struct flow_step *step)
{
	TRY(flow_lock(cx, application, step));
	return flow_take(cx, act, revision, step);
}

enum status flow_stop(struct ctx *cx, int64_t application, const char *to)
{
	const struct args *args = ARGS(
		{ "application", value_int(application) },
		{ "to", value_text(to) });

	TRY(db_exec(cx, &sql_flow_ended, args, NULL));
	return db_exec(cx, &sql_flow_units_done, args, NULL);
}

static enum status write_states(struct ctx *cx, const struct flow_step *step)
{
	const struct flow *f = step->flow;
	const struct args *args = ARGS(
		{ "application", value_int(step->application) },
		{ "unit", value_int(step->unit) }, { "to", value_text(f->to) },
		{ "unit_to", value_text(f->unit_to) });

	if (step->unit) {
		TRY(db_exec(cx, &sql_flow_unit, args, NULL));
		TRY(db_exec(cx, &sql_flow_begun, args, NULL));
	}
	if (strcmp(f->to, "*") == 0)
		return unit_settle(cx, step->application);
	if (*f->to == '\0')
		return ST_OK;
	return flow_stop(cx, step->application, f->to);
}

static enum status mail_applicant(struct ctx *cx, const struct flow_step *step)
{
	struct mail_text data[USUAL + FLOW_MORE] = {
		{ "company", step->company },
		{ "receipt", step->receipt },
		{ "kind", step->kind },
	};

	if (step->nmore > FLOW_MORE)
		BUG("%s: a mail with %zu texts", step->flow->act, step->nmore);
	memcpy(data + USUAL, step->more, step->nmore * sizeof(*data));
	return mail_put(cx,
			&(struct mail_new) { .template = step->flow->mail,
					     .to = step->to,
					     .data = data,
					     .ndata = USUAL + step->nmore });
}

enum status flow_end(struct ctx *cx, const struct flow_step *step,
		     const char *detail)
{
	const struct flow *f = step->flow;

	TRY(write_states(cx, step));
	if (*f->mail)
		TRY(mail_applicant(cx, step));
	return audit_write(cx, mem_printf(cx, "application.%s", f->act),
			   "application", step->application_id, detail);
}
