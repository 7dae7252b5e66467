/* acceptance.c - 受理: a change or a renewal comes into force. */
#include "review/acceptance.h"

#include <string.h>

#include "db/db.h"
#include "master/parameter.h"
#include "register/register.h"
#include "sql/review/registration.h"
#include "text/jdate.h"
#include "tokutei/force.h"
#include "tokutei/version.h"

/* So many years from the old last day on: nothing is lost by being early. The
 * mail names the new one. */
static enum status prolong(struct ctx *cx, int64_t registration,
			   const struct row *row, struct flow_step *step)
{
	struct date until;
	int64_t years;

	TRY(parameter_get(cx, "registration.valid", &years));
	if (!date_parse_iso(row_text(row, "valid_until"), &until))
		return fail(ST_DB, "a registration without an end");
	until = registration_until(date_add_days(until, 1), years);
	step->more[step->nmore++] = (struct mail_text) { "until",
							 date_text(cx, until) };
	return db_exec(cx, &sql_acceptance_prolong,
		       ARGS({ "registration", value_int(registration) },
			    { "valid_until", value_text(date_iso(cx, until)) }),
		       NULL);
}

enum status acceptance_make(struct ctx *cx, struct flow_step *step,
			    struct registration_made *made)
{
	const struct args *args = ARGS(
		{ "application", value_int(step->application) });
	const struct who *desk = cx->who;
	int64_t registration;
	struct row *row;

	TRY(db_one(cx, &sql_acceptance_of, args, &row));
	/* It has ended meanwhile: there is nothing that it could change. */
	if (strcmp(row_text(row, "state"), "active") != 0)
		return ST_STATE;
	application_use(cx, step->application, 0);
	TRY(force_take(cx, row_int(row, "base"), step->version, step->kind,
		       &registration));
	cx->who = desk;
	if (strcmp(step->kind, "renewal") == 0)
		TRY(prolong(cx, registration, row, step));
	TRY(register_publish(cx, registration));
	made->number = row_text(row, "number");
	step->more[step->nmore++] = (struct mail_text) { "number",
							 made->number };
	return flow_end(cx, step,
			mem_printf(cx, "{\"number\":\"%s\"}", made->number));
}
