/*
 * procedure.c - 登録後の手続き: changes and renewals of the registration,
 * begun, gone on with, looked at.
 *
 *	GET
 *	POST act=change    begins a change notice, or goes on with its draft
 *	POST act=renewal   begins a renewal, likewise
 *	POST act=open:ID   the other pages are about that one from now on
 */
#include <string.h>

#include "text/jdate.h"
#include "tokutei/procedure.h"
#include "web/screen.h"

/* Nothing is typed; the form is its buttons. */
static const struct form procedures_form = {
	.name = "procedures",
	.row_size = sizeof(int),
};

static void show_list(struct req *rq, const struct rows *rows)
{
	page_rows(rq, "list", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];
		int64_t sent = row_time(row, "sent_at");

		page_item(rq, "list", i, "at",
			  time_text(rq->cx,
				    sent ? sent : row_time(row, "changed_at")));
	}
}

static enum status show(struct req *rq)
{
	struct procedure p;
	struct rows rows;
	struct date until;

	TRY(procedure_load(rq->cx, &p));
	TRY(form_show(rq, &procedures_form,
		      form_row(rq->cx, &procedures_form)));
	page_text(rq, "number", p.number);
	page_text(rq, "standing", p.standing);
	if (date_parse_iso(p.valid_until, &until))
		page_text(rq, "until", date_text(rq->cx, until));
	page_number(rq, "renewing", p.renewing);
	page_number(rq, "early", !p.renewal.open);
	page_text(rq, "from", date_text(rq->cx, p.renewal.from));
	page_text(rq, "parent", id_text(rq->cx, p.parent));
	page_number(rq, "child", strcmp(p.kind, "first") != 0);
	TRY(procedure_list(rq->cx, &rows));
	show_list(rq, &rows);
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

static enum status begin(struct req *rq, const char *kind, const char *to)
{
	struct id id;

	TRY(procedure_begin(rq->cx, kind, &id));
	return go(rq, "%s", to);
}

static enum status change(struct req *rq)
{
	return begin(rq, "change", "/registered/change");
}

static enum status renewal(struct req *rq)
{
	return begin(rq, "renewal", "/registered/change");
}

static enum status open_one(struct req *rq)
{
	struct id id;

	if (!id_parse(posted(rq, "act") + strlen("open:"), &id))
		return ST_BAD;
	TRY(procedure_open(rq->cx, id));
	return go(rq, "/tokutei/home");
}

static const struct act acts[] = {
	{ "change", change },
	{ "renewal", renewal },
	{ "open:", open_one },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &procedures_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
