/*
 * inquiry.c - 府省庁からの照会: what is asked, how far the answer is, and the
 * button that sends it.
 *
 *	GET               all inquiries, open ones first
 *	GET  ?id=INQUIRY  one of them: its items, before and after
 *	POST act=answer   sends the answer, once (id)
 *
 * What comes of it: lib/inquiry/answer.h.
 */
#include <string.h>

#include "inquiry/answer.h"
#include "parts/parts.h"
#include "web/screen.h"

/* A word to all items together. */
struct closing {
	struct id id;
	const char *closing;
};

static const struct field fields[] = {
	ID(struct closing, id),
	AREA(struct closing, closing, .flags = F_OPTIONAL, .max = 2000),
};

static const struct form closing_form = {
	.name = "closing",
	.row_size = sizeof(struct closing),
	.fields = fields,
	.nfields = COUNT(fields),
};

static const char *item_url(struct req *rq, const struct row *item)
{
	return mem_printf(rq->cx, "/tokutei/inquiryitem?id=%s",
			  id_text(rq->cx, row_id(item, "id")));
}

static enum status put_items(struct req *rq, int64_t inquiry)
{
	const struct application_words words = part_words(rq);
	struct rows items, files;
	const char *next = "";

	TRY(answer_items(rq->cx, inquiry, &items));
	TRY(answer_files(rq->cx, inquiry, &files));
	page_rows(rq, "items", &items);
	for (size_t i = items.n; i-- > 0;) {
		const struct row *t = items.list[i];
		const struct point at = {
			.target = row_text(t, "target"),
			.office = row_int(t, "office"),
			.position = row_int(t, "position"),
			.field = row_text(t, "field"),
		};

		page_item(rq, "items", i, "label",
			  point_label(rq->cx, &words, &at));
		page_item(rq, "items", i, "url", item_url(rq, t));
		if (strcmp(row_text(t, "state"), "open") == 0)
			next = item_url(rq, t);
	}
	part_files(rq, "items", &items, &files, "/tokutei/attachment?file=");
	page_text(rq, "next.url", next);
	return ST_OK;
}

static enum status show_one(struct req *rq, struct id id)
{
	struct closing *c = form_row(rq->cx, &closing_form);
	struct rows rows;

	TRY(answer_inquiries(rq->cx, &id, &rows));
	if (rows.n == 0)
		return ST_NOT_FOUND;
	page_row(rq, "inquiry", rows.list[0]);
	page_text(rq, "inquiry.due",
		  part_day(rq, row_int(rows.list[0], "due_on")));
	TRY(put_items(rq, row_int(rows.list[0], "inquiry")));
	c->id = id;
	TRY(form_show(rq, &closing_form, c));
	page_title(rq, "inquiry.one");
	page_back(rq, "/tokutei/inquiry");
	if (*query(rq, "sent"))
		page_notice(rq, "done", "answer_sent");
	if (*query(rq, "done"))
		page_notice(rq, "done", "answer_ready");
	return page_show(rq);
}

static enum status show(struct req *rq)
{
	struct rows rows;

	if (*query(rq, "id"))
		return show_one(rq, asked_id(rq));
	TRY(answer_inquiries(rq->cx, NULL, &rows));
	page_rows(rq, "list", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *q = rows.list[i];

		page_item(rq, "list", i, "due",
			  part_day(rq, row_int(q, "due_on")));
		page_item(rq, "list", i, "url",
			  mem_printf(rq->cx, "/tokutei/inquiry?id=%s",
				     id_text(rq->cx, row_id(q, "id"))));
	}
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

static enum status answer(struct req *rq)
{
	struct closing *c = form_row(rq->cx, &closing_form);
	struct problems p = { .cx = rq->cx };
	struct id id = asked_id(rq);
	enum status st;

	TRY(form_read(rq, &closing_form, c));
	st = answer_send(rq->cx, rq->session->application, id, c->closing, &p);
	/* Sent before, or taken back: its page says which. */
	if (st == ST_STATE) {
		TRY(form_keep(rq, &closing_form, c));
		return go(rq, "%s", url_of(rq, "/tokutei/inquiry", id));
	}
	TRY(st);
	TRY(invalid_all(rq, &p));
	return go(rq, "%s&sent=1", url_of(rq, "/tokutei/inquiry", id));
}

static const struct act acts[] = {
	{ "answer", answer },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &closing_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
