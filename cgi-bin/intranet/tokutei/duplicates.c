/*
 * duplicates.c - 重複の確認: applications that look like this one.
 *
 *	GET  ?id=APP ?all=1       all of them
 *	GET  ?id=APP&other=APP    one beside it
 *	POST act=save             同じ or 別 (id, other, verdict, note)
 */
#include <string.h>

#include "review/duplicate.h"
#include "web/screen.h"

static const char *state_text(struct req *rq, const char *state)
{
	return message(rq, mem_printf(rq->cx, "application_state.%s", state),
		       NULL);
}

static void show_list(struct req *rq, const struct desk_view *view,
		      const struct rows *rows)
{
	page_rows(rq, "list", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];

		page_item(rq, "list", i, "url",
			  mem_printf(rq->cx,
				     "/tokutei/duplicates?id=%s&other=%s",
				     id_text(rq->cx, view->id),
				     id_text(rq->cx, row_id(row, "id"))));
		page_item(rq, "list", i, "state_text",
			  state_text(rq, row_text(row, "state")));
	}
}

static void show_this(struct req *rq, const struct desk_view *view)
{
	page_text(rq, "this.name", view->applicant->name);
	page_text(rq, "this.kana", view->applicant->kana);
	page_text(rq, "this.chief", view->applicant->chief);
	page_text(rq, "this.at_zip", view->applicant->at.zip);
	page_text(rq, "this.tel", view->applicant->tel);
	page_text(rq, "this.receipt", view->receipt);
	page_text(rq, "this.state_text", state_text(rq, view->state));
	page_text(rq, "this.sent_at", time_text(rq->cx, view->sent_at));
}

/* Which one stands beside it: the one that was asked for, or the one about
 * which something was typed that could not be taken. "": none. */
static enum status find_other(struct req *rq, const struct desk_view *view,
			      const char **other)
{
	struct kept *kept;
	enum status st;

	*other = query(rq, "other");
	if (**other || *query(rq, "all"))
		return ST_OK;
	st = kept_open(rq, "intranet/tokutei/duplicates", view->id, &kept);
	if (st == ST_OK && kept_text(kept, "other"))
		*other = kept_text(kept, "other");
	return st == ST_NOT_FOUND ? ST_OK : st;
}

/* Side by side, with what was found before. */
static enum status show_one(struct req *rq, const struct desk_view *view,
			    const struct rows *rows, const char *asked)
{
	struct duplicate *d = form_row(rq->cx, &duplicate_form);
	struct id other;

	if (!id_parse(asked, &other))
		return ST_NOT_FOUND;
	d->id = view->id;
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];

		if (!id_same(row_id(row, "id"), other))
			continue;
		page_row(rq, "that", row);
		page_text(rq, "that.state_text",
			  state_text(rq, row_text(row, "state")));
		page_text(rq, "this.place", row_text(row, "my_place"));
		show_this(rq, view);
		d->other = id_text(rq->cx, other);
		d->verdict = row_text(row, "verdict");
		d->note = row_text(row, "note");
		return form_show(rq, &duplicate_form, d);
	}
	return ST_NOT_FOUND;
}

static enum status show(struct req *rq)
{
	struct desk_view view;
	const char *other;
	struct rows rows;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	TRY(duplicate_list(rq->cx, &view, &rows));
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	TRY(find_other(rq, &view, &other));
	if (*other) {
		TRY(show_one(rq, &view, &rows, other));
		page_back(rq, mem_printf(rq->cx, "%s&all=1",
					 url_of(rq, "/tokutei/duplicates",
						view.id)));
		return page_show(rq);
	}
	show_list(rq, &view, &rows);
	if (strcmp(query(rq, "done"), "saved") == 0)
		page_notice(rq, "done", "duplicate_saved");
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct duplicate *d = form_row(rq->cx, &duplicate_form);

	TRY(form_read(rq, &duplicate_form, d));
	TRY(duplicate_save(rq->cx, d));
	return go(rq, "/tokutei/duplicates?id=%s&done=saved",
		  id_text(rq->cx, d->id));
}

static const struct act acts[] = {
	{ "save", save },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &duplicate_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
