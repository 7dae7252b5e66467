/*
 * cancellation.c - 取消: the registrar ends a registration, and says why.
 *
 *	GET  ?id=APP
 *	POST act=check     the text once more, as the business will read it
 *	POST act=cancel    (id)
 */
#include "parts/parts.h"
#include "registered/end.h"
#include "web/screen.h"

static enum status show_view(struct req *rq, struct cancellation *c,
			     const struct desk_view *view)
{
	struct standing s;
	bool may;

	TRY(standing_desk(rq->cx, view->id, &s));
	may = standing_find("cancel", rq->session->who.role, s.state,
			    standing_planned(&s)) != NULL;
	/* Without the form there is nothing to mend. */
	if (!may)
		form_outdated(rq, rq->cx->now);
	TRY(form_show(rq, &cancellation_form, c));
	TRY(part_standing_desk(rq, view->id));
	page_number(rq, "may", may);
	page_text(rq, "name", view->applicant->name);
	page_text(rq, "back.url", url_of(rq, "/tokutei/standing", view->id));
	page_back(rq, url_of(rq, "/tokutei/standing", view->id));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct cancellation *c = form_row(rq->cx, &cancellation_form);
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	c->id = view.id;
	TRY(show_view(rq, c, &view));
	return page_show(rq);
}

static enum status check(struct req *rq)
{
	struct cancellation *c = form_row(rq->cx, &cancellation_form);
	struct desk_view view;

	TRY(desk_load(rq->cx, asked_id(rq), &view));
	TRY(form_read(rq, &cancellation_form, c));
	TRY(form_keep(rq, &cancellation_form, c));
	form_outdated(rq, rq->cx->now);
	TRY(show_view(rq, c, &view));
	TRY(page_check(rq, "check", &cancellation_form, c, ""));
	page_text(rq, "reason", c->reason);
	page_text(rq, "text", c->text);
	page_title(rq, "cancellation.check");
	return page_show(rq);
}

static enum status tell_state(struct req *rq)
{
	struct standing s;

	TRY(standing_desk(rq->cx, asked_id(rq), &s));
	TRY(answer_state(rq, mem_printf(rq->cx, "standing.desk.%s", s.state),
			 url_of(rq, "/tokutei/standing", asked_id(rq))));
	return ST_STATE;
}

static enum status cancel(struct req *rq)
{
	struct cancellation *c = form_row(rq->cx, &cancellation_form);
	enum status st;

	TRY(form_read(rq, &cancellation_form, c));
	st = cancellation_make(rq->cx, asked_id(rq), c);
	if (st == ST_STATE)
		return tell_state(rq);
	TRY(st);
	return go(rq, "/tokutei/standing?id=%s&done=cancelled",
		  id_text(rq->cx, asked_id(rq)));
}

static const struct act acts[] = {
	{ "check", check },
	{ "cancel", cancel },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &cancellation_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
