/*
 * uploadfix.c - Excelの誤りを画面で直す: the cells that are wrong, as a grid.
 *
 *	GET  ?id=ID       the first rows with a mistake
 *	POST act=fix      keeps what was typed and reads the workbook again (id)
 */
#include <string.h>

#include "workbook/import_upload.h"
#include "web/upload.h"

/* Few enough for the limits of a request (security IN-09). */
#define CELLS 100

/* A cell of the grid: r12.at.zip */
static const char *cell_name(struct req *rq, const struct row *remark)
{
	return mem_printf(rq->cx, "r%lld.%s",
			  (long long)row_int(remark, "sheet_row"),
			  row_text(remark, "place"));
}

static void put_choice(struct req *rq, size_t n, size_t i, const char *label,
		       const char *raw)
{
	const char *at = mem_printf(rq->cx, "options.%zu", i);

	page_item(rq, "cells", n, mem_printf(rq->cx, "%s.value", at), label);
	page_item(rq, "cells", n, mem_printf(rq->cx, "%s.label", at), label);
	if (strcmp(label, raw) == 0)
		page_item(rq, "cells", n, mem_printf(rq->cx, "%s.selected", at),
			  "1");
}

/* A list that hangs on nothing else is offered; the others are typed. */
static bool is_list(const struct slot *s)
{
	return s->field->choices || (s->field->options && s->nbinds == 0);
}

static enum status put_choices(struct req *rq, const struct workbook *w,
			       const struct slot *s, size_t n, const char *raw)
{
	const char *const *codes = s->field->choices;
	const struct rows *options;

	for (size_t i = 0; codes && codes[i]; i++)
		put_choice(rq, n, i, workbook_word(w, s, codes[i]), raw);
	TRY(slot_options(rq->cx, s, NULL, &options));
	for (size_t i = 0; options && i < options->n; i++)
		put_choice(rq, n, i, row_text(options->list[i], "label"), raw);
	return ST_OK;
}

static enum status put_cell(struct req *rq, const struct workbook *w, size_t n,
			    const struct row *remark, bool first)
{
	const struct workbook_column *c = workbook_find(
		w, row_text(remark, "place"));
	const struct slot *s = c->slot;
	struct report r = upload_report(rq->cx, w, remark, true);
	const char *name = cell_name(rq, remark);
	const char *raw = row_text(remark, "raw");

	if (first)
		page_item(rq, "cells", n, "row",
			  mem_printf(rq->cx, "%lld",
				     (long long)row_int(remark, "sheet_row")));
	page_item(rq, "cells", n, "id", name);
	page_item(rq, "cells", n, "name", name);
	page_item(rq, "cells", n, "label", c->heading);
	page_item(rq, "cells", n, "error", message(rq, r.key, &r));
	page_item(rq, "cells", n, "value", raw);
	page_item(rq, "cells", n, "kind",
		  is_list(s)		      ? "choice"
		  : s->field->kind->multiline ? "area"
					      : "text");
	return is_list(s) ? put_choices(rq, w, s, n, raw) : ST_OK;
}

static enum status show(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	const struct workbook *w = workbook_new(rq->cx, &words);
	struct take_form *f = form_row(rq->cx, &take_form);
	struct upload u;
	struct rows rows;
	int64_t row = -1;

	TRY(upload_load(rq->cx, asked_id(rq), &u));
	if (u.taken)
		return go(rq, "/tokutei/uploaded?id=%s", id_text(rq->cx, u.id));
	f->id = u.id;
	TRY(form_show(rq, &take_form, f));
	TRY(upload_cells(rq->cx, &u, w, CELLS, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		int64_t number = row_int(rows.list[i], "sheet_row");

		TRY(put_cell(rq, w, i, rows.list[i], number != row));
		row = number;
	}
	page_row(rq, "upload", u.row);
	page_number(rq, "shown", (int64_t)rows.n);
	page_back(rq, url_of(rq, "/tokutei/uploaded", u.id));
	return page_show(rq);
}

/* Another tab may have shown other cells; a list where nothing was chosen has
 * put nothing right. */
static bool is_typed(struct req *rq, const struct workbook *w,
		     const struct row *remark, const char *value)
{
	const struct workbook_column *c = workbook_find(
		w, row_text(remark, "place"));

	return posted_has(rq, cell_name(rq, remark)) &&
	       strcmp(value, row_text(remark, "raw")) != 0 &&
	       (*value || !is_list(c->slot));
}

static enum status keep_cells(struct req *rq, const struct upload *u,
			      const struct workbook *w)
{
	struct rows rows;

	TRY(upload_cells(rq->cx, u, w, CELLS, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *remark = rows.list[i];
		const struct import_fix one = {
			.row = row_int(remark, "sheet_row"),
			.place = row_text(remark, "place"),
			.value = posted(rq, cell_name(rq, remark)),
		};

		if (is_typed(rq, w, remark, one.value))
			TRY(upload_fix(rq->cx, u, &one));
	}
	return ST_OK;
}

static enum status fix(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	struct import_result result;
	struct import_job job;
	struct upload u;
	enum status st;

	st = upload_claim(rq->cx, asked_id(rq), &u);
	if (st == ST_STATE)
		return go(rq, "/tokutei/uploaded?id=%s", id_text(rq->cx, u.id));
	TRY(st);
	TRY(keep_cells(rq, &u, workbook_new(rq->cx, &words)));
	TRY(upload_job(rq->cx, setting(rq, "Path.Data"), &u, &words, &job));
	/* A fix may bring together or part what stood together. */
	job.apart = false;
	TRY(import_draft_load(rq->cx, job.w, &job.draft));
	TRY(import_read(rq->cx, &job, &result));
	TRY(upload_again(rq->cx, &u, &result));
	return go(rq, "/tokutei/%s?id=%s",
		  result.bad ? "uploadfix" : "uploaded", id_text(rq->cx, u.id));
}

static const struct act acts[] = {
	{ "fix", fix },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &take_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
