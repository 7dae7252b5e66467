/*
 * office.c - 事業所の内容（審査）: one office with the businesses of the desk.
 *
 *	GET  ?id=APP&office=ID
 */
#include "review/desk.h"
#include "tokutei/fulltime.h"
#include "web/screen.h"

/* 積算根拠 of one head count, if it was worked out. */
static enum status show_basis(struct req *rq, size_t i, const char *side,
			      const char *text)
{
	const char *at = mem_printf(rq->cx, "businesses.%zu.%s", i, side);
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct fulltime_sum sum;

	if (!fulltime_parse(rq->cx, text, f) ||
	    fulltime_count(rq->cx, f, &sum) != ST_OK)
		return ST_OK;
	page_text(rq, mem_printf(rq->cx, "%s.decimal", at), sum.decimal);
	page_number(rq, mem_printf(rq->cx, "%s.cut", at), sum.cut);
	page_number(rq, mem_printf(rq->cx, "%s.count", at), sum.count);
	return page_check(rq, at, &fulltime_form, f, "");
}

static enum status show_business(struct req *rq, const struct desk_view *view,
				 const struct desk_office *d, size_t i)
{
	const struct business *b = &d->office.business[i];

	TRY(page_check(rq, mem_printf(rq->cx, "businesses.%zu", i),
		       &business_form, b, ""));
	page_item(rq, "businesses", i, "number",
		  mem_printf(rq->cx, "%zu", i + 1));
	page_item(rq, "businesses", i, "sum",
		  mem_printf(rq->cx, "%lld", (long long)business_persons(b)));
	page_item(rq, "businesses", i, "ask",
		  desk_ask_url(rq->cx, view, "business", d->office.number,
			       d->position[i]));
	TRY(show_basis(rq, i, "own", b->basis_own));
	return show_basis(rq, i, "external", b->basis_external);
}

static enum status show(struct req *rq)
{
	struct desk_office d;
	struct desk_view view;
	struct id id;

	if (!id_parse(query(rq, "office"), &id))
		return ST_NOT_FOUND;
	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(desk_office(rq->cx, &view, id, &d));
	TRY(page_check(rq, "office", &office_form, &d.office, ""));
	if (view.applicant->agency != 1)
		page_text(rq, "office.fields.principal.kind", "hidden");
	TRY(page_check(rq, "inst", &institution_form, &d.office.inst, ""));
	for (size_t i = 0; i < d.office.nbusiness; i++)
		TRY(show_business(rq, &view, &d, i));
	page_text(rq, "ask",
		  desk_ask_url(rq->cx, &view, "office", d.office.number, 0));
	page_text(rq, "ask_inst",
		  mem_printf(rq->cx, "%sinst",
			     desk_ask_url(rq->cx, &view, "institution",
					  d.office.number, 0)));
	page_text(rq, "shown_name", d.shown_name);
	page_number(rq, "number", d.office.number);
	page_text(rq, "company", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	page_back(rq, url_of(rq, "/tokutei/offices", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
