/*
 * entry.c - 過去の時点の内容: one business as it stood at a moment.
 *
 *	GET  ?id=APP ?at=MICROSECONDS, or ?day.year= … ?hour= ?minute=
 *	     ?after=NUMBER ?before=NUMBER   pages of its offices
 */
#include <string.h>

#include "asof/asof.h"
#include "text/jdate.h"
#include "web/screen.h"

static const char *url_at(struct req *rq, struct id id, int64_t at)
{
	return mem_printf(rq->cx, "/register/entry?id=%s&at=%lld",
			  id_text(rq->cx, id), (long long)at);
}

static const char *day_text(struct req *rq, const char *iso)
{
	struct date day;

	return date_parse_iso(iso, &day) ? date_text(rq->cx, day) : "";
}

static void show_state(struct req *rq, const struct asof_entry *e)
{
	page_text(rq, "state", e->state);
	page_number(rq, "registered", e->registered);
	if (e->since)
		page_text(rq, "since", time_text(rq->cx, e->since));
	page_text(rq, "number", e->number);
	page_text(rq, "registered_on", day_text(rq, e->registered_on));
	page_text(rq, "until", day_text(rq, e->valid_until));
	page_text(rq, "announced", day_text(rq, e->announced));
}

static void show_procedure(struct req *rq, const struct asof_entry *e)
{
	page_text(rq, "kind", e->kind);
	page_text(rq, "receipt", e->receipt);
	page_text(rq, "version_at", time_text(rq->cx, e->version_at));
	if (e->earlier) {
		page_text(rq, "earlier.url", url_at(rq, e->id, e->earlier));
		page_text(rq, "earlier.at", time_text(rq->cx, e->earlier));
	}
}

static enum status show_version(struct req *rq, const struct asof_entry *e)
{
	struct founder *founder = form_row(rq->cx, &founder_form);
	struct rows totals;

	founder->founder = e->applicant->founder;
	TRY(page_check(rq, "founder", &founder_form, founder, ""));
	TRY(page_check(rq, "applicant", &applicant_form, e->applicant, ""));
	page_text(rq, "name", e->applicant->name);
	page_count(rq, "offices", e->offices);
	page_count(rq, "persons", e->persons);
	TRY(asof_totals(rq->cx, e, &totals));
	page_rows(rq, "totals", &totals);
	return ST_OK;
}

static enum status show_offices(struct req *rq, const struct asof *f,
				const struct asof_entry *e)
{
	const char *url = url_at(rq, e->id, f->at);
	struct asof_page page;

	TRY(asof_offices(rq->cx, e, f, &page));
	page_rows(rq, "list", &page.rows);
	if (*page.prev)
		page_text(rq, "pages.prev",
			  mem_printf(rq->cx, "%s&before=%s", url, page.prev));
	if (*page.next)
		page_text(rq, "pages.next",
			  mem_printf(rq->cx, "%s&after=%s", url, page.next));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct asof *f = form_row(rq->cx, &asof_form);
	struct asof back = { .q = "", .state = "" };
	struct asof_entry e;

	TRY(form_peek(rq, &asof_form, f));
	f->id = asked_id(rq);
	if (f->day == NO_NUMBER && *query(rq, "day.day"))
		page_notice(rq, "warn", "asof_day");
	asof_settle(rq->cx, f);
	TRY(asof_open(rq->cx, f->id, f->at, &e));
	TRY(form_show(rq, &asof_form, f));
	page_text(rq, "app", id_text(rq->cx, e.id));
	page_text(rq, "moment", time_text(rq->cx, f->at));
	page_number(rq, "there", e.version != 0);
	if (e.later) {
		page_text(rq, "later.url", url_at(rq, e.id, e.later));
		page_text(rq, "later.at", time_text(rq->cx, e.later));
	}
	if (e.version) {
		show_state(rq, &e);
		show_procedure(rq, &e);
		TRY(show_version(rq, &e));
		TRY(show_offices(rq, f, &e));
	}
	page_text(rq, "now.url", url_of(rq, "/tokutei/application", e.id));
	back.day = f->day;
	back.hour = f->hour;
	back.minute = f->minute;
	page_back(rq, asof_url(rq->cx, "/register/asof", &back));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &asof_form,
	.get = show,
};
