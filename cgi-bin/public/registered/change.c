/*
 * change.c - 変更内容の確認: what is different from what is registered, what of
 * it needs a notice and why; then it is sent.
 *
 *	GET  ?after=OFFICE
 *	POST act=send     the day since which an institution is sure
 *	POST act=discard  throws the draft away
 */
#include <stdlib.h>
#include <string.h>

#include "parts/parts.h"
#include "text/jdate.h"
#include "tokutei/procedure.h"
#include "web/screen.h"

/* Flags of an office in the order in which they are told. */
static const char *const reasons[] = { "fresh",	      "gone",  "named",
				       "placed",      "types", "secured",
				       "institution", "heads", "light" };

static void show_reasons(struct req *rq, size_t i, const struct row *row,
			 bool large)
{
	const char *list = mem_printf(rq->cx, "list.%zu.why", i);
	size_t n = 0;

	for (size_t k = 0; k < COUNT(reasons); k++) {
		const char *name = reasons[k];

		if (!row_int(row, name))
			continue;
		if (strcmp(name, "heads") == 0 && !large)
			name = "heads_light";
		page_item(rq, list, n++, "text",
			  message(rq, mem_printf(rq->cx, "change.why.%s", name),
				  NULL));
	}
}

static enum status show_offices(struct req *rq, const struct procedure *p,
				const struct change_sums *sums)
{
	int64_t after = strtoll(query(rq, "after"), NULL, 10);
	struct rows rows;

	TRY(change_offices(rq->cx, p->base, p->to, sums->large,
			   after > 0 ? after : 0, &rows));
	if (rows.n > CHANGE_PAGE) {
		rows.n = CHANGE_PAGE;
		page_text(rq, "next",
			  mem_printf(rq->cx, "/registered/change?after=%lld",
				     (long long)row_int(rows.list[rows.n - 1],
							"number")));
	}
	page_rows(rq, "list", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = rows.list[i];

		show_reasons(rq, i, row, sums->large);
		if (!row_int(row, "gone"))
			page_item(rq, "list", i, "url",
				  url_of(rq, "/tokutei/office",
					 row_id(row, "id")));
	}
	return ST_OK;
}

static void show_sums(struct req *rq, const struct change_sums *sums)
{
	page_count(rq, "persons_was", sums->persons_was);
	page_count(rq, "persons_now", sums->persons_now);
	page_number(rq, "heads", sums->persons_was != sums->persons_now);
	page_number(rq, "large", sums->large);
	page_number(rq, "named", sums->named);
	page_number(rq, "tel", sums->tel);
	page_number(rq, "mail", sums->mail);
	page_number(rq, "applicant_light", sums->light);
	page_number(rq, "applicant",
		    sums->named || sums->tel || sums->mail || sums->light);
	page_count(rq, "offices", sums->offices);
	page_count(rq, "notices", sums->notices);
	page_number(rq, "secured", sums->secured > 0);
	page_number(rq, "any", change_any(sums));
	page_number(rq, "notice", change_needs_notice(sums));
	page_number(rq, "some_light", change_has_light(sums));
}

static enum status show(struct req *rq)
{
	struct procedure_sending *s = form_row(rq->cx, &procedure_form);
	struct questions *q = form_row(rq->cx, &question_form);
	struct change_sums sums;
	struct procedure p;

	TRY(procedure_load(rq->cx, &p));
	/* Whoever comes by a link may not have begun one, or be elsewhere. */
	if (strcmp(p.state, "draft") != 0)
		return go(rq, "/registered/procedure");
	if (strcmp(p.kind, "first") == 0)
		return go(rq, "/tokutei/confirm");
	TRY(change_look(rq->cx, p.base, p.to, &sums));
	TRY(question_find_blocks(rq->cx, q));
	s->secured_on = NO_NUMBER;
	TRY(form_show(rq, &procedure_form, s));
	if (sums.secured)
		page_demand(rq, "secured_on");
	if (strcmp(p.kind, "renewal") == 0)
		page_title(rq, "renewal.change");
	page_text(rq, "kind", p.kind);
	page_text(rq, "number", p.number);
	show_sums(rq, &sums);
	part_questions(rq, q);
	TRY(show_offices(rq, &p, &sums));
	page_back(rq, "/registered/procedure");
	return page_show(rq);
}

/* What stops an application stops a change of it. */
static enum status find_blocked(struct req *rq)
{
	struct questions *q = form_row(rq->cx, &question_form);
	struct problems blocked = { .cx = rq->cx };

	TRY(question_find_blocks(rq->cx, q));
	question_block(q, &blocked);
	return invalid_all(rq, &blocked);
}

static enum status send(struct req *rq)
{
	struct procedure_sending *s = form_row(rq->cx, &procedure_form);
	struct procedure_sent sent;
	enum status st;

	TRY(form_read(rq, &procedure_form, s));
	TRY(find_blocked(rq));
	st = procedure_send(rq->cx, s, &sent);
	if (st == ST_INVALID)
		return invalid(
			rq, mem_printf(rq->cx, "change.%s", sent.problem),
			strcmp(sent.problem, "nothing") == 0 ? ""
							     : "secured_on");
	TRY(st);
	return go(rq, "/tokutei/home?sent=%s",
		  sent.notice ? "notice" : "light");
}

static enum status discard(struct req *rq)
{
	TRY(procedure_discard(rq->cx));
	return go(rq, "/registered/procedure");
}

static const struct act acts[] = {
	{ "send", send },
	{ "discard", discard },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &procedure_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
