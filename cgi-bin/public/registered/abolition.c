/*
 * abolition.c - 廃止届: the business ends its registration.
 *
 *	GET
 *	POST act=check   everything once more, before it is sent
 *	POST act=send    it ends, at once or on its day
 */
#include "parts/parts.h"
#include "registered/end.h"
#include "web/screen.h"

/* It holds no more, or a notice was sent in already: nothing can be sent. */
static enum status tell_state(struct req *rq)
{
	struct standing s;

	TRY(standing_own(rq->cx, &s));
	return answer_state(
		rq,
		mem_printf(rq->cx, "standing.%s",
			   standing_planned(&s) ? "planned" : s.state),
		"/registered/standing");
}

static bool may(const struct standing *s)
{
	return standing_find("abolish", "applicant", s->state,
			     standing_planned(s)) != NULL;
}

static enum status show_page(struct req *rq, struct abolition *a)
{
	TRY(form_show(rq, &abolition_form, a));
	TRY(part_standing(rq));
	page_back(rq, "/registered/standing");
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct abolition *a = form_row(rq->cx, &abolition_form);
	struct standing s;

	TRY(standing_own(rq->cx, &s));
	if (!may(&s))
		return tell_state(rq);
	TRY(show_page(rq, a));
	return page_show(rq);
}

static enum status check(struct req *rq)
{
	struct abolition *a = form_row(rq->cx, &abolition_form);
	struct problems p = { .cx = rq->cx };
	struct standing s;

	TRY(standing_own(rq->cx, &s));
	if (!may(&s)) {
		TRY(tell_state(rq));
		return ST_STATE;
	}
	TRY(form_read(rq, &abolition_form, a));
	TRY(abolition_check(rq->cx, &s, a, &p));
	TRY(invalid_all(rq, &p));
	TRY(form_keep(rq, &abolition_form, a));
	form_outdated(rq, rq->cx->now);
	TRY(show_page(rq, a));
	TRY(page_check(rq, "check", &abolition_form, a, ""));
	page_text(rq, "reason", a->reason);
	page_text(rq, "text", a->text);
	page_text(rq, "day", date_iso(rq->cx, date_from_days(a->day)));
	page_number(rq, "later",
		    a->day > date_days(jtime_from_us(rq->cx->now).date));
	page_title(rq, "abolition.check");
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct abolition *a = form_row(rq->cx, &abolition_form);
	struct problems p = { .cx = rq->cx };
	enum status st;

	TRY(form_read(rq, &abolition_form, a));
	st = abolition_send(rq->cx, a, &p);
	if (st == ST_STATE) {
		TRY(tell_state(rq));
		return ST_STATE;
	}
	TRY(st);
	TRY(invalid_all(rq, &p));
	return go(rq, "/registered/standing?done=abolished");
}

static const struct act acts[] = {
	{ "check", check },
	{ "send", send },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &abolition_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
