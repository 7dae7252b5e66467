/*
 * fulltime.c - 常勤換算: works out one head count of an office.
 *
 *	GET  ?id=ID        as the office's page has begun it
 *	     ?done=1       the result
 *	POST act=count     checks, shows the result
 *	POST act=use       the number, and how it came about, to the office
 *
 * id is that of the office, none for a new one. Nothing is stored here: both
 * pages keep what was typed until the office is saved.
 */
#include "tokutei/fulltime.h"
#include "tokutei/office.h"
#include "web/screen.h"

#define OFFICE "public/tokutei/office"

static enum status show_result(struct req *rq, const struct fulltime *f)
{
	struct fulltime_sum sum;

	if (!*query(rq, "done") || fulltime_count(rq->cx, f, &sum) != ST_OK)
		return ST_OK;
	page_number(rq, "count", sum.count);
	page_text(rq, "decimal", sum.decimal);
	page_text(rq, "fraction", sum.fraction);
	page_number(rq, "cut", sum.cut);
	return page_check(rq, "basis", &fulltime_form, f, "");
}

static enum status go_office(struct req *rq, const char *place)
{
	return go(rq, "%s#%s", url_of(rq, "/tokutei/office", asked_id(rq)),
		  place);
}

static enum status show(struct req *rq)
{
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct kept *office;
	const char *name = NULL;

	TRY(form_show(rq, &fulltime_form, f));
	if (f->row == NO_NUMBER || *f->side == '\0')
		return go_office(rq, "business");
	if (kept_open(rq, OFFICE, asked_id(rq), &office) == ST_OK)
		name = kept_text(office, "name");
	page_text(rq, "office", name ? name : "");
	page_number(rq, "number", f->row + 1);
	page_text(rq, "side", f->side);
	page_back(rq, url_of(rq, "/tokutei/office", asked_id(rq)));
	TRY(show_result(rq, f));
	return page_show(rq);
}

static enum status count(struct req *rq)
{
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct id id = asked_id(rq);

	TRY(form_read(rq, &fulltime_form, f));
	TRY(form_keep(rq, &fulltime_form, f));
	return go(rq, "%s%sdone=1#result", url_of(rq, "/tokutei/fulltime", id),
		  id_set(id) ? "&" : "?");
}

/* The office as it was typed; if that is gone, as it is stored. */
static enum status open_office(struct req *rq, struct kept **office)
{
	struct office *o = form_row(rq->cx, &office_form);
	enum status st = kept_open(rq, OFFICE, asked_id(rq), office);

	if (st != ST_NOT_FOUND)
		return st;
	if (id_set(asked_id(rq)))
		TRY(form_load(rq->cx, &office_form, asked_id(rq), o));
	*office = kept_new(rq, OFFICE, asked_id(rq), &office_form, o);
	return ST_OK;
}

static enum status use(struct req *rq)
{
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct fulltime_sum sum;
	struct kept *office;
	const char *place;

	TRY(form_read(rq, &fulltime_form, f));
	if (f->row == NO_NUMBER || *f->side == '\0')
		return go_office(rq, "business");
	TRY(fulltime_count(rq->cx, f, &sum));
	TRY(open_office(rq, &office));
	place = mem_printf(rq->cx, "business.%lld.%s", (long long)f->row,
			   f->side);
	kept_set(office, place,
		 mem_printf(rq->cx, "%lld", (long long)sum.count));
	kept_set(office, fulltime_basis(rq->cx, f->row, f->side),
		 fulltime_text(rq->cx, f));
	TRY(kept_save(rq, office));
	return go_office(rq, place);
}

static const struct act acts[] = {
	{ "count", count },
	{ "use", use },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &fulltime_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
