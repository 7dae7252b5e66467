/*
 * office.c - 事業所の内容（審査）: one office with the businesses of the desk.
 *
 *	GET  ?id=APP&office=ID
 */
#include "parts/parts.h"
#include "web/screen.h"

static enum status show_business(struct req *rq, const struct desk_view *view,
				 const struct desk_office *d, size_t i)
{
	const struct business *b = &d->office.business[i];
	const char *at = mem_printf(rq->cx, "businesses.%zu", i);
	struct fulltime_sum sum;

	TRY(page_check(rq, at, &business_form, b, ""));
	page_item(rq, "businesses", i, "number",
		  mem_printf(rq->cx, "%zu", i + 1));
	page_item(rq, "businesses", i, "sum",
		  mem_printf(rq->cx, "%lld", (long long)business_persons(b)));
	page_item(rq, "businesses", i, "ask",
		  desk_ask_url(rq->cx, view, "business", d->office.number,
			       d->position[i]));
	TRY(part_basis(rq, mem_printf(rq->cx, "%s.own", at), b->basis_own,
		       &sum));
	return part_basis(rq, mem_printf(rq->cx, "%s.external", at),
			  b->basis_external, &sum);
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
