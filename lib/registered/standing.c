/* standing.c - 登録の状態: the table, and how a line of it is carried out. */
#include "registered/standing.h"

#include <string.h>

#include "db/audit.h"
#include "mail/outbox.h"
#include "master/parameter.h"
#include "register/register.h"
#include "registered/close.h"
#include "sql/registered/standing.h"

/* The only way back is the revival. */
const struct standing_act standing_acts[] = {
	{ "warn", "", "active", "active", PLAN_NONE, "registration_ending",
	  REGISTER_STAYS },
	{ "expire", "", "active", "expired", PLAN_ANY, "registration_expired",
	  REGISTER_OFF },
	{ "revive", "applicant", "expired", "active", PLAN_ANY,
	  "registration_revived", REGISTER_ON },
	{ "announce", "applicant", "active", "active", PLAN_NONE,
	  "abolition_received", REGISTER_STAYS },
	{ "abolish", "applicant", "active", "abolished", PLAN_NONE,
	  "registration_abolished", REGISTER_OFF },
	{ "abolish", "", "active", "abolished", PLAN_MADE,
	  "registration_abolished", REGISTER_OFF },
	{ "cancel", "registrar", "active", "cancelled", PLAN_ANY,
	  "registration_cancelled", REGISTER_OFF },
};
const size_t nstanding_acts = COUNT(standing_acts);

const struct standing_act *standing_find(const char *act, const char *role,
					 const char *state, bool planned)
{
	enum standing_plan plan = planned ? PLAN_MADE : PLAN_NONE;

	for (size_t i = 0; i < nstanding_acts; i++) {
		const struct standing_act *a = &standing_acts[i];

		if (strcmp(a->act, act) == 0 && strcmp(a->role, role) == 0 &&
		    strcmp(a->from, state) == 0 &&
		    (a->plan == PLAN_ANY || a->plan == plan))
			return a;
	}
	return NULL;
}

bool standing_planned(const struct standing *s)
{
	return s->has_end && strcmp(s->state, "active") == 0;
}

/* --- Read ------------------------------------------------------------------
 */

static void read_standing(const struct row *row, struct standing *s)
{
	*s = (struct standing) {
		.registration = row_int(row, "id"),
		.id = row_id(row, "public_id"),
		.application = row_id(row, "application"),
		.number = row_text(row, "number"),
		.name = row_text(row, "name"),
		.chief = row_text(row, "chief"),
		.mail = row_text(row, "mail"),
		.state = row_text(row, "state"),
		.warned = row_int(row, "warned"),
		.renewing = row_int(row, "renewing") != 0,
	};
	if (!date_parse_iso(row_text(row, "registered_on"),
			    &s->registered_on) ||
	    !date_parse_iso(row_text(row, "valid_until"), &s->valid_until))
		BUG("%s has no days", s->number);
	s->has_end = date_parse_iso(row_text(row, "ends_on"), &s->ends_on);
}

enum status standing_own(struct ctx *cx, struct standing *s)
{
	struct row *row;

	TRY(db_one(cx, &sql_standing_own, NO_ARGS, &row));
	read_standing(row, s);
	return ST_OK;
}

enum status standing_desk(struct ctx *cx, struct id application,
			  struct standing *s)
{
	struct row *row;

	TRY(db_one(cx, &sql_standing_desk,
		   ARGS({ "id", value_id(application) }), &row));
	read_standing(row, s);
	return ST_OK;
}

enum status standing_events_own(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_standing_events_own, NO_ARGS, rows);
}

enum status standing_events_desk(struct ctx *cx, struct id application,
				 struct rows *rows)
{
	return db_many(cx, &sql_standing_events_desk,
		       ARGS({ "id", value_id(application) }), rows);
}

enum status standing_last_own(struct ctx *cx, struct row **row)
{
	return db_one(cx, &sql_standing_last_own, NO_ARGS, row);
}

enum status standing_last_desk(struct ctx *cx, struct id application,
			       struct row **row)
{
	return db_one(cx, &sql_standing_last_desk,
		      ARGS({ "id", value_id(application) }), row);
}

enum status standing_revive_until(struct ctx *cx, const struct standing *s,
				  struct date *last)
{
	int64_t days;

	TRY(parameter_get(cx, "registration.revive", &days));
	*last = date_add_days(s->valid_until, days);
	return ST_OK;
}

/* --- Acts ------------------------------------------------------------------
 */

static enum status begin(struct ctx *cx, const char *act, const struct row *row,
			 struct standing_step *step)
{
	*step = (struct standing_step) { .reason = "", .text = "" };
	read_standing(row, &step->was);
	step->valid_until = step->was.valid_until;
	step->act = standing_find(act, cx->who->role, step->was.state,
				  standing_planned(&step->was));
	return step->act ? ST_OK : ST_STATE;
}

enum status standing_begin(struct ctx *cx, const char *act,
			   struct id application, struct standing_step *step)
{
	struct row *row;

	if (strcmp(cx->who->role, "applicant") == 0)
		TRY(db_one(cx, &sql_standing_lock_own, NO_ARGS, &row));
	else
		TRY(db_one(cx, &sql_standing_lock_desk,
			   ARGS({ "id", value_id(application) }), &row));
	return begin(cx, act, row, step);
}

enum status standing_begin_due(struct ctx *cx, const char *act,
			       int64_t registration, struct standing_step *step)
{
	struct row *row;

	TRY(db_one(cx, &sql_standing_lock,
		   ARGS({ "registration", value_int(registration) }), &row));
	return begin(cx, act, row, step);
}

/* The day of the end stays with what has ended, and goes when it comes back. */
static enum status write_state(struct ctx *cx, const struct standing_step *step)
{
	bool back = step->act->effect == REGISTER_ON;
	const char *ends_on = "";

	if (step->has_day && !back)
		ends_on = date_iso(cx, step->day);
	return db_exec(
		cx, &sql_standing_write,
		ARGS({ "registration", value_int(step->was.registration) },
		     { "state", value_text(step->act->to) },
		     { "valid_until",
		       value_text(date_iso(cx, step->valid_until)) },
		     { "ends_on", value_text(ends_on) },
		     { "stays",
		       value_int(step->act->effect == REGISTER_STAYS) },
		     { "publish", value_int(back) }),
		NULL);
}

static enum status write_event(struct ctx *cx, const struct standing_step *step)
{
	const char *day = step->has_day ? date_iso(cx, step->day) : "";

	return db_exec(
		cx, &sql_standing_event,
		ARGS({ "registration", value_int(step->was.registration) },
		     { "act", value_text(step->act->act) },
		     { "state", value_text(step->act->to) },
		     { "day", value_text(day) },
		     { "reason", value_text(step->reason) },
		     { "text", value_text(step->text) }),
		NULL);
}

/* Days and numbers only: what was written is read in the system. */
static enum status mail_business(struct ctx *cx,
				 const struct standing_step *step)
{
	struct date last;

	TRY(standing_revive_until(cx, &step->was, &last));
	return mail_put(
		cx,
		&(struct mail_new) {
			.template = step->act->mail,
			.to = step->was.mail,
			MAIL_DATA({ "company", step->was.name },
				  { "number", step->was.number },
				  { "until", date_text(cx, step->valid_until) },
				  { "day", step->has_day
						   ? date_text(cx, step->day)
						   : "" },
				  { "last", date_text(cx, last) }),
		});
}

enum status standing_end(struct ctx *cx, const struct standing_step *step)
{
	const struct standing_act *a = step->act;

	TRY(write_state(cx, step));
	TRY(write_event(cx, step));
	if (a->effect == REGISTER_OFF)
		TRY(register_withdraw(cx, step->was.registration));
	/* What has expired may come back. */
	if (a->effect == REGISTER_OFF && strcmp(a->to, "expired") != 0)
		TRY(close_procedures(cx, step->was.registration));
	TRY(mail_business(cx, step));
	return audit_write(cx, mem_printf(cx, "application.%s", a->act),
			   "application", step->was.application,
			   mem_printf(cx,
				      "{\"number\":\"%s\",\"reason\":\"%s\"}",
				      step->was.number, step->reason));
}
