/* remind.c - 疑義照会: reminders (worker). */
#include "inquiry/remind.h"

#include "base/log.h"
#include "db/audit.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "master/holiday.h"
#include "sql/review/inquiry_remind.h"

#define BATCH 100 /* also the LIMIT of the statement */
#define REACH 400 /* days around today of which holidays are asked */

const char *remind_what(const struct remind *r, const struct holidays *off,
			int64_t *to)
{
	struct date first = date_add_business(r->due, -REMIND_DAYS, off);
	struct date late = date_add_business(r->due, REMIND_DAYS, off);

	*to = r->reminded;
	if (r->reminded == 0 && date_compare(r->today, first) >= 0) {
		*to = 1;
		/* Too late for it, or asked a moment ago. */
		if (date_compare(r->today, r->due) > 0 ||
		    date_compare(r->sent, first) >= 0)
			return NULL;
		return "inquiry_reminder";
	}
	if (r->reminded == 1 && date_compare(r->today, late) >= 0) {
		*to = 2;
		return "inquiry_overdue";
	}
	return NULL;
}

struct turn {
	const struct holidays *off;
	struct date today;
	int64_t reminded, until; /* those, due until that day */
	size_t read, moved, told;
};

static enum status remind_one(struct ctx *cx, struct turn *t,
			      const struct row *row)
{
	const struct remind r = {
		.today = t->today,
		.sent = jtime_from_us(row_time(row, "sent_at")).date,
		.due = date_from_days(row_int(row, "due_on")),
		.reminded = t->reminded,
	};
	int64_t to;
	const char *what = remind_what(&r, t->off, &to);

	if (to == t->reminded)
		return ST_OK;
	TRY(db_exec(cx, &sql_remind_done,
		    ARGS({ "reminded", value_int(to) },
			 { "inquiry", value_int(row_int(row, "inquiry")) }),
		    NULL));
	t->moved++;
	if (!what)
		return ST_OK;
	t->told++;
	TRY(mail_put(cx,
		     &(struct mail_new) {
			     .template = what,
			     .to = row_text(row, "mail"),
			     MAIL_DATA({ "company", row_text(row, "company") },
				       { "receipt", row_text(row, "receipt") },
				       { "kind", row_text(row, "kind") }),
		     }));
	return audit_write(cx, "inquiry.remind", "inquiry", row_id(row, "id"),
			   mem_printf(cx, "{\"mail\":\"%s\"}", what));
}

static enum status remind_some(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	struct rows rows;

	t->moved = t->told = 0;
	TRY(db_many(cx, &sql_remind_list,
		    ARGS({ "reminded", value_int(t->reminded) },
			 { "until", value_int(t->until) }),
		    &rows));
	t->read = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		TRY(remind_one(cx, t, rows.list[i]));
	return ST_OK;
}

/* What was seen to is not found again. */
static enum status remind_all(struct ctx *cx, struct turn *t, int64_t *told)
{
	do {
		TRY(db_transaction(cx, remind_some, t));
		*told += (int64_t)t->told;
		if (t->told)
			log_event("remind", LOG_INT("mails", (int64_t)t->told));
	} while (t->read == BATCH && t->moved);
	return ST_OK;
}

enum status inquiry_remind(struct ctx *cx, int64_t *told)
{
	struct date today = jtime_from_us(cx->now).date;
	struct holidays off;
	struct turn before = { .off = &off, .today = today, .reminded = 0 };
	struct turn after = { .off = &off, .today = today, .reminded = 1 };

	TRY(holidays_load(cx, date_add_days(today, -REACH),
			  date_add_days(today, REACH), &off));
	before.until = date_days(date_add_business(today, REMIND_DAYS, &off));
	after.until = date_days(date_add_business(today, -REMIND_DAYS, &off));
	TRY(remind_all(cx, &before, told));
	return remind_all(cx, &after, told);
}
