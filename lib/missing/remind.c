/* remind.c - reminders of offices without an institution (worker). */
#include "missing/remind.h"

#include "base/log.h"
#include "db/audit.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "sql/worker/missing.h"

#define BATCH 100 /* also the LIMIT of the statement */

struct date missing_remind_day(struct date since, int64_t step)
{
	static const int64_t days[] = { 0, 30, 90 };

	if (step < (int64_t)COUNT(days))
		return date_add_days(since, days[step]);
	return date_add_months(since, 6 * (step + 1 - (int64_t)COUNT(days)));
}

struct turn {
	struct date today;
	size_t read;
};

static enum status remind_one(struct ctx *cx, struct date today,
			      const struct row *row)
{
	struct date since = jtime_from_us(row_time(row, "since")).date;
	int64_t step = row_int(row, "step") + 1;

	while (date_compare(missing_remind_day(since, step), today) <= 0)
		step++;
	TRY(db_exec(cx, &sql_missing_remind_done,
		    ARGS({ "registration", *row_value(row, "registration") },
			 { "step", value_int(step) },
			 { "on", value_int(date_days(
					 missing_remind_day(since, step))) }),
		    NULL));
	TRY(mail_put(cx,
		     &(struct mail_new) {
			     .template = "institution_missing",
			     .to = row_text(row, "mail"),
			     MAIL_DATA({ "company", row_text(row, "company") },
				       { "number", row_text(row, "number") }),
		     }));
	return audit_write(
		cx, "missing.remind", "application", row_id(row, "id"),
		mem_printf(cx, "{\"step\":%lld}", (long long)step - 1));
}

static enum status remind_some(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	struct rows rows;

	TRY(db_many(cx, &sql_missing_remind_list,
		    ARGS({ "today", value_int(date_days(t->today)) }), &rows));
	t->read = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		TRY(remind_one(cx, t->today, rows.list[i]));
	return ST_OK;
}

enum status missing_remind(struct ctx *cx, int64_t *told)
{
	struct turn t = { .today = jtime_from_us(cx->now).date };

	*told = 0;
	do {
		TRY(db_transaction(cx, remind_some, &t));
		*told += (int64_t)t.read;
	} while (t.read == BATCH);
	if (*told)
		log_event("missing", LOG_INT("mails", *told));
	return ST_OK;
}
