/* basis.c - 積算根拠: how a head count was worked out. */
#include "parts/parts.h"

enum status part_basis(struct req *rq, const char *at, const char *text,
		       struct fulltime_sum *sum)
{
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct fulltime_sum found;

	*sum = (struct fulltime_sum) { 0 };
	if (!fulltime_parse(rq->cx, text, f) ||
	    fulltime_count(rq->cx, f, &found) != ST_OK)
		return ST_OK;
	*sum = found;
	page_text(rq, mem_printf(rq->cx, "%s.decimal", at), sum->decimal);
	page_number(rq, mem_printf(rq->cx, "%s.cut", at), sum->cut);
	page_number(rq, mem_printf(rq->cx, "%s.count", at), sum->count);
	return page_check(rq, at, &fulltime_form, f, "");
}
