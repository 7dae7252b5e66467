/*
 * revival.c - 復活: a registration that has expired goes on, within some days
 * after its end and for a reason.
 *
 *	GET                what it needs, or why it is not possible
 *	POST act=revive
 */
#include <string.h>

#include "parts/parts.h"
#include "registered/end.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct standing s;
	struct date today = jtime_from_us(rq->cx->now).date, last, until;

	TRY(standing_own(rq->cx, &s));
	TRY(standing_revive_until(rq->cx, &s, &last));
	/* Without the form there is nothing to mend. */
	if (strcmp(s.state, "expired") != 0 || date_compare(today, last) > 0)
		form_outdated(rq, rq->cx->now);
	TRY(form_show(rq, &revival_form, form_row(rq->cx, &revival_form)));
	TRY(part_standing(rq));
	TRY(revival_until(rq->cx, &s, &until));
	page_text(rq, "until", date_text(rq->cx, until));
	page_back(rq, "/registered/standing");
	return page_show(rq);
}

static enum status tell_state(struct req *rq)
{
	struct standing s;

	TRY(standing_own(rq->cx, &s));
	TRY(answer_state(rq,
			 strcmp(s.state, "expired") == 0
				 ? "standing.late"
				 : mem_printf(rq->cx, "standing.%s", s.state),
			 "/registered/revival"));
	return ST_STATE;
}

static enum status revive(struct req *rq)
{
	struct revival *r = form_row(rq->cx, &revival_form);
	enum status st;

	TRY(form_read(rq, &revival_form, r));
	st = revival_make(rq->cx, r);
	if (st == ST_STATE)
		return tell_state(rq);
	TRY(st);
	return go(rq, "/registered/standing?done=revived");
}

static const struct act acts[] = {
	{ "revive", revive },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &revival_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
