/*
 * sendback.c - 差戻し: a question for the ministry that has confirmed it.
 *
 *	GET  ?id=APP
 *	POST act=return:MINISTRY    (id)
 */
#include <string.h>

#include "review/desk.h"
#include "review/refusal.h"
#include "review/registration.h"
#include "web/screen.h"

/* A button for each ministry that has confirmed. */
static enum status show_ministries(struct req *rq, const struct desk_view *view)
{
	struct rows units;
	size_t n = 0;

	TRY(registration_units(rq->cx, view->application, &units));
	for (size_t i = 0; i < units.n; i++) {
		const struct row *u = units.list[i];

		if (strcmp(row_text(u, "state"), "confirmed") != 0)
			continue;
		page_item(rq, "ministries", n, "return",
			  mem_printf(rq->cx, "return:%s", row_text(u, "code")));
		page_item(rq, "ministries", n++, "label",
			  message_of(rq, "registration.return_to",
				     row_text(u, "name")));
	}
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct sendback *s = form_row(rq->cx, &sendback_form);
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	s->id = view.id;
	s->revision = view.revision;
	TRY(form_show(rq, &sendback_form, s));
	TRY(show_ministries(rq, &view));
	page_number(rq, "open", strcmp(view.unit_state, "open") == 0);
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "name", view.applicant->name);
	page_back(rq, url_of(rq, "/tokutei/registration", view.id));
	page_text(rq, "back.url", url_of(rq, "/tokutei/registration", view.id));
	return page_show(rq);
}

static enum status give_back(struct req *rq)
{
	struct sendback *s = form_row(rq->cx, &sendback_form);
	enum status st;

	TRY(form_read(rq, &sendback_form, s));
	/* Enter presses a button that names no ministry. */
	if (*act_argument(rq) == '\0')
		return invalid(rq, "sendback.which", "text");
	st = sendback_make(rq->cx, asked_id(rq), act_argument(rq), s);
	if (st == ST_STATE) {
		TRY(answer_state(
			rq, "not_open",
			url_of(rq, "/tokutei/registration", asked_id(rq))));
		return ST_STATE;
	}
	TRY(st);
	return go(rq, "/tokutei/list");
}

static const struct act acts[] = {
	{ "return:", give_back },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &sendback_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
