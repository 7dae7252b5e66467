/*
 * offices.c - 登録する事業所の一覧: the offices of the draft.
 *
 *	GET  ?q= ?pref= ?type= ?inst= ?sort= ?page=
 *	POST act=next        on to the check page
 *	POST act=duplicate   a copy, opened to be changed (id)
 *	POST act=remove      asks once on ?remove=ID, then removes (id)
 *	POST act=remove_all  asks for a word, then removes all
 */
#include "tokutei/application.h"
#include "tokutei/office.h"
#include "tokutei/office_list.h"
#include "web/screen.h"

static enum status show_totals(struct req *rq, const struct progress *p)
{
	struct rows types;

	TRY(office_totals(rq->cx, &types));
	page_rows(rq, "types", &types);
	page_number(rq, "offices", p->offices);
	page_number(rq, "persons", p->persons);
	page_number(rq, "without", p->without_institution);
	page_number(rq, "agency", p->agency);
	page_number(rq, "mandate_missing", p->mandate_missing);
	return ST_OK;
}

/* 「削除」 asks once, on the same page above the list. */
static enum status show_question(struct req *rq)
{
	struct office *o = form_row(rq->cx, &office_form);
	struct id id;

	page_text(rq, "all", query(rq, "all"));
	if (!id_parse(query(rq, "remove"), &id))
		return ST_OK;
	TRY(form_load(rq->cx, &office_form, id, o));
	page_text(rq, "remove", id_text(rq->cx, id));
	page_text(rq, "remove_name", o->name);
	return ST_OK;
}

static enum status show_rows(struct req *rq, const struct office_filter *f)
{
	struct rows rows;
	int64_t count, page;

	TRY(office_count(rq->cx, f, &count));
	page = page_pager(rq, office_filter_url(rq->cx, f), f->page,
			  OFFICE_PAGE, count);
	TRY(office_page(rq->cx, f, page, &rows));
	page_rows(rq, "rows", &rows);
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct office_filter *f = form_row(rq->cx, &office_filter_form);
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_OFFICES, &instead))
		return go(rq, "%s", instead);
	TRY(form_peek(rq, &office_filter_form, f));
	TRY(form_show(rq, &office_filter_form, f));
	TRY(show_totals(rq, &p));
	TRY(show_question(rq));
	TRY(show_rows(rq, f));
	if (*query(rq, "saved"))
		page_notice(rq, "done", "office_saved");
	if (*query(rq, "removed"))
		page_notice(rq, "done", "office_removed");
	page_back(rq, "/tokutei/applicant");
	return page_show(rq);
}

static enum status next(struct req *rq)
{
	return go(rq, "/tokutei/confirm");
}

static enum status duplicate(struct req *rq)
{
	struct id made;

	TRY(office_duplicate(rq->cx, asked_id(rq), &made));
	return go(rq, "/tokutei/office?id=%s", id_text(rq->cx, made));
}

static enum status remove_one(struct req *rq)
{
	TRY(office_remove(rq->cx, asked_id(rq)));
	return go(rq, "/tokutei/offices?removed=1");
}

static enum status remove_all(struct req *rq)
{
	if (!office_word_fits(rq->cx, posted(rq, "word")))
		return go(rq, "/tokutei/offices?all=again");
	TRY(office_remove_all(rq->cx));
	return go(rq, "/tokutei/offices?removed=all");
}

static const struct act acts[] = {
	{ "next", next },
	{ "duplicate", duplicate },
	{ "remove", remove_one },
	{ "remove_all", remove_all },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &office_filter_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
