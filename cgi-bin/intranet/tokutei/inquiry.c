/*
 * inquiry.c - 疑義照会: what this desk asks the applicant, and the answers.
 *
 *	GET  ?id=APP             drafts, open and ended inquiries of this desk
 *	     &preview=1          the draft as the applicant will read it
 *	     &target= &office= &position= &field=
 *	                         leads to where that field is asked about
 *	POST act=preview         keeps message and last day, on to the preview
 *	POST act=send            the draft goes out, in one mail
 *	POST act=drop            the draft is thrown away
 *	POST act=cancel          takes back what is open, with a reason
 *	POST act=close:ITEM      the answer to an item will do
 *	POST act=again:ITEM      it will not: asked once more, in a draft
 *
 * What may be asked when: lib/inquiry/inquiry.h, lib/tokutei/flow.c.
 */
#include <stdlib.h>
#include <string.h>

#include "http/http.h"
#include "inquiry/inquiry.h"
#include "parts/parts.h"
#include "web/screen.h"

/* View.LIST.N: an item with its label, and the buttons of an answer. */
static void put_item(struct req *rq, const char *list, size_t n,
		     const struct row *t)
{
	const struct application_words words = part_words(rq);
	const struct point at = point_of(t);
	const char *id = id_text(rq->cx, row_id(t, "id"));
	const char *state = row_text(t, "state");

	page_item(rq, list, n, "label", point_label(rq->cx, &words, &at));
	page_item(rq, list, n, "url",
		  mem_printf(rq->cx, "/tokutei/inquiryitem?id=%s", id));
	if (strcmp(state, "changed") != 0 && strcmp(state, "answered") != 0)
		return;
	page_item(rq, list, n, "close", mem_printf(rq->cx, "close:%s", id));
	page_item(rq, list, n, "again", mem_printf(rq->cx, "again:%s", id));
}

static enum status put_items(struct req *rq, size_t n, const struct row *q)
{
	const char *list = mem_printf(rq->cx, "inquiries.%zu.items", n);
	struct rows items, files;

	TRY(inquiry_items(rq->cx, row_int(q, "inquiry"), &items));
	TRY(inquiry_files(rq->cx, row_int(q, "inquiry"), &files));
	page_rows(rq, list, &items);
	for (size_t i = 0; i < items.n; i++)
		put_item(rq, list, i, items.list[i]);
	part_files(rq, list, &items, &files, "/tokutei/attachment?id=");
	return ST_OK;
}

static enum status put_inquiries(struct req *rq, const struct rows *rows)
{
	page_rows(rq, "inquiries", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *q = rows->list[i];

		page_item(rq, "inquiries", i, "due",
			  part_day(rq, row_int(q, "due_on")));
		TRY(put_items(rq, i, q));
	}
	return ST_OK;
}

static void put_links(struct req *rq, const struct desk_view *v)
{
	const char *id = id_text(rq->cx, v->id);

	page_text(rq, "id", id);
	page_text(rq, "receipt", v->receipt);
	page_text(rq, "name", v->applicant->name);
	page_text(rq, "unit_state", v->unit_state);
	page_number(rq, "may_draft", desk_may(rq->cx, v, "inquiry.draft"));
	page_number(rq, "may_send", desk_may(rq->cx, v, "inquiry.send"));
	page_number(rq, "may_cancel", desk_may(rq->cx, v, "inquiry.cancel"));
	page_text(rq, "application.url",
		  mem_printf(rq->cx, "/tokutei/application?id=%s", id));
	page_text(rq, "here.url",
		  mem_printf(rq->cx, "/tokutei/inquiry?id=%s", id));
	page_text(rq, "to_applicant.url",
		  mem_printf(rq->cx,
			     "/tokutei/inquiryitem?id=%s"
			     "&target=applicant",
			     id));
	page_text(rq, "to_document.url",
		  mem_printf(rq->cx,
			     "/tokutei/inquiryitem?id=%s"
			     "&target=document",
			     id));
	page_text(rq, "to_office.url",
		  mem_printf(rq->cx,
			     "/tokutei/inquiryitem?id=%s"
			     "&target=office",
			     id));
}

static void show_notice(struct req *rq)
{
	static const char *const told[] = { "added",   "changed", "removed",
					    "dropped", "sent",	  "cancelled",
					    "closed",  "again" };

	for (size_t i = 0; i < COUNT(told); i++)
		if (strcmp(query(rq, "done"), told[i]) == 0)
			page_notice(rq, "done",
				    mem_printf(rq->cx, "inquiry_%s", told[i]));
}

/* Other pages of the desk link here by the field that they show. */
static enum status go_field(struct req *rq)
{
	const struct point at = point_shown(
		rq->cx, query(rq, "target"),
		strtoll(query(rq, "position"), NULL, 10), query(rq, "field"));

	return go(rq, "%s&target=%s&office=%lld&point=%s",
		  url_of(rq, "/tokutei/inquiryitem", asked_id(rq)),
		  point_in_office(&at) ? "office"
				       : http_encode(rq->cx, at.target),
		  strtoll(query(rq, "office"), NULL, 10),
		  http_encode(rq->cx, point_name(rq->cx, &at)));
}

static enum status show(struct req *rq)
{
	struct inquiry_words *w = form_row(rq->cx, &inquiry_words_form);
	struct desk_view view;
	struct rows rows;

	if (*query(rq, "target"))
		return go_field(rq);
	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(inquiry_list(rq->cx, &view, &rows));
	TRY(inquiry_words_open(rq->cx, &view, &rows, w));
	put_links(rq, &view);
	page_text(rq, "due", part_day(rq, w->due));
	TRY(put_inquiries(rq, &rows));
	TRY(form_show(rq, &inquiry_words_form, w));
	page_number(rq, "preview", strcmp(query(rq, "preview"), "1") == 0);
	page_back(rq, mem_printf(rq->cx, "/tokutei/application?id=%s",
				 id_text(rq->cx, view.id)));
	show_notice(rq);
	return page_show(rq);
}

static enum status back(struct req *rq, const char *done)
{
	return go(rq, "%s&done=%s",
		  url_of(rq, "/tokutei/inquiry", asked_id(rq)), done);
}

static enum status preview(struct req *rq)
{
	struct inquiry_words *w = form_row(rq->cx, &inquiry_words_form);
	const char *key;

	posted_set(rq, "part", "send");
	TRY(form_read(rq, &inquiry_words_form, w));
	TRY(inquiry_due_wrong(rq->cx, w->due, &key));
	if (key)
		return invalid(rq, key, "due");
	TRY(inquiry_write(rq->cx, w));
	return go(rq, "%s&preview=1", url_of(rq, "/tokutei/inquiry", w->id));
}

static enum status send(struct req *rq)
{
	struct inquiry_words *w = form_row(rq->cx, &inquiry_words_form);
	const struct application_words words = part_words(rq);
	struct problems p = { .cx = rq->cx };

	TRY(form_peek(rq, &inquiry_words_form, w));
	TRY(inquiry_send(rq->cx, &words, asked_id(rq), w->revision, &p));
	TRY(invalid_all(rq, &p));
	return back(rq, "sent");
}

static enum status drop(struct req *rq)
{
	TRY(inquiry_discard(rq->cx, asked_id(rq)));
	return back(rq, "dropped");
}

static enum status cancel(struct req *rq)
{
	struct inquiry_words *w = form_row(rq->cx, &inquiry_words_form);

	posted_set(rq, "part", "cancel");
	TRY(form_read(rq, &inquiry_words_form, w));
	TRY(inquiry_cancel(rq->cx, asked_id(rq), w->reason));
	return back(rq, "cancelled");
}

static enum status close_item(struct req *rq)
{
	struct id item;

	if (!id_parse(act_argument(rq), &item))
		return ST_NOT_FOUND;
	TRY(inquiry_close(rq->cx, asked_id(rq), item));
	return back(rq, "closed");
}

static enum status ask_again(struct req *rq)
{
	const struct application_words words = part_words(rq);
	struct id item;

	if (!id_parse(act_argument(rq), &item))
		return ST_NOT_FOUND;
	TRY(inquiry_again(rq->cx, &words, asked_id(rq), item));
	return back(rq, "again");
}

static const struct act acts[] = {
	{ "preview", preview },	  { "send", send },
	{ "drop", drop },	  { "cancel", cancel },
	{ "close:", close_item }, { "again:", ask_again },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &inquiry_words_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
