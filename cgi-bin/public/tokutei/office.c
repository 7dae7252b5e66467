/*
 * office.c - 事業所の追加・変更: add an office to the draft, or change one.
 *
 *	GET                  an empty form
 *	GET  ?id=ID          that office, with whatever was typed last
 *	POST act=save        check, save, back to the list
 *	POST act=more        the same, and on to the next new one
 *	POST act=own         the applicant's address is copied
 *	POST act=choose      the institutions of other offices are offered
 *	POST act=inst        the institution of another office, by its id (from)
 *	POST act=calc:PLACE  the calculator, for business.N.own or .external
 *
 * What an office is, and which values it may have: lib/tokutei/office.c.
 */
#include <string.h>

#include "parts/parts.h"
#include "tokutei/application.h"
#include "tokutei/office.h"
#include "tokutei/office_list.h"
#include "web/screen.h"

/* Where an institution stands already, others are only looked for when somebody
 * wants to see them (?inst=choose). */
static enum status show_choices(struct req *rq, const struct institution *inst)
{
	struct rows rows;

	if (strcmp(inst->secured, "yes") == 0 && *inst->name &&
	    strcmp(query(rq, "inst"), "choose") != 0) {
		page_text(rq, "may_choose", "1");
		return ST_OK;
	}
	TRY(office_institutions(rq->cx, &rows));
	page_rows(rq, "institutions", &rows);
	return ST_OK;
}

/* The calculation beside a number, as a text to be read. */
static enum status show_basis(struct req *rq, size_t i, const char *side,
			      const char *text)
{
	const char *at = mem_printf(rq->cx, "basis.%zu.%s", i, side);
	struct fulltime_sum sum;

	TRY(part_basis(rq, at, text, &sum));
	if (!sum.decimal)
		return ST_OK;
	/* Where the two differ, one of them gives way. */
	page_text(rq, mem_printf(rq->cx, "%s.take", at),
		  mem_printf(rq->cx, "set:business.%zu.%s=%lld", i, side,
			     (long long)sum.count));
	page_text(rq, mem_printf(rq->cx, "%s.drop", at),
		  mem_printf(rq->cx, "set:%s=",
			     fulltime_basis(rq->cx, (int64_t)i, side)));
	return ST_OK;
}

static enum status show_businesses(struct req *rq, const struct office *o)
{
	for (size_t i = 0; i < o->nbusiness; i++) {
		const struct business *b = &o->business[i];

		page_print(rq, mem_printf(rq->cx, "sum.%zu.value", i),
			   mem_printf(rq->cx, "%lld",
				      (long long)business_persons(b)));
		TRY(show_basis(rq, i, "own", b->basis_own));
		TRY(show_basis(rq, i, "external", b->basis_external));
	}
	return ST_OK;
}

static enum status show_notice(struct req *rq)
{
	const char *name;
	struct id id;
	enum status st;

	if (*query(rq, "copied"))
		page_notice(rq, "info", "office_copied");
	if (!id_parse(query(rq, "saved"), &id))
		return ST_OK;
	st = office_named(rq->cx, id, &name);
	if (st == ST_OK)
		page_notice_of(rq, "done", "office_saved", name);
	return st == ST_NOT_FOUND ? ST_OK : st;
}

static enum status show(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_OFFICES, &instead))
		return go(rq, "%s", instead);
	TRY(form_open(rq, &office_form, o));
	TRY(show_choices(rq, &o->inst));
	TRY(show_businesses(rq, o));
	TRY(show_notice(rq));
	page_number(rq, "agency", p.agency);
	page_number(rq, "first", p.offices == 0);
	page_title(rq, id_set(o->id) ? "office.change" : "office.new");
	page_back(rq, "/tokutei/offices");
	return page_show(rq);
}

static enum status save_it(struct req *rq, const char *to)
{
	struct office *o = form_row(rq->cx, &office_form);
	enum status st;

	TRY(form_read(rq, &office_form, o));
	st = office_save(rq->cx, o);
	if (st == ST_TOO_LARGE)
		return invalid(rq, "office.too_many", "");
	TRY(st);
	return go(rq, "%s?saved=%s", to, id_text(rq->cx, o->id));
}

static enum status save(struct req *rq)
{
	return save_it(rq, "/tokutei/offices");
}

static enum status save_and_more(struct req *rq)
{
	return save_it(rq, "/tokutei/office");
}

static enum status back(struct req *rq, const char *hash)
{
	return go(rq, "%s#%s", url_of(rq, "/tokutei/office", asked_id(rq)),
		  hash);
}

static enum status take_own_address(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);

	TRY(office_from_applicant(rq->cx, o));
	TRY(form_keep_part(rq, &office_form, o, "name kana at tel fax"));
	return back(rq, "name");
}

static enum status choose_institution(struct req *rq)
{
	const char *url = url_of(rq, "/tokutei/office", asked_id(rq));

	TRY(form_keep(rq, &office_form, NULL));
	return go(rq, "%s%cinst=choose#from", url,
		  strchr(url, '?') ? '&' : '?');
}

static enum status take_institution(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);
	struct id from;

	if (!id_parse(posted(rq, "from"), &from)) {
		TRY(form_keep(rq, &office_form, NULL));
		return back(rq, "from");
	}
	TRY(office_institution_of(rq->cx, from, &o->inst));
	TRY(form_keep_part(rq, &office_form, o, "inst"));
	return back(rq, "inst.name");
}

/* What was typed on both pages waits there until it is saved. */
static enum status calculate(struct req *rq)
{
	struct fulltime *f = form_row(rq->cx, &fulltime_form);
	struct id id = asked_id(rq);
	const char *side;
	int64_t row;

	if (!fulltime_place(rq->cx, act_argument(rq), &row, &side))
		return ST_BAD;
	(void)fulltime_parse(rq->cx,
			     posted(rq, fulltime_basis(rq->cx, row, side)), f);
	f->row = row;
	f->side = side;
	TRY(form_keep(rq, &office_form, NULL));
	TRY(kept_save(rq, kept_new(rq, "public/tokutei/fulltime", id,
				   &fulltime_form, f)));
	return go(rq, "%s", url_of(rq, "/tokutei/fulltime", id));
}

static const struct act acts[] = {
	{ "save", save },
	{ "more", save_and_more },
	{ "own", take_own_address },
	{ "choose", choose_institution },
	{ "inst", take_institution },
	{ "calc:", calculate },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &office_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
