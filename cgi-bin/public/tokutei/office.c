/*
 * office.c - 事業所の追加・変更: add an office to the draft, or change one.
 *
 *	GET                an empty form
 *	GET  ?id=ID        that office, with whatever was typed last
 *	POST act=save      check, save, back to the list
 *	POST act=own       the applicant's address stands in for an empty one
 *	POST act=inst      the institution of another office, by its id
 *
 * What an office is, and which values it may have: lib/tokutei/office.c.
 */
#include "tokutei/application.h"
#include "tokutei/office.h"
#include "sql/tokutei/office_list.h"
#include "web/screen.h"

static enum status show_choices(struct req *rq)
{
	struct rows rows;

	TRY(db_many(rq->cx, &sql_office_institutions, NO_ARGS, &rows));
	page_rows(rq, "institutions", &rows);
	return ST_OK;
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
	TRY(show_choices(rq));
	page_number(rq, "agency", p.agency);
	page_number(rq, "offices", p.offices);
	page_back(rq, "/tokutei/offices");
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);

	TRY(form_read(rq, &office_form, o));
	TRY(office_save(rq->cx, o));
	return go(rq, "/tokutei/offices?saved=%s", id_text(rq->cx, o->id));
}

static enum status back(struct req *rq, const struct office *o,
			const char *hash)
{
	if (!id_set(o->id))
		return go(rq, "/tokutei/office#%s", hash);
	return go(rq, "/tokutei/office?id=%s#%s", id_text(rq->cx, o->id), hash);
}

static enum status take_own_address(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);

	TRY(form_peek(rq, &office_form, o));
	TRY(office_from_applicant(rq->cx, o));
	TRY(form_keep(rq, &office_form, o));
	return back(rq, o, "name");
}

static enum status take_institution(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);
	struct id from;

	TRY(form_peek(rq, &office_form, o));
	if (id_parse(posted(rq, "from"), &from))
		TRY(office_institution_of(rq->cx, from, &o->inst));
	TRY(form_keep_part(rq, &office_form, o, "inst"));
	return back(rq, o, "inst.name");
}

static const struct act acts[] = {
	{ "save", save },
	{ "own", take_own_address },
	{ "inst", take_institution },
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
