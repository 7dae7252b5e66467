/* end.c - 廃止, 取消 and 復活: by the business and by the registrar. */
#include "registered/end.h"

#include <string.h>

#include "master/parameter.h"
#include "review/registration.h"

/* --- 廃止 ------------------------------------------------------------------
 */

static const char *const abolition_reasons[] = { "closed",    "merged", "type",
						 "unwilling", "other",	NULL };

static const struct field abolition_fields[] = {
	RADIO(struct abolition, reason, .flags = F_REQUIRED,
	      .choices = abolition_reasons),
	AREA(struct abolition, text, .flags = F_OPTIONAL, .max = 1000),
	DATE(struct abolition, day, .flags = F_REQUIRED),
};

static void abolition_rules(struct problems *p, const void *row)
{
	const struct abolition *a = row;

	if (strcmp(a->reason, "other") == 0 && *a->text == '\0')
		(void)problem(p, "abolition.other", "text");
}

const struct form abolition_form = {
	.name = "abolition",
	.row_size = sizeof(struct abolition),
	.fields = abolition_fields,
	.nfields = COUNT(abolition_fields),
	.rules = abolition_rules,
};

const char *abolition_day_wrong(const struct standing *s, struct date today,
				struct date day, int64_t ahead)
{
	if (date_compare(day, s->registered_on) < 0)
		return "abolition.before";
	if (date_compare(day, date_add_days(today, ahead)) > 0)
		return "abolition.far";
	/* Past the last day it holds only while a renewal is looked at. */
	if (date_compare(today, s->valid_until) <= 0 &&
	    date_compare(day, s->valid_until) > 0)
		return "abolition.after";
	return NULL;
}

enum status abolition_check(struct ctx *cx, const struct standing *s,
			    const struct abolition *a, struct problems *p)
{
	struct date today = jtime_from_us(cx->now).date;
	int64_t ahead;
	const char *key;
	struct report *r;

	TRY(parameter_get(cx, "registration.abolish_ahead", &ahead));
	key = abolition_day_wrong(s, today, date_from_days(a->day), ahead);
	if (!key)
		return ST_OK;
	r = problem(p, key, "day");
	report_arg(r, "registered", "%s", date_text(cx, s->registered_on));
	report_arg(r, "until", "%s", date_text(cx, s->valid_until));
	report_arg(r, "last", "%s", date_text(cx, date_add_days(today, ahead)));
	return ST_OK;
}

enum status abolition_send(struct ctx *cx, const struct abolition *a,
			   struct problems *p)
{
	struct date today = jtime_from_us(cx->now).date;
	struct date day = date_from_days(a->day);
	struct standing_step step;

	TRY(standing_begin(
		cx, date_compare(day, today) > 0 ? "announce" : "abolish",
		(struct id) { { 0 } }, &step));
	TRY(abolition_check(cx, &step.was, a, p));
	if (p->n)
		return ST_OK;
	step.day = day;
	step.has_day = true;
	step.reason = a->reason;
	step.text = a->text;
	return standing_end(cx, &step);
}

/* --- 復活 ------------------------------------------------------------------
 */

static const struct field revival_fields[] = {
	AREA(struct revival, text, .flags = F_REQUIRED, .max = 1000),
};

const struct form revival_form = {
	.name = "revival",
	.row_size = sizeof(struct revival),
	.fields = revival_fields,
	.nfields = COUNT(revival_fields),
};

enum status revival_until(struct ctx *cx, const struct standing *s,
			  struct date *until)
{
	int64_t years;

	TRY(parameter_get(cx, "registration.valid", &years));
	*until = registration_until(date_add_days(s->valid_until, 1), years);
	return ST_OK;
}

enum status revival_make(struct ctx *cx, const struct revival *r)
{
	struct date today = jtime_from_us(cx->now).date, last;
	struct standing_step step;

	TRY(standing_begin(cx, "revive", (struct id) { { 0 } }, &step));
	TRY(standing_revive_until(cx, &step.was, &last));
	if (date_compare(today, last) > 0)
		return ST_STATE;
	TRY(revival_until(cx, &step.was, &step.valid_until));
	step.day = step.valid_until;
	step.has_day = true;
	step.text = r->text;
	return standing_end(cx, &step);
}

/* --- 取消 ------------------------------------------------------------------
 */

static const char *const cancellation_reasons[] = { "standard", "untrue",
						    "gone",	"duty",
						    "other",	NULL };

static const struct field cancellation_fields[] = {
	ID(struct cancellation, id),
	RADIO(struct cancellation, reason, .flags = F_REQUIRED,
	      .choices = cancellation_reasons),
	AREA(struct cancellation, text, .flags = F_REQUIRED, .max = 2000),
};

const struct form cancellation_form = {
	.name = "cancellation",
	.row_size = sizeof(struct cancellation),
	.fields = cancellation_fields,
	.nfields = COUNT(cancellation_fields),
};

enum status cancellation_make(struct ctx *cx, struct id application,
			      const struct cancellation *c)
{
	struct standing_step step;

	TRY(standing_begin(cx, "cancel", application, &step));
	step.day = jtime_from_us(cx->now).date;
	step.has_day = true;
	step.reason = c->reason;
	step.text = c->text;
	return standing_end(cx, &step);
}
