/* registration.c - 登録・報告受理: one application. */
#include "review/registration.h"

#include <string.h>

#include "base/buf.h"
#include "master/parameter.h"
#include "register/register.h"
#include "review/acceptance.h"
#include "sql/review/registration.h"
#include "tokutei/flow.h"

static const struct args *of(struct ctx *cx, int64_t application)
{
	struct args *args = mem_zero(cx, sizeof(*args));
	struct arg *one = mem_zero(cx, sizeof(*one));

	*one = (struct arg) { "application", value_int(application) };
	*args = (struct args) { .list = one, .n = 1 };
	return args;
}

enum status registration_part(struct ctx *cx, int64_t application,
			      struct registration_part *part)
{
	struct row *row;

	TRY(db_one(cx, &sql_registration_part, of(cx, application), &row));
	if (row_value(row, "public")->kind == V_NULL)
		return ST_NOT_FOUND;
	*part = (struct registration_part) {
		.kind = row_text(row, "kind"),
		.public_body = row_int(row, "public") == 1,
		.offices = row_int(row, "offices"),
		.persons = row_int(row, "persons"),
		.reported = row_int(row, "reported"),
	};
	part->report = part->public_body && part->persons == 0;
	return ST_OK;
}

const char *registration_act(const struct registration_part *part)
{
	if (strcmp(part->kind, "first") != 0)
		return "accept";
	return part->report ? "report" : "register";
}

enum status registration_second(struct ctx *cx, int64_t application, bool *may)
{
	struct row *row;

	TRY(db_one(cx, &sql_registration_second, of(cx, application), &row));
	*may = row_int(row, "mine") == 0;
	return ST_OK;
}

enum status registration_units(struct ctx *cx, int64_t application,
			       struct rows *rows)
{
	return db_many(cx, &sql_registration_units, of(cx, application), rows);
}

enum status registration_of(struct ctx *cx, int64_t application,
			    struct row **row)
{
	return db_one(cx, &sql_registration_of, of(cx, application), row);
}

/* The counter's row is locked until the commit: a number that is given is never
 * given again, and one that came to nothing is given to the next. */
static enum status take_number(struct ctx *cx, const char *format,
			       const char **number)
{
	int year = jtime_from_us(cx->now).date.year;
	const struct args *args = ARGS({ "year", value_int(year) });
	struct row *row;

	TRY(db_exec(cx, &sql_registration_counter_take, args, NULL));
	TRY(db_one(cx, &sql_registration_counter_taken, args, &row));
	*number = registration_number(cx,
				      *format ? format : REGISTRATION_FORMAT,
				      year, row_int(row, "last"));
	if (!*number)
		return fail(ST_IO, "Registration.Number names no number, or "
				   "is too long");
	return ST_OK;
}

static enum status insert(struct ctx *cx, const struct flow_step *step,
			  const struct registration_part *part,
			  const char *number, int64_t *registration)
{
	struct date day = jtime_from_us(cx->now).date;
	int64_t years, added;

	TRY(parameter_get(cx, "registration.valid", &years));
	TRY(db_exec(cx, &sql_registration_insert,
		    ARGS({ "id", value_id(id_new()) },
			 { "application", value_int(step->application) },
			 { "number", value_text(number) },
			 { "registered_on", value_text(date_iso(cx, day)) },
			 { "valid_until",
			   value_text(date_iso(
				   cx, registration_until(day, years))) },
			 { "offices", value_int(part->offices) },
			 { "persons", value_int(part->persons) }),
		    &added));
	*registration = db_last_id(cx);
	return added == 1 ? ST_OK : ST_STATE;
}

static void mail_says(struct flow_step *step, const char *name,
		      const char *value)
{
	step->more[step->nmore++] = (struct mail_text) { name, value };
}

static enum status write_registration(struct ctx *cx, struct flow_step *step,
				      const struct registration_part *part,
				      const char *format,
				      struct registration_made *made)
{
	int64_t registration;

	TRY(take_number(cx, format, &made->number));
	TRY(insert(cx, step, part, made->number, &registration));
	TRY(db_exec(cx, &sql_registration_force,
		    ARGS({ "registration", value_int(registration) }), NULL));
	TRY(register_publish(cx, registration));
	made->offices = part->offices;
	made->persons = part->persons;
	mail_says(step, "number", made->number);
	mail_says(step, "persons",
		  mem_printf(cx, "%lld", (long long)part->persons));
	return flow_end(cx, step,
			mem_printf(cx,
				   "{\"number\":\"%s\",\"offices\":%lld,"
				   "\"persons\":%lld,\"reported\":%lld}",
				   made->number, (long long)part->offices,
				   (long long)part->persons,
				   (long long)part->reported));
}

static enum status accept(struct ctx *cx, struct flow_step *step,
			  const struct registration_part *part,
			  struct registration_made *made)
{
	made->offices = part->offices;
	made->persons = part->persons;
	return acceptance_make(cx, step, made);
}

enum status registration_make(struct ctx *cx, struct id application,
			      int64_t revision, const char *format,
			      struct registration_made *made)
{
	struct registration_part part;
	struct flow_step step;
	bool may;

	*made = (struct registration_made) { .number = "" };
	TRY(flow_lock(cx, application, &step));
	TRY(registration_part(cx, step.application, &part));
	TRY(flow_take(cx, registration_act(&part), revision, &step));
	TRY(registration_second(cx, step.application, &may));
	if (!may)
		return ST_FORBIDDEN;
	if (strcmp(part.kind, "first") != 0)
		return accept(cx, &step, &part, made);
	if (!part.report)
		return write_registration(cx, &step, &part, format, made);
	return flow_end(cx, &step,
			mem_printf(cx, "{\"reported\":%lld}",
				   (long long)part.reported));
}
