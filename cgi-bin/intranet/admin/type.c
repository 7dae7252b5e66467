/*
 * type.c - 所管替え・終了: what becomes of types that were picked.
 *
 *	GET  ?from=MINISTRY&codes=T01-01,…
 *	POST act=save   (from, codes, what, to, day)
 */
#include <string.h>

#include "parts/parts.h"
#include "transfer/transfer.h"
#include "web/screen.h"

/* By the address; of what was refused, as it was typed. */
static enum status find_picked(struct req *rq, struct transfer *t)
{
	const struct id none = { { 0 } };
	struct kept *kept;
	enum status st;

	t->from = query(rq, "from");
	t->codes = query(rq, "codes");
	if (*t->codes)
		return ST_OK;
	st = kept_open(rq, "intranet/admin/type", none, &kept);
	if (st != ST_OK || !kept_text(kept, "codes"))
		return st == ST_NOT_FOUND ? ST_OK : st;
	t->from = kept_text(kept, "from");
	t->codes = kept_text(kept, "codes");
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct transfer *t = form_row(rq->cx, &transfer_form);
	struct transfer_reach reach;
	struct rows rows;
	enum status st;

	TRY(find_picked(rq, t));
	st = *t->codes ? transfer_types(rq->cx, t->from, t->codes, &rows)
		       : ST_NOT_FOUND;
	if (st == ST_NOT_FOUND || (st == ST_OK && rows.n == 0))
		return go(rq, "/admin/types");
	TRY(st);
	t->what = "move";
	t->day = NO_NUMBER;
	TRY(form_show(rq, &transfer_form, t));
	part_types(rq, &rows);
	page_count(rq, "count", (int64_t)rows.n);
	TRY(transfer_reach(rq->cx, t->from, t->codes, &reach));
	page_count(rq, "open", reach.open);
	page_count(rq, "closed", reach.closed);
	page_back(rq, mem_printf(rq->cx, "/admin/types?ministry=%s", t->from));
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct transfer *t = form_row(rq->cx, &transfer_form);
	struct problems p = { .cx = rq->cx };

	TRY(form_read(rq, &transfer_form, t));
	TRY(transfer_make(rq->cx, t, &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "/admin/types?ministry=%s&done=%s", t->from, t->what);
}

static const struct act acts[] = {
	{ "save", save },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &transfer_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
