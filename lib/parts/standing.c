/* standing.c - 登録の状態: whether it holds, until when, and what ended it. */
#include <string.h>

#include "parts/parts.h"
#include "registered/standing.h"
#include "tokutei/procedure.h"

/* Msg.standing.state.KEY: a 廃止 that is to come is a state of its own. */
static const char *shown_state(const struct standing *s)
{
	return standing_planned(s) ? "planned" : s->state;
}

static enum status show_revival(struct req *rq, const struct standing *s)
{
	struct date today = jtime_from_us(rq->cx->now).date, last;

	if (strcmp(s->state, "expired") != 0)
		return ST_OK;
	TRY(standing_revive_until(rq->cx, s, &last));
	page_number(rq, "standing.revive", date_compare(today, last) <= 0);
	page_text(rq, "standing.revive_until", date_text(rq->cx, last));
	return ST_OK;
}

/* The step that is due now; nobody has to know the day. */
static enum status show_renewal(struct req *rq, const struct standing *s)
{
	struct renewal_window w;

	if (strcmp(shown_state(s), "active") != 0 || s->renewing)
		return ST_OK;
	TRY(renewal_window(rq->cx, s->valid_until, &w));
	page_number(rq, "standing.renew", w.open);
	return ST_OK;
}

static enum status show_standing(struct req *rq, const struct standing *s)
{
	page_text(rq, "standing.state", shown_state(s));
	page_text(rq, "standing.number", s->number);
	page_text(rq, "standing.registered_on",
		  date_text(rq->cx, s->registered_on));
	page_text(rq, "standing.until", date_text(rq->cx, s->valid_until));
	if (s->has_end)
		page_text(rq, "standing.day", date_text(rq->cx, s->ends_on));
	TRY(show_renewal(rq, s));
	return show_revival(rq, s);
}

/* What was said of a 廃止 or 取消 that counts now. */
static void show_reason(struct req *rq, const struct standing *s,
			const struct row *row)
{
	bool cancelled = strcmp(row_text(row, "act"), "cancel") == 0;

	if (!s->has_end || strcmp(s->state, "expired") == 0)
		return;
	page_text(rq, "standing.reason",
		  message(rq,
			  mem_printf(rq->cx, "form.%s.reason.%s",
				     cancelled ? "cancellation" : "abolition",
				     row_text(row, "reason")),
			  NULL));
	page_text(rq, "standing.text", row_text(row, "text"));
}

enum status part_standing(struct req *rq)
{
	struct standing s;
	struct row *row;
	enum status st = standing_own(rq->cx, &s);

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	TRY(show_standing(rq, &s));
	page_text(rq, "standing.url", "/registered/standing");
	/* A change or a renewal under way has a state of its own. */
	if (s.has_end && id_same(s.application, rq->session->application))
		page_text(rq, "state", shown_state(&s));
	st = standing_last_own(rq->cx, &row);
	if (st == ST_OK)
		show_reason(rq, &s, row);
	return st == ST_NOT_FOUND ? ST_OK : st;
}

/* 有効期間の… of a 復活, 廃止の日 of a 廃止. */
static void show_event(struct req *rq, size_t i, const struct row *row)
{
	const char *act = row_text(row, "act");
	const char *reason = row_text(row, "reason");
	const char *of = strcmp(act, "cancel") == 0 ? "cancellation"
						    : "abolition";
	struct date day;

	page_item(rq, "events", i, "at",
		  time_text(rq->cx, row_time(row, "at")));
	page_item(
		rq, "events", i, "what",
		message(rq, mem_printf(rq->cx, "standing.act.%s", act), NULL));
	if (date_parse_iso(row_text(row, "day"), &day))
		page_item(rq, "events", i, "on", date_text(rq->cx, day));
	if (*reason)
		page_item(rq, "events", i, "why",
			  message(rq,
				  mem_printf(rq->cx, "form.%s.reason.%s", of,
					     reason),
				  NULL));
}

void part_events(struct req *rq, const struct rows *rows)
{
	static const char *const done[] = { "abolished", "revived",
					    "cancelled" };

	page_rows(rq, "events", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const char *act = row_text(rows->list[i], "act");

		show_event(rq, i, rows->list[i]);
		if (strcmp(act, "abolish") == 0 || strcmp(act, "announce") == 0)
			page_number(rq, "paper", 1);
		if (strcmp(act, "cancel") == 0)
			page_number(rq, "paper", 2);
	}
	for (size_t i = 0; i < COUNT(done); i++)
		if (strcmp(query(rq, "done"), done[i]) == 0)
			page_notice(rq, "done",
				    mem_printf(rq->cx, "standing_%s", done[i]));
}

enum status part_standing_desk(struct req *rq, struct id application)
{
	struct standing s;
	struct row *row;
	enum status st = standing_desk(rq->cx, application, &s);

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	TRY(show_standing(rq, &s));
	page_text(rq, "standing.url",
		  url_of(rq, "/tokutei/standing", application));
	st = standing_last_desk(rq->cx, application, &row);
	if (st == ST_OK)
		show_reason(rq, &s, row);
	return st == ST_NOT_FOUND ? ST_OK : st;
}
