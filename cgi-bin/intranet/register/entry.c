/*
 * entry.c - 過去の時点の内容: one business as it stood at a moment.
 *
 *	GET  ?id=APP ?at=MICROSECONDS, or ?day.year= … ?hour= ?minute=
 *	     ?after=NUMBER ?before=NUMBER   pages of its offices
 */
#include "parts/asof.h"
#include "parts/parts.h"

static void show_state(struct req *rq, const struct asof_entry *e)
{
	page_text(rq, "state", e->state);
	page_number(rq, "registered", e->registered);
	if (e->since)
		page_text(rq, "since", time_text(rq->cx, e->since));
	page_text(rq, "number", e->number);
	page_text(rq, "registered_on", part_date(rq, e->registered_on));
	page_text(rq, "until", part_date(rq, e->valid_until));
	page_text(rq, "announced", part_date(rq, e->announced));
}

static void show_procedure(struct req *rq, const struct asof_entry *e)
{
	page_text(rq, "kind", e->kind);
	page_text(rq, "receipt", e->receipt);
	page_text(rq, "version_at", time_text(rq->cx, e->version_at));
	if (e->earlier) {
		page_text(rq, "earlier.url",
			  part_entry_url(rq, e->id, e->earlier));
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
	struct asof_page page;

	TRY(asof_offices(rq->cx, e, f, &page));
	part_asof_page(rq, &page, part_entry_url(rq, e->id, f->at));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct asof *f = form_row(rq->cx, &asof_form);
	struct asof back = { .q = "", .state = "" };
	struct asof_entry e;

	TRY(part_moment(rq, asked_id(rq), f));
	TRY(asof_open(rq->cx, f->id, f->at, &e));
	TRY(form_show(rq, &asof_form, f));
	page_text(rq, "app", id_text(rq->cx, e.id));
	page_number(rq, "there", e.version != 0);
	if (e.later) {
		page_text(rq, "later.url", part_entry_url(rq, e.id, e.later));
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
