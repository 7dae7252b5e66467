/*
 * difference.c - 申請の変更点: two versions side by side, what changed alone.
 * Of a change or a renewal first what it changes of what is registered.
 *
 *	GET  ?id=APP ?from=NUMBER ?to=NUMBER ?after=OFFICE
 */
#include "parts/parts.h"
#include "review/difference.h"
#include "web/screen.h"

struct asked {
	struct id id;
	int64_t from, to, after;
};

static const struct field fields[] = {
	ID(struct asked, id),
	NUMBER(struct asked, from, .flags = F_HIDDEN, .max = 9999),
	NUMBER(struct asked, to, .flags = F_HIDDEN, .max = 9999),
	NUMBER(struct asked, after, .flags = F_HIDDEN, .max = 999999),
};

static const struct form asked_form = {
	.name = "difference",
	.row_size = sizeof(struct asked),
	.fields = fields,
	.nfields = COUNT(fields),
};

static int64_t or_none(int64_t number)
{
	return number == NO_NUMBER ? 0 : number;
}

/* Both sides of what changed; of what is new or gone the side that there is. */
static enum status show_businesses(struct req *rq, size_t i,
				   const struct difference_office *o)
{
	for (size_t k = 0; k < o->nbusiness; k++) {
		const struct difference_business *b = &o->business[k];
		const char *list = mem_printf(rq->cx, "offices.%zu.businesses",
					      i);
		const char *one = mem_printf(rq->cx, "%s.%zu", list, k);
		size_t n;

		page_item(rq, list, k, "kind",
			  !b->was   ? "added"
			  : !b->now ? "removed"
				    : "changed");
		TRY(page_check(rq, mem_printf(rq->cx, "%s.row", one),
			       &business_form, b->now ? b->now : b->was, ""));
		TRY(page_difference(rq, mem_printf(rq->cx, "%s.fields", one),
				    &business_form, b->was, b->now, &n));
	}
	return ST_OK;
}

static enum status show_office(struct req *rq, const struct desk_view *view,
			       size_t i, const struct difference_office *o)
{
	const char *at = mem_printf(rq->cx, "offices.%zu.fields", i);
	size_t n;

	page_item(rq, "offices", i, "number",
		  mem_printf(rq->cx, "%lld", (long long)o->number));
	page_item(rq, "offices", i, "name", o->name);
	page_item(rq, "offices", i, "kind",
		  !o->was   ? "added"
		  : !o->now ? "removed"
			    : "changed");
	if (o->now)
		page_item(rq, "offices", i, "url",
			  mem_printf(rq->cx, "/tokutei/office?id=%s&office=%s",
				     id_text(rq->cx, view->id),
				     id_text(rq->cx, o->id)));
	TRY(page_difference(rq, at, &office_form, o->was, o->now, &n));
	return show_businesses(rq, i, o);
}

/* What did not change can be looked at all the same. */
static enum status show_applicant(struct req *rq, const struct difference *d)
{
	size_t n;

	TRY(page_difference(rq, "applicant", &applicant_form, d->was, d->now,
			    &n));
	return page_check(rq, "whole", &applicant_form, d->now, "");
}

static enum status show_versions(struct req *rq, const struct desk_view *view,
				 const struct difference *d)
{
	TRY(part_versions(rq, view));
	page_number(rq, "from", d->from);
	page_number(rq, "to", d->to);
	page_text(rq, "from_at", time_text(rq->cx, d->from_at));
	page_text(rq, "to_at", time_text(rq->cx, d->to_at));
	if (d->next)
		page_text(rq, "pages.next",
			  mem_printf(rq->cx,
				     "/tokutei/difference?id=%s&from=%lld"
				     "&to=%lld&after=%lld",
				     id_text(rq->cx, view->id),
				     (long long)d->from, (long long)d->to,
				     (long long)d->next));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct asked *a = form_row(rq->cx, &asked_form);
	struct difference d;
	struct desk_view view;

	TRY(form_peek(rq, &asked_form, a));
	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(difference_find(rq->cx, &view, or_none(a->from), or_none(a->to),
			    or_none(a->after), &d));
	TRY(show_versions(rq, &view, &d));
	TRY(show_applicant(rq, &d));
	for (size_t i = 0; i < d.noffice; i++)
		TRY(show_office(rq, &view, i, &d.office[i]));
	part_title(rq, view.kind,
		   d.from == view.base_number ? "difference" : "again");
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &asked_form,
	.get = show,
};
