/*
 * assignment.c - 担当の引き継ぎ: what colleagues have becomes one's own.
 *
 *	GET                those that were picked in the work list
 *	POST act=over      takes them over, with the reason (units, list)
 */
#include <string.h>

#include "review/assign.h"
#include "review/worklist.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct takeover *t = form_row(rq->cx, &takeover_form);
	const struct id none = { { 0 } };
	struct rows rows;
	struct kept *kept;
	enum status st = kept_open(rq, "intranet/tokutei/assignment", none,
				   &kept);
	const char *units = st == ST_OK ? kept_text(kept, "units") : NULL;

	if (st != ST_OK && st != ST_NOT_FOUND)
		return st;
	/* Nothing was picked in this browser, or it is done. */
	if (!units || *units == '\0')
		return go(rq, "/tokutei/list");
	st = assign_look(rq->cx, units, &rows);
	if (st == ST_NOT_FOUND || st == ST_BAD)
		return go(rq, "/tokutei/list");
	TRY(st);
	TRY(form_show(rq, &takeover_form, t));
	page_rows(rq, "rows", &rows);
	page_back(rq, "/tokutei/list");
	return page_show(rq);
}

static enum status take_over(struct req *rq)
{
	struct takeover *t = form_row(rq->cx, &takeover_form);
	struct assigned done;
	struct rows rows;

	TRY(form_read(rq, &takeover_form, t));
	TRY(assign_look(rq->cx, t->units, &rows));
	TRY(assign_take(rq->cx, &rows,
			message_of(rq, "worklist.note", t->reason), &done));
	return go(rq, "/tokutei/list?%staken=%lld%s",
		  worklist_query(rq->cx, t->list), (long long)done.done,
		  done.passed ? "&passed=1" : "");
}

static const struct act acts[] = {
	{ "over", take_over },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &takeover_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
