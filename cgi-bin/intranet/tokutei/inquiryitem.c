/*
 * inquiryitem.c - 照会する項目: one field that is asked about, and why.
 *
 *	GET  ?id=APP            a field of the applicant is asked about
 *	     &target=document   a document is asked for
 *	     &target=office     which office? &q=: part of its name
 *	     &office=NUMBER     a field of that office
 *	GET  ?id=ITEM           one of the draft, to be changed
 *	POST act=add            into the draft
 *	POST act=save           what was changed (id: the item)
 *	POST act=remove         out of the draft (id: the item)
 *
 * Which fields there are follows from the forms: lib/inquiry/field.c.
 */
#include <stdlib.h>
#include <string.h>

#include "inquiry/inquiry.h"
#include "parts/parts.h"
#include "web/screen.h"

/* Fields that may be chosen, with the values that hold. */
struct choices {
	struct req *rq;
	const char *chosen;
	size_t n;
};

static enum status put_point(struct choices *to, const struct correction *c,
			     const struct point *at)
{
	struct req *rq = to->rq;
	const struct application_words words = part_words(rq);
	const char *name = point_name(rq->cx, at);
	struct correction here = *c;
	const char *text;

	here.at = *at;
	TRY(point_text(rq->cx, &words, &here, &text));
	page_item(rq, "points", to->n, "value", name);
	page_item(rq, "points", to->n, "target", at->target);
	page_item(rq, "points", to->n, "position",
		  mem_printf(rq->cx, "%lld", (long long)at->position));
	page_item(rq, "points", to->n, "label",
		  point_label(rq->cx, &words, at));
	page_item(rq, "points", to->n, "text", text);
	if (strcmp(name, to->chosen) == 0)
		page_item(rq, "points", to->n, "chosen", "1");
	to->n++;
	return ST_OK;
}

static enum status put_target(struct choices *to, const struct correction *c,
			      const char *target, int64_t position)
{
	struct point_fields all;

	point_list(target, c, &all);
	for (size_t i = 0; i < all.n; i++)
		TRY(put_point(to, c,
			      &(struct point) { .target = target,
						.office = c->at.office,
						.position = position,
						.field = all.names[i] }));
	return ST_OK;
}

static enum status put_office(struct choices *to, const struct desk_view *view,
			      int64_t number, struct correction *c)
{
	struct desk_office o;

	TRY(desk_office_at(to->rq->cx, view, number, &o));
	c->office = o.office;
	c->at.office = number;
	page_text(to->rq, "office_name", o.shown_name);
	page_number(to->rq, "office", number);
	TRY(put_target(to, c, "office", 0));
	for (size_t i = 0; i < o.office.nbusiness; i++) {
		c->business = o.office.business[i];
		TRY(put_target(to, c, "business", o.position[i]));
	}
	return put_target(to, c, "institution", 0);
}

static enum status put_points(struct req *rq, const struct desk_view *view,
			      const struct inquiry_item *item)
{
	struct correction *c = form_row(rq->cx, &correction_form);
	struct choices to = { rq, item->point, 0 };

	c->applicant = *view->applicant;
	if (strcmp(item->target, "office") == 0)
		return put_office(&to, view, item->office, c);
	return put_target(&to, c,
			  strcmp(item->target, "document") == 0 ? "document"
								: "applicant",
			  0);
}

/* The offices of this desk, to choose from. */
static enum status show_offices(struct req *rq, const struct desk_view *view)
{
	struct desk_page page;
	const struct desk_filter f = {
		.q = query(rq, "q"),
		.after = strtol(query(rq, "after"), NULL, 10),
	};
	const char *id = id_text(rq->cx, view->id);

	TRY(desk_offices(rq->cx, view, &f, &page));
	page_rows(rq, "offices", &page.rows);
	for (size_t i = 0; i < page.rows.n; i++)
		page_item(rq, "offices", i, "url",
			  mem_printf(rq->cx,
				     "/tokutei/inquiryitem?id=%s&target=office"
				     "&office=%lld",
				     id,
				     (long long)row_int(page.rows.list[i],
							"number")));
	if (page.more_after && page.rows.n)
		page_text(rq, "more.url",
			  mem_printf(rq->cx,
				     "/tokutei/inquiryitem?id=%s&target=office"
				     "&after=%lld",
				     id,
				     (long long)row_int(
					     page.rows.list[page.rows.n - 1],
					     "number")));
	page_text(rq, "q", f.q);
	page_number(rq, "choose", 1);
	return ST_OK;
}

/* The item itself, or the application with what the address says. */
static enum status open_item(struct req *rq, struct inquiry_item *item,
			     struct desk_view *view, bool *stored)
{
	struct id application;
	enum status st = inquiry_item_open(rq->cx, asked_id(rq), item,
					   &application);
	int64_t office;

	*stored = st == ST_OK;
	if (*stored)
		return desk_open(rq->cx, application, view);
	if (st != ST_NOT_FOUND)
		return st;
	TRY(desk_open(rq->cx, asked_id(rq), view));
	item->id = view->id;
	item->target = mem_text(rq->cx, query(rq, "target"));
	if (strcmp(item->target, "office") != 0 &&
	    strcmp(item->target, "document") != 0)
		item->target = "applicant";
	office = strtol(query(rq, "office"), NULL, 10);
	item->office = office > 0 ? office : NO_NUMBER;
	item->point = mem_text(rq->cx, query(rq, "point"));
	return ST_OK;
}

static enum status put_stored(struct req *rq, const struct desk_view *view,
			      const struct inquiry_item *item)
{
	const struct application_words words = part_words(rq);
	struct correction *c = form_row(rq->cx, &correction_form);
	struct point at;
	const char *text;

	if (!point_parse(rq->cx, item->point, &at))
		return ST_NOT_FOUND;
	at.office = item->office;
	TRY(inquiry_values(rq->cx, view, &at, c));
	TRY(point_text(rq->cx, &words, c, &text));
	page_text(rq, "at.target", at.target);
	page_number(rq, "at.office", at.office);
	page_number(rq, "at.position", at.position);
	page_text(rq, "at.office_name", c->office.name ? c->office.name : "");
	page_text(rq, "at.label", point_label(rq->cx, &words, &at));
	page_text(rq, "at.text", text);
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct inquiry_item *item = form_row(rq->cx, &inquiry_item_form);
	struct desk_view view;
	bool stored;
	const char *id;

	TRY(open_item(rq, item, &view, &stored));
	if (stored)
		TRY(put_stored(rq, &view, item));
	/* What was typed belongs to the field that it was typed for. */
	if (*query(rq, "target"))
		form_outdated(rq, rq->cx->now + 1);
	TRY(form_show(rq, &inquiry_item_form, item));
	id = id_text(rq->cx, view.id);
	page_number(rq, "stored", stored);
	page_text(rq, "id", id);
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "target", item->target);
	page_back(rq, mem_printf(rq->cx, "/tokutei/inquiry?id=%s", id));
	if (!stored && strcmp(item->target, "office") == 0 &&
	    item->office == NO_NUMBER)
		TRY(show_offices(rq, &view));
	else if (!stored)
		TRY(put_points(rq, &view, item));
	return page_show(rq);
}

static enum status add(struct req *rq)
{
	struct inquiry_item *item = form_row(rq->cx, &inquiry_item_form);
	const struct application_words words = part_words(rq);
	struct problems p = { .cx = rq->cx };
	enum status st = form_read(rq, &inquiry_item_form, item);

	if (st == ST_INVALID && *item->point == '\0')
		return invalid(rq, "inquiry.point", "point");
	TRY(st);
	TRY(inquiry_add(rq->cx, &words, asked_id(rq), item, &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "%s&done=added",
		  url_of(rq, "/tokutei/inquiry", asked_id(rq)));
}

static enum status save(struct req *rq)
{
	struct inquiry_item *stored = form_row(rq->cx, &inquiry_item_form);
	struct inquiry_item *item = form_row(rq->cx, &inquiry_item_form);
	struct id application;

	TRY(inquiry_item_open(rq->cx, asked_id(rq), stored, &application));
	TRY(form_read(rq, &inquiry_item_form, item));
	item->id = asked_id(rq);
	TRY(inquiry_change(rq->cx, application, item));
	return go(rq, "%s&done=changed",
		  url_of(rq, "/tokutei/inquiry", application));
}

static enum status remove_it(struct req *rq)
{
	struct inquiry_item *stored = form_row(rq->cx, &inquiry_item_form);
	struct id application;

	TRY(inquiry_item_open(rq->cx, asked_id(rq), stored, &application));
	TRY(inquiry_remove(rq->cx, application, asked_id(rq)));
	return go(rq, "%s&done=removed",
		  url_of(rq, "/tokutei/inquiry", application));
}

static const struct act acts[] = {
	{ "add", add },
	{ "save", save },
	{ "remove", remove_it },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &inquiry_item_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
