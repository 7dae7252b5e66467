/*
 * uploaded.c - Excelを読み取った結果: what was read, tidied, and is wrong.
 *
 *	GET  ?id=ID              counts, repairs, mistakes
 *	GET  ?id=ID&marked=1     the same workbook with its mistakes marked
 *	POST act=take            takes over the offices without a mistake (id)
 */
#include "tokutei/application.h"
#include "workbook/import_mark.h"
#include "workbook/import_upload.h"
#include "web/upload.h"

#define SHOWN 100 /* ui §8.1 */

static void put_remark(struct req *rq, const struct workbook *w,
		       const char *list, size_t i, const struct row *remark)
{
	bool bad = *list == 'e';
	struct report r = upload_report(rq->cx, w, remark, bad);
	const char *row = mem_printf(rq->cx, "%lld",
				     (long long)row_int(remark, "sheet_row"));

	page_item(rq, list, i, "row", row);
	page_item(rq, list, i, "col",
		  upload_column(rq->cx, row_int(remark, "col")));
	page_item(rq, list, i, "label", upload_label(w, remark));
	page_item(rq, list, i, "raw", row_text(remark, "raw"));
	page_item(rq, list, i, "stored", row_text(remark, "stored"));
	page_item(rq, list, i, "text", *r.key ? message(rq, r.key, &r) : "");
}

static enum status put_remarks(struct req *rq, const struct upload *u,
			       const struct workbook *w, const char *list)
{
	struct rows rows;
	int64_t row = -1;

	TRY(upload_remarks(rq->cx, u, *list == 'e', SHOWN, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		int64_t number = row_int(rows.list[i], "sheet_row");

		put_remark(rq, w, list, i, rows.list[i]);
		/* The first of a row has its id: r12. */
		if (number != row)
			page_item(rq, list, i, "id",
				  mem_printf(rq->cx, "%c%lld",
					     *list == 'e' ? 'r' : 't',
					     (long long)number));
		row = number;
	}
	return ST_OK;
}

static enum status send_marked(struct req *rq, const struct upload *u)
{
	const struct workbook_words words = { upload_word, rq };
	struct import_job job;
	struct import_marks marks;
	struct rows rows;
	int to;

	TRY(upload_job(rq->cx, setting(rq, "Path.Data"), u, &words, &job));
	TRY(upload_remarks(rq->cx, u, true, IMPORT_MISTAKES, &rows));
	marks.list = mem_array(rq->cx, rows.n, sizeof(*marks.list));
	marks.n = rows.n;
	for (size_t i = 0; i < rows.n; i++) {
		struct report r = upload_report(rq->cx, job.w, rows.list[i],
						true);

		marks.list[i] = (struct import_mark) {
			.row = row_int(rows.list[i], "sheet_row"),
			.column = (int)row_int(rows.list[i], "col"),
			.text = message(rq, r.key, &r),
		};
	}
	TRY(temp_open(rq, &to));
	TRY(import_mark(rq->cx, &job, &marks, to));
	return answer_workbook(
		rq, message_of(rq, "upload.marked_file", u->name), to);
}

static enum status show(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	struct take_form *f = form_row(rq->cx, &take_form);
	const struct workbook *w;
	struct upload u;
	struct progress p;

	TRY(upload_load(rq->cx, asked_id(rq), &u));
	if (*query(rq, "marked") && !u.taken)
		return send_marked(rq, &u);
	TRY(application_progress(rq->cx, &p));
	f->id = u.id;
	f->how = "add";
	TRY(form_show(rq, &take_form, f));
	w = workbook_new(rq->cx, &words);
	page_row(rq, "upload", u.row);
	page_number(rq, "offices", p.offices);
	page_text(rq, "fix_url", url_of(rq, "/tokutei/uploadfix", u.id));
	page_text(rq, "marked_url",
		  mem_printf(rq->cx, "/tokutei/uploaded?id=%s&marked=1",
			     id_text(rq->cx, u.id)));
	TRY(put_remarks(rq, &u, w, "errors"));
	TRY(put_remarks(rq, &u, w, "tidied"));
	page_back(rq, "/tokutei/upload");
	return page_show(rq);
}

static enum status take(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	struct take_form *f = form_row(rq->cx, &take_form);
	struct import_result result;
	struct import_job job;
	struct upload u;
	enum status st;

	TRY(form_read(rq, &take_form, f));
	st = upload_claim(rq->cx, f->id, &u);
	if (st == ST_STATE)
		return go(rq, "/tokutei/uploaded?id=%s",
			  id_text(rq->cx, f->id));
	TRY(st);
	if (row_int(u.row, "offices") == 0)
		return invalid(rq, "upload.nothing", "how");
	TRY(upload_job(rq->cx, setting(rq, "Path.Data"), &u, &words, &job));
	st = import_store(rq->cx, &job, *f->how == 'r', &result);
	if (st == ST_TOO_LARGE)
		return invalid(rq, "upload.too_many", "how");
	TRY(st);
	TRY(upload_done(rq->cx, &u));
	return go(rq, "/tokutei/offices?taken=%lld",
		  (long long)result.added + result.changed);
}

static const struct act acts[] = {
	{ "take", take },
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
