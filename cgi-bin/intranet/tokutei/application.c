/*
 * application.c - 申請の審査: all that a desk needs to read, and its verdict.
 *
 *	GET  ?id=ID
 *	POST act=confirm   確認済みにする, with opinion and reason
 *	POST act=reopen    確認を取り消す
 *	POST act=note      申し送りを残す
 *	POST act=take      担当になる; from a colleague on a page of its own
 */
#include <string.h>

#include "parts/parts.h"
#include "review/assign.h"
#include "review/confirm.h"
#include "review/document.h"
#include "review/history.h"
#include "review/note.h"
#include "text/jdate.h"
#include "tokutei/change.h"
#include "tokutei/flow.h"
#include "web/screen.h"

/* A word of ours that stands under a code: Msg.unit_state.open. */
static const char *word(struct req *rq, const char *under, const char *code)
{
	return message(rq, mem_printf(rq->cx, "%s.%s", under, code), NULL);
}

/* The pages around this one. */
static void show_links(struct req *rq, const struct desk_view *view)
{
	static const char *const pages[] = { "offices",	   "difference",
					     "duplicates", "inquiry",
					     "history",	   "registration" };
	bool registrar = strcmp(rq->session->who.role, "registrar") == 0;

	for (size_t i = 0; i < COUNT(pages) - !registrar; i++) {
		const char *path = mem_printf(rq->cx, "/tokutei/%s", pages[i]);

		page_item(rq, "links", i, "url", url_of(rq, path, view->id));
		page_item(rq, "links", i, "label",
			  word(rq, "review.link", pages[i]));
	}
	page_text(rq, "url_difference",
		  mem_printf(rq->cx, "/tokutei/difference?id=%s&from=%lld",
			     id_text(rq->cx, view->id),
			     (long long)view->confirmed_number));
}

/* The notice of an institution that is newly secured: was it in time? */
static void show_clock(struct req *rq, int64_t secured_on, int64_t sent_at)
{
	int64_t until = change_secured_until(secured_on);

	page_text(rq, "secured.on", part_day(rq, secured_on));
	page_text(rq, "secured.until", part_day(rq, until));
	page_number(rq, "secured.late",
		    date_days(jtime_from_us(sent_at).date) > until);
}

/* Of a change or a renewal it is whether it is accepted. */
static const char *opinion_text(struct req *rq, const struct desk_view *view)
{
	bool first = strcmp(view->kind, "first") == 0;

	return *view->opinion ? word(rq, first ? "opinion" : "opinion.later",
				     view->opinion)
			      : "";
}

static void show_head(struct req *rq, const struct desk_view *view)
{
	page_text(rq, "app", id_text(rq->cx, view->id));
	page_text(rq, "name", view->applicant->name);
	page_text(rq, "receipt", view->receipt);
	page_text(rq, "kind", view->kind);
	part_title(rq, view->kind, "review");
	if (view->secured_on != NO_NUMBER)
		show_clock(rq, view->secured_on, view->sent_at);
	page_text(rq, "sent_at", time_text(rq->cx, view->sent_at));
	page_number(rq, "number", view->number);
	page_text(rq, "version_at", time_text(rq->cx, view->version_at));
	page_text(rq, "state", word(rq, "application_state", view->state));
	page_text(rq, "unit", view->unit_state);
	page_text(rq, "due", part_day(rq, view->due_on));
	page_text(rq, "assignee", view->assignee_name);
	page_text(rq, "assigned_at", time_text(rq->cx, view->assigned_at));
	page_number(rq, "take",
		    view->assignee != rq->session->who.account &&
			    desk_may(rq->cx, view, "take"));
	page_number(rq, "registrar",
		    strcmp(rq->session->who.role, "registrar") == 0);
	page_text(rq, "opinion", opinion_text(rq, view));
	page_text(rq, "reason", view->reason);
	page_text(rq, "confirmed_name", view->confirmed_name);
	page_text(rq, "confirmed_at", time_text(rq->cx, view->confirmed_at));
	page_number(rq, "confirmed_number", view->confirmed_number);
	page_number(rq, "changed", desk_changed_since(view));
	/* What was confirmed and is open again was sent back: who takes a
	 * confirmation back clears it. */
	page_number(rq, "returned",
		    view->confirmed_at != 0 &&
			    strcmp(view->unit_state, "open") == 0);
	page_count(rq, "offices", view->offices);
	page_count(rq, "persons", view->persons);
	page_number(rq, "undo", desk_may(rq->cx, view, "reopen"));
}

/* --- What lies beside it ------------------------------------------------- */

static enum status show_units(struct req *rq, const struct desk_view *view)
{
	struct rows rows;

	TRY(desk_units(rq->cx, view, &rows));
	page_rows(rq, "units", &rows);
	return ST_OK;
}

static enum status show_documents(struct req *rq, const struct desk_view *view)
{
	struct rows rows;

	TRY(document_list(rq->cx, view, &rows));
	page_rows(rq, "documents", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = rows.list[i];

		page_item(rq, "documents", i, "purpose_text",
			  word(rq, "purpose", row_text(row, "purpose")));
		page_item(rq, "documents", i, "url",
			  url_of(rq, "/tokutei/attachment", row_id(row, "id")));
	}
	return ST_OK;
}

static enum status show_applicant(struct req *rq, const struct desk_view *view)
{
	struct founder *f = form_row(rq->cx, &founder_form);
	struct rows totals, notes;

	f->founder = view->applicant->founder;
	TRY(page_check(rq, "founder", &founder_form, f, ""));
	TRY(page_check(rq, "applicant", &applicant_form, view->applicant, ""));
	page_text(rq, "ask", desk_ask_url(rq->cx, view, "applicant", 0, 0));
	TRY(desk_totals(rq->cx, view, &totals));
	page_rows(rq, "totals", &totals);
	TRY(note_list(rq->cx, view, &notes));
	page_rows(rq, "notes", &notes);
	return ST_OK;
}

/* --- What has happened meanwhile ----------------------------------------- */

static enum status show_meanwhile(struct req *rq, const struct desk_view *view,
				  int64_t seen)
{
	struct rows rows;
	int64_t n = view->revision - seen;

	if (seen == NO_NUMBER || seen <= 0 || n <= 0)
		return ST_OK;
	TRY(history_last(rq->cx, view, n < 10 ? n : 10, &rows));
	page_rows(rq, "meanwhile", &rows);
	for (size_t i = 0; i < rows.n; i++)
		page_item(rq, "meanwhile", i, "text",
			  word(rq, "act", row_text(rows.list[i], "act")));
	return ST_OK;
}

static enum status show_notices(struct req *rq, const struct desk_view *view)
{
	static const char *const done[] = { "confirmed", "reopened", "noted",
					    "taken" };
	bool bounced;

	TRY(history_bounced(rq->cx, view, &bounced));
	page_number(rq, "bounced", bounced);
	for (size_t i = 0; i < COUNT(done); i++)
		if (strcmp(query(rq, "done"), done[i]) == 0)
			page_notice(rq, "done",
				    mem_printf(rq->cx, "review_%s", done[i]));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct review *r = form_row(rq->cx, &review_form);
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	r->id = view.id;
	r->revision = view.revision;
	TRY(form_show(rq, &review_form, r));
	show_head(rq, &view);
	show_links(rq, &view);
	TRY(show_notices(rq, &view));
	TRY(show_meanwhile(rq, &view, r->revision));
	TRY(part_sheet(rq, &view));
	TRY(part_missing(rq, view.application));
	TRY(show_units(rq, &view));
	TRY(part_inquiries(rq, &view));
	TRY(part_standing_desk(rq, view.id));
	TRY(show_documents(rq, &view));
	TRY(show_applicant(rq, &view));
	page_back(rq, "/tokutei/list");
	return page_show(rq);
}

/* --- Acts ---------------------------------------------------------------- */

/* A colleague was quicker: the page says what was done meanwhile; the state
 * does not allow it any more: a page says which one it is. */
static enum status told(struct req *rq, enum status st)
{
	struct desk_view view;

	if (st == ST_STALE)
		return invalid(rq, "review.stale", "");
	if (st != ST_STATE)
		return st;
	TRY(desk_load(rq->cx, asked_id(rq), &view));
	TRY(answer_state(rq, mem_printf(rq->cx, "desk.%s", view.unit_state),
			 url_of(rq, "/tokutei/application", view.id)));
	return ST_STATE;
}

static enum status back(struct req *rq, const char *done)
{
	return go(rq, "/tokutei/application?id=%s&done=%s",
		  id_text(rq->cx, asked_id(rq)), done);
}

static enum status confirm(struct req *rq)
{
	struct review *r = form_row(rq->cx, &review_form);
	struct problems p = { .cx = rq->cx };

	TRY(form_read(rq, &review_form, r));
	TRY(told(rq, confirm_save(rq->cx, r, &p)));
	TRY(invalid_all(rq, &p));
	return back(rq, "confirmed");
}

static enum status reopen(struct req *rq)
{
	struct review *r = form_row(rq->cx, &review_form);

	TRY(form_read(rq, &review_form, r));
	TRY(told(rq, confirm_undo(rq->cx, r)));
	return back(rq, "reopened");
}

static enum status add_note(struct req *rq)
{
	struct review *r = form_row(rq->cx, &review_form);
	struct problems p = { .cx = rq->cx };

	TRY(form_read(rq, &review_form, r));
	TRY(note_add(rq->cx, r, &p));
	TRY(invalid_all(rq, &p));
	return back(rq, "noted");
}

static enum status take(struct req *rq)
{
	const char *unit = id_text(rq->cx, asked_id(rq));
	struct assigned done;
	struct rows rows;

	TRY(assign_look(rq->cx, unit, &rows));
	if (assign_others(&rows))
		return part_takeover(rq, unit, "");
	TRY(told(rq, assign_take(rq->cx, &rows, "", &done)));
	return back(rq, "taken");
}

static const struct act acts[] = {
	{ "confirm", confirm },
	{ "reopen", reopen },
	{ "note", add_note },
	{ "take", take },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &review_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
