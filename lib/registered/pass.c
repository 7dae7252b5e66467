/* pass.c - what time does to registrations (worker). */
#include "registered/pass.h"

#include "base/log.h"
#include "master/parameter.h"
#include "register/register.h"
#include "registered/standing.h"
#include "sql/registered/standing.h"

#define BATCH 100 /* also the LIMIT of the statements */
/* Of six months before the 31st the day may be a 28th: a span that a list
 * reads beyond its day, so that it has them all. */
#define SHORT_MONTH 3

int64_t warnings_due(struct date today, struct date valid_until,
		     const int64_t months[WARNINGS])
{
	int64_t due = 0;

	while (due < WARNINGS &&
	       date_compare(today,
			    date_add_months(valid_until, -months[due])) >= 0)
		due++;
	return due;
}

struct turn {
	struct date today;
	int64_t months[WARNINGS];
	int64_t registration; /* the one that has its turn */
	bool moved;
	int64_t *done;
};

/* A colleague, or another worker, was quicker. */
static enum status passed_over(enum status st)
{
	return st == ST_STATE || st == ST_NOT_FOUND ? ST_OK : st;
}

static enum status abolish(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	struct standing_step step;
	enum status st = standing_begin_due(cx, "abolish", t->registration,
					    &step);

	if (st != ST_OK)
		return passed_over(st);
	step.day = step.was.ends_on;
	step.has_day = true;
	t->moved = true;
	return standing_end(cx, &step);
}

static enum status expire(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	struct standing_step step;
	enum status st = standing_begin_due(cx, "expire", t->registration,
					    &step);

	if (st != ST_OK)
		return passed_over(st);
	if (step.was.renewing ||
	    date_compare(t->today, step.was.valid_until) <= 0)
		return ST_OK;
	step.day = date_add_days(step.was.valid_until, 1);
	step.has_day = true;
	t->moved = true;
	return standing_end(cx, &step);
}

/* Whoever has sent in a renewal, or a 廃止, knows. */
static enum status warn(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	struct standing_step step;
	enum status st = standing_begin_due(cx, "warn", t->registration, &step);
	int64_t due;
	bool knows = st == ST_STATE;

	if (st != ST_OK && st != ST_STATE)
		return passed_over(st);
	due = warnings_due(t->today, step.was.valid_until, t->months);
	if (due <= step.was.warned)
		return ST_OK;
	if (!knows && !step.was.renewing &&
	    date_compare(t->today, step.was.valid_until) <= 0)
		TRY(standing_end(cx, &step));
	t->moved = true;
	return db_exec(cx, &sql_standing_warned,
		       ARGS({ "registration", value_int(t->registration) },
			    { "warned", value_int(due) }),
		       NULL);
}

static enum status publish(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	int64_t changed;

	TRY(db_exec(cx, &sql_standing_published,
		    ARGS({ "registration", value_int(t->registration) }),
		    &changed));
	if (changed == 0)
		return ST_OK;
	t->moved = true;
	return register_publish(cx, t->registration);
}

/* Each in a transaction of its own, so that none holds many. */
static enum status each(struct ctx *cx, struct turn *t, const char *what,
			const struct query *list, const struct args *args,
			enum status (*fn)(struct ctx *cx, void *arg))
{
	struct rows rows;
	int64_t moved;

	do {
		moved = 0;
		TRY(db_many(cx, list, args, &rows));
		for (size_t i = 0; i < rows.n; i++) {
			t->registration = row_int(rows.list[i], "id");
			t->moved = false;
			TRY(db_transaction(cx, fn, t));
			moved += t->moved;
		}
		*t->done += moved;
		if (moved)
			log_event("standing", LOG_TEXT("what", what),
				  LOG_INT("rows", moved));
	} while (rows.n == BATCH && moved);
	return ST_OK;
}

static enum status warn_all(struct ctx *cx, struct turn *t)
{
	for (int64_t i = 0; i < WARNINGS; i++) {
		struct date until = date_add_days(
			date_add_months(t->today, t->months[i]), SHORT_MONTH);

		TRY(each(cx, t, "warn", &sql_standing_due_warn,
			 ARGS({ "warned", value_int(i) },
			      { "until", value_text(date_iso(cx, until)) }),
			 warn));
	}
	return ST_OK;
}

enum status standing_pass(struct ctx *cx, int64_t *done)
{
	struct turn t = { .today = jtime_from_us(cx->now).date, .done = done };
	const struct args *today = ARGS(
		{ "today", value_text(date_iso(cx, t.today)) });

	TRY(parameter_get(cx, "registration.warn_first", &t.months[0]));
	TRY(parameter_get(cx, "registration.warn_second", &t.months[1]));
	TRY(parameter_get(cx, "registration.warn_last", &t.months[2]));
	/* A 廃止 of a day before the end goes first. */
	TRY(each(cx, &t, "abolish", &sql_standing_due_abolish, today, abolish));
	TRY(each(cx, &t, "expire", &sql_standing_due_expire, today, expire));
	TRY(warn_all(cx, &t));
	return each(cx, &t, "publish", &sql_standing_due_publish, NO_ARGS,
		    publish);
}
