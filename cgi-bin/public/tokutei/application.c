/*
 * application.c - 申請の内容: what was sent, or the draft, to be read.
 *
 *	GET  ?page=
 *	GET  ?office=ID    one office with everything below it
 *	GET  ?pdf=1        all of it as a PDF
 */
#include <string.h>

#include "parts/parts.h"
#include "tokutei/application_pdf.h"
#include "tokutei/application_view.h"
#include "web/screen.h"

static enum status send_pdf(struct req *rq, const struct application_view *view)
{
	const struct application_words words = part_words(rq);
	const char *name = *view->receipt ? view->receipt : "draft";
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(application_pdf(rq->cx, view, &words, fd));
	return answer_fd(rq, mem_printf(rq->cx, "%s.pdf", name),
			 "application/pdf", fd);
}

/* 積算根拠 of one head count, if it was worked out. */
static enum status show_basis(struct req *rq, size_t i, const char *side,
			      const char *text)
{
	struct fulltime_sum sum;

	TRY(part_basis(rq, mem_printf(rq->cx, "basis.%zu.%s", i, side), text,
		       &sum));
	if (sum.decimal)
		page_item(rq, "basis", i, "number",
			  mem_printf(rq->cx, "%zu", i + 1));
	return ST_OK;
}

static enum status show_office(struct req *rq,
			       const struct application_view *view)
{
	struct office *o = form_row(rq->cx, &office_form);
	struct id id;

	if (!id_parse(query(rq, "office"), &id))
		return ST_NOT_FOUND;
	TRY(application_office(rq->cx, view, id, o));
	TRY(page_check(rq, "office", &office_form, o, ""));
	if (view->applicant->agency != 1)
		page_text(rq, "office.fields.principal.kind", "hidden");
	for (size_t i = 0; i < o->nbusiness; i++) {
		TRY(show_basis(rq, i, "own", o->business[i].basis_own));
		TRY(show_basis(rq, i, "external",
			       o->business[i].basis_external));
	}
	page_back(rq, "/tokutei/application");
	return page_show(rq);
}

static enum status show_applicant(struct req *rq,
				  const struct application_view *view)
{
	struct founder *f = form_row(rq->cx, &founder_form);

	f->founder = view->applicant->founder;
	TRY(page_check(rq, "founder", &founder_form, f, ""));
	page_number(rq, "agency", view->applicant->agency == 1);
	return page_check(rq, "applicant", &applicant_form, view->applicant,
			  "");
}

static enum status show_offices(struct req *rq,
				const struct application_view *view)
{
	struct rows totals, rows;
	int64_t page = page_pager(rq, "/tokutei/application?",
				  view_page(query(rq, "page")), VIEW_PAGE,
				  view->offices);

	TRY(application_totals(rq->cx, view, &totals));
	page_rows(rq, "totals", &totals);
	TRY(application_offices(rq->cx, view, page, &rows));
	page_rows(rq, "list", &rows);
	for (size_t i = 0; i < rows.n; i++)
		page_item(rq, "list", i, "url",
			  mem_printf(
				  rq->cx, "/tokutei/application?office=%s",
				  id_text(rq->cx, row_id(rows.list[i], "id"))));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct application_view view;

	TRY(application_open(rq->cx, &view));
	part_title(rq, view.kind, "application");
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "sent_at", time_text(rq->cx, view.sent_at));
	if (strcmp(query(rq, "pdf"), "1") == 0)
		return send_pdf(rq, &view);
	if (*query(rq, "office"))
		return show_office(rq, &view);
	page_number(rq, "offices", view.offices);
	page_number(rq, "persons", view.persons);
	TRY(show_applicant(rq, &view));
	TRY(show_offices(rq, &view));
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
