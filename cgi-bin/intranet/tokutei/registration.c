/*
 * registration.c - 登録: one application, or many at once.
 *
 *	GET  ?id=APP           what the ministries say, and what can be done
 *	GET  ?done=TIME        what came of one press of the button
 *	POST act=register      that one (id)
 *	POST act=report        the report of a public body (id)
 *	POST act=check         many (pick …): which can be registered
 *	POST act=register_all  them (pick …), all or none
 */
#include <string.h>

#include "parts/parts.h"
#include "review/desk.h"
#include "review/refusal.h"
#include "review/registration.h"
#include "text/digits.h"
#include "web/screen.h"

/* The revision of the unit that the page showed. */
struct registration {
	struct id id;
	int64_t revision;
};

static const struct field fields[] = {
	ID(struct registration, id),
	REVISION(struct registration, revision),
};

static const struct form registration_form = {
	.name = "registration",
	.row_size = sizeof(struct registration),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* --- One ----------------------------------------------------------------- */

static enum status show_units(struct req *rq, const struct desk_view *view)
{
	struct rows units;

	TRY(registration_units(rq->cx, view->application, &units));
	page_rows(rq, "units", &units);
	return ST_OK;
}

/* What will become of it, as long as it is open. */
static enum status show_part(struct req *rq, const struct desk_view *view)
{
	struct registration_part part;
	bool may;

	TRY(registration_part(rq->cx, view->application, &part));
	TRY(registration_second(rq->cx, view->application, &may));
	page_number(rq, "open", strcmp(view->unit_state, "open") == 0);
	page_number(rq, "public_body", part.public_body);
	page_number(rq, "report", part.report);
	page_number(rq, "child", strcmp(part.kind, "first") != 0);
	page_count(rq, "part_offices", part.offices);
	page_count(rq, "part_persons", part.persons);
	page_count(rq, "reported", part.reported);
	page_number(rq, "second", !may);
	return ST_OK;
}

static enum status show_outcome(struct req *rq, const struct desk_view *view)
{
	struct row *row;
	enum status st = registration_of(rq->cx, view->application, &row);

	if (st == ST_OK) {
		page_row(rq, "made", row);
		page_text(rq, "made.day",
			  part_date(rq, row_text(row, "registered_on")));
		page_text(rq, "made.until",
			  part_date(rq, row_text(row, "valid_until")));
	} else if (st != ST_NOT_FOUND) {
		return st;
	}
	st = refusal_of(rq->cx, view->application, &row);
	if (st == ST_OK)
		page_row(rq, "refusal", row);
	return st == ST_NOT_FOUND ? ST_OK : st;
}

static void show_summary(struct req *rq, const struct desk_view *view)
{
	struct ctx *cx = rq->cx;
	const char *id = id_text(cx, view->id);

	page_text(rq, "kind", view->kind);
	page_text(rq, "difference.url",
		  mem_printf(cx, "/tokutei/difference?id=%s", id));
	page_text(rq, "receipt", view->receipt);
	page_text(rq, "name", view->applicant->name);
	page_text(rq, "founder", view->applicant->founder);
	page_text(rq, "state", view->state);
	page_text(rq, "unit_state", view->unit_state);
	page_text(rq, "sent_at", time_text(cx, view->sent_at));
	page_count(rq, "offices", view->offices);
	page_count(rq, "persons", view->persons);
	page_text(rq, "page.url",
		  mem_printf(cx, "/tokutei/application?id=%s", id));
	page_text(rq, "refuse.url",
		  mem_printf(cx, "/tokutei/refusal?id=%s", id));
	page_text(rq, "back.url",
		  mem_printf(cx, "/tokutei/sendback?id=%s", id));
	page_text(rq, "paper.url", mem_printf(cx, "/tokutei/notice?id=%s", id));
	page_back(rq, mem_printf(cx, "/tokutei/application?id=%s", id));
}

static enum status show_one(struct req *rq)
{
	struct registration *r = form_row(rq->cx, &registration_form);
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	r->id = view.id;
	r->revision = view.revision;
	TRY(form_show(rq, &registration_form, r));
	show_summary(rq, &view);
	TRY(show_units(rq, &view));
	TRY(show_part(rq, &view));
	TRY(show_outcome(rq, &view));
	return page_show(rq);
}

/* --- Many ---------------------------------------------------------------- */

static void show_link(struct req *rq, const char *list, size_t i, struct id id)
{
	page_item(rq, list, i, "url",
		  mem_printf(rq->cx, "/tokutei/registration?id=%s",
			     id_text(rq->cx, id)));
}

static enum status show_done(struct req *rq, const char *text)
{
	struct registration *r = form_row(rq->cx, &registration_form);
	struct rows rows;
	int64_t at;

	if (text_number(text, 1, INT64_MAX, &at) != NUMBER_OK)
		return ST_NOT_FOUND;
	TRY(registration_done(rq->cx, at, &rows));
	if (rows.n == 0)
		return ST_NOT_FOUND;
	TRY(form_show(rq, &registration_form, r));
	page_title(rq, "registration.done");
	page_rows(rq, "done", &rows);
	page_count(rq, "count", (int64_t)rows.n);
	for (size_t i = 0; i < rows.n; i++)
		show_link(rq, "done", i, row_id(rows.list[i], "id"));
	page_back(rq, "/tokutei/list");
	return page_show(rq);
}

static enum status show(struct req *rq)
{
	if (*query(rq, "done"))
		return show_done(rq, query(rq, "done"));
	if (*query(rq, "id"))
		return show_one(rq);
	return go(rq, "/tokutei/list");
}

/* Nobody picks so many by hand; what is no id is none of ours. */
#define PICKS 500

static struct id *read_picks(struct req *rq, size_t *n)
{
	struct id *ids = mem_array(rq->cx, PICKS, sizeof(*ids));
	const char *text;

	*n = 0;
	for (size_t i = 0;
	     *n < PICKS && (text = posted_nth(rq, "pick", i)) != NULL; i++)
		if (id_parse(text, &ids[*n]))
			(*n)++;
	return ids;
}

static void show_pick(struct req *rq, const struct registration_pick *pick,
		      size_t ready, size_t refused)
{
	bool can = *pick->why == '\0';
	const char *list = can ? "ready" : "refused";
	size_t i = can ? ready : refused;

	page_item(rq, list, i, "id", id_text(rq->cx, pick->id));
	page_item(rq, list, i, "receipt", pick->receipt);
	page_item(rq, list, i, "name", pick->name);
	page_item(rq, list, i, "offices",
		  mem_printf(rq->cx, "%lld", (long long)pick->part.offices));
	page_item(rq, list, i, "persons",
		  mem_printf(rq->cx, "%lld", (long long)pick->part.persons));
	page_item(rq, list, i, "report", pick->part.report ? "1" : "0");
	page_item(rq, list, i, "why", pick->why);
	show_link(rq, list, i, pick->id);
}

static enum status check(struct req *rq)
{
	struct registration *r = form_row(rq->cx, &registration_form);
	struct registration_pick *picks;
	size_t n, npicks, ready = 0;
	struct id *ids = read_picks(rq, &n);

	TRY(registration_check(rq->cx, ids, n, &picks, &npicks));
	TRY(form_show(rq, &registration_form, r));
	page_title(rq, "registration.check");
	for (size_t i = 0; i < npicks; i++) {
		show_pick(rq, &picks[i], ready, i - ready);
		ready += *picks[i].why == '\0';
	}
	page_number(rq, "check", 1);
	page_count(rq, "count", (int64_t)ready);
	page_number(rq, "many", ready > REGISTRATION_MOST);
	page_back(rq, "/tokutei/list");
	return page_show(rq);
}

/* --- Done ---------------------------------------------------------------- */

/* Why it was not to be, on a page that says so; nothing has changed. */
static enum status explain(struct req *rq, enum status st, struct id id)
{
	const char *url = id_set(id) ? url_of(rq, "/tokutei/registration", id)
				     : "/tokutei/list";

	if (st == ST_FORBIDDEN) {
		TRY(answer_state(rq, "second_person", url));
		return ST_STATE;
	}
	if (st == ST_STATE) {
		TRY(answer_state(rq, "not_open", url));
		return ST_STATE;
	}
	return st;
}

static enum status make(struct req *rq)
{
	struct registration *r = form_row(rq->cx, &registration_form);
	struct registration_made made;
	enum status st;

	TRY(form_peek(rq, &registration_form, r));
	st = registration_make(rq->cx, asked_id(rq), r->revision,
			       setting(rq, "Registration.Number"), &made);
	if (st != ST_OK)
		return explain(rq, st, asked_id(rq));
	return go(rq, "/tokutei/registration?done=%lld",
		  (long long)rq->cx->now);
}

static enum status make_all(struct req *rq)
{
	struct id wrong = { { 0 } };
	size_t n;
	struct id *ids = read_picks(rq, &n);
	enum status st;

	if (n == 0)
		return go(rq, "/tokutei/list");
	st = registration_make_all(rq->cx, ids, n,
				   setting(rq, "Registration.Number"), &wrong);
	if (st != ST_OK)
		return explain(rq, st, wrong);
	return go(rq, "/tokutei/registration?done=%lld",
		  (long long)rq->cx->now);
}

static const struct act acts[] = {
	{ "register", make },
	{ "report", make },
	{ "check", check },
	{ "register_all", make_all },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &registration_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
