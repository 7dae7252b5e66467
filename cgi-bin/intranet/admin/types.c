/*
 * types.c - 事業の種類と担当府省庁: what each ministry checks, what is planned,
 * and what came of it.
 *
 *	GET  ?ministry=CODE     its types; without: the ministries
 *	POST act=pick           those that were picked (ministry, pick …)
 *	POST act=cancel:ID      what is planned does not take place
 */
#include <string.h>

#include "base/buf.h"
#include "parts/parts.h"
#include "transfer/transfer.h"
#include "web/screen.h"

#define PICKS 200 /* there are fewer types */

static enum status show_ministries(struct req *rq, const char *chosen)
{
	struct rows rows;

	TRY(transfer_ministries(rq->cx, &rows));
	page_rows(rq, "ministries", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const char *code = row_text(rows.list[i], "code");

		page_item(rq, "ministries", i, "url",
			  mem_printf(rq->cx, "/admin/types?ministry=%s", code));
		if (strcmp(code, chosen) == 0) {
			page_item(rq, "ministries", i, "current", "1");
			page_text(rq, "chosen", row_text(rows.list[i], "name"));
		}
	}
	return ST_OK;
}

static enum status show_types(struct req *rq, const char *ministry)
{
	struct rows rows;

	TRY(transfer_types(rq->cx, ministry, "", &rows));
	page_text(rq, "ministry", ministry);
	part_types(rq, &rows);
	return ST_OK;
}

static enum status show_transfers(struct req *rq)
{
	struct rows rows;

	TRY(transfer_list(rq->cx, &rows));
	page_rows(rq, "transfers", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = rows.list[i];

		page_item(rq, "transfers", i, "day",
			  part_date(rq, row_text(row, "day")));
		page_item(rq, "transfers", i, "cancel",
			  mem_printf(rq->cx, "cancel:%s",
				     id_text(rq->cx, row_id(row, "id"))));
	}
	return ST_OK;
}

static enum status show(struct req *rq)
{
	const char *ministry = query(rq, "ministry");
	const char *done = query(rq, "done");

	TRY(show_ministries(rq, ministry));
	if (*ministry)
		TRY(show_types(rq, ministry));
	TRY(show_transfers(rq));
	if (strcmp(done, "move") == 0 || strcmp(done, "end") == 0 ||
	    strcmp(done, "keep") == 0 || strcmp(done, "cancel") == 0)
		page_notice(rq, "done", mem_printf(rq->cx, "types_%s", done));
	if (strcmp(query(rq, "none"), "1") == 0)
		page_notice(rq, "info", "types_none");
	page_back(rq, *ministry ? "/admin/types" : "/home/index");
	return page_show(rq);
}

/* On to the page that asks what becomes of them. */
static enum status pick(struct req *rq)
{
	const char *ministry = posted(rq, "ministry"), *code;
	struct buf codes;
	struct rows known;
	enum status st;

	buf_init(&codes, rq->cx);
	for (size_t i = 0;
	     i < PICKS && (code = posted_nth(rq, "pick", i)) != NULL; i++)
		buf_printf(&codes, "%s%s", i ? "," : "", code);
	st = transfer_types(rq->cx, ministry, codes.text, &known);
	if (st == ST_NOT_FOUND)
		return go(rq, "/admin/types");
	TRY(st);
	if (codes.n == 0 || known.n == 0)
		return go(rq, "/admin/types?ministry=%s&none=1", ministry);
	buf_init(&codes, rq->cx);
	for (size_t i = 0; i < known.n; i++)
		buf_printf(&codes, "%s%s", i ? "," : "",
			   row_text(known.list[i], "code"));
	return go(rq, "/admin/type?from=%s&codes=%s", ministry, codes.text);
}

static enum status cancel(struct req *rq)
{
	struct id id;

	if (!id_parse(act_argument(rq), &id))
		return ST_BAD;
	TRY(transfer_cancel(rq->cx, id));
	return go(rq, "/admin/types?done=cancel");
}

static const struct act acts[] = {
	{ "pick", pick },
	{ "cancel:", cancel },
};

const struct screen screen = {
	.file = __FILE__,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
