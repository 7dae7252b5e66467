/* takeover.c - on to the page that asks why. */
#include "parts/parts.h"
#include "review/assign.h"

enum status part_takeover(struct req *rq, const char *units, const char *list)
{
	struct takeover *t = form_row(rq->cx, &takeover_form);
	const struct id none = { { 0 } };

	t->units = units;
	t->list = list;
	TRY(kept_save(rq, kept_new(rq, "intranet/tokutei/assignment", none,
				   &takeover_form, t)));
	return go(rq, "/tokutei/assignment");
}
