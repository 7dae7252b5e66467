/*
 * refusal.c - 不登録: an application is not registered, and why.
 *
 *	GET  ?id=APP
 *	POST act=check     the text once more, as the applicant will read it
 *	POST act=refuse    (id)
 */
#include "review/refusal.h"

#include <string.h>

#include "parts/parts.h"
#include "review/desk.h"
#include "review/registration.h"
#include "web/screen.h"

static enum status show_view(struct req *rq, const struct desk_view *view)
{
	bool may;

	TRY(registration_second(rq->cx, view->application, &may));
	page_number(rq, "second", !may);
	part_title(rq, view->kind, "refusal");
	page_number(rq, "open", strcmp(view->unit_state, "open") == 0);
	page_text(rq, "receipt", view->receipt);
	page_text(rq, "name", view->applicant->name);
	page_back(rq, url_of(rq, "/tokutei/registration", view->id));
	page_text(rq, "back.url",
		  url_of(rq, "/tokutei/registration", view->id));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct refusal *r = form_row(rq->cx, &refusal_form);
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	r->id = view.id;
	r->revision = view.revision;
	TRY(form_show(rq, &refusal_form, r));
	TRY(show_view(rq, &view));
	return page_show(rq);
}

static enum status check(struct req *rq)
{
	struct refusal *r = form_row(rq->cx, &refusal_form);
	struct desk_view view;

	TRY(desk_load(rq->cx, asked_id(rq), &view));
	TRY(form_read(rq, &refusal_form, r));
	form_outdated(rq, rq->cx->now);
	TRY(form_show(rq, &refusal_form, r));
	TRY(show_view(rq, &view));
	TRY(page_check(rq, "check", &refusal_form, r, ""));
	page_text(rq, "reason", r->reason);
	page_text(rq, "text", r->text);
	if (strcmp(view.kind, "first") == 0)
		page_title(rq, "refusal.check");
	else
		part_title(rq, view.kind, "refused");
	return page_show(rq);
}

static enum status refuse(struct req *rq)
{
	struct refusal *r = form_row(rq->cx, &refusal_form);
	const char *url = url_of(rq, "/tokutei/registration", asked_id(rq));
	enum status st;

	TRY(form_read(rq, &refusal_form, r));
	st = refusal_make(rq->cx, asked_id(rq), r);
	if (st == ST_FORBIDDEN || st == ST_STATE) {
		TRY(answer_state(rq,
				 st == ST_STATE ? "not_open" : "second_person",
				 url));
		return ST_STATE;
	}
	TRY(st);
	return go(rq, "%s", url);
}

static const struct act acts[] = {
	{ "check", check },
	{ "refuse", refuse },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &refusal_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
