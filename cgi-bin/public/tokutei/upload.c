/*
 * upload.c - 事業所をExcelでまとめて登録: chooses a workbook and has it read.
 *
 *	GET
 *	POST act=read      reads the file; nothing is taken over yet
 *
 * What is read and how: lib/workbook/import.c.
 */
#include "base/clock.h"
#include "http/http.h"
#include "parts/parts.h"
#include "sql/tokutei/upload.h"
#include "tokutei/application.h"
#include "tokutei/stored_file.h"
#include "web/upload.h"
#include "workbook/import_upload.h"

/* The one that was read and not taken over yet need not be chosen again. */
static enum status show_last(struct req *rq)
{
	struct row *row;
	enum status st = db_one(rq->cx, &sql_upload_last, NO_ARGS, &row);

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	page_row(rq, "last", row);
	page_text(rq, "last_url",
		  url_of(rq, "/tokutei/uploaded", row_id(row, "id")));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct upload_form *f = form_row(rq->cx, &upload_form);
	struct progress p;
	const char *instead;

	TRY(application_progress(rq->cx, &p));
	if (!application_may(&p, STEP_OFFICES, &instead))
		return go(rq, "%s", instead);
	TRY(form_show(rq, &upload_form, f));
	TRY(show_last(rq));
	page_number(rq, "offices", p.offices);
	page_back(rq, "/tokutei/offices");
	return page_show(rq);
}

/* Each trouble has its own message (ui §11.2). */
static enum status refuse(struct req *rq, const struct http_file *file,
			  const struct import_result *r)
{
	struct problems p = { .cx = rq->cx };
	const char *key = mem_printf(rq->cx, "file.%s",
				     r->why != XLSX_OK
					     ? xlsx_trouble_name(r->why)
				     : *r->headings ? "headings"
						    : "no_headings");
	struct report *what = problem(&p, key, "file");

	report_arg(what, "name", "%s", file->name);
	report_arg(what, "rows", "%lld", (long long)r->rows_seen);
	report_arg(what, "missing", "%s", r->headings);
	return invalid_all(rq, &p);
}

static enum status keep(struct req *rq, const struct http_file *file,
			const struct import_result *result)
{
	const struct stored_file stored = {
		.fd = file->fd,
		.name = file->name,
		.kind = "xlsx",
		.keep_until = rq->cx->now + UPLOAD_LIFE,
	};
	struct id id, name;
	int64_t number;

	TRY(file_keep(rq->cx, setting(rq, "Path.Data"), &stored, &number,
		      &name));
	TRY(upload_new(rq->cx, result, number, &id));
	return go(rq, "/tokutei/uploaded?id=%s", id_text(rq->cx, id));
}

static enum status read_file(struct req *rq)
{
	const struct http_file *file = part_chosen(rq);
	const struct workbook_words words = { upload_word, rq };
	struct import_job job = { .w = workbook_new(rq->cx, &words) };
	struct import_result result;
	enum status st;

	if (!file)
		return invalid(rq, "file.none", "file");
	job.fd = file->fd;
	TRY(import_draft_load(rq->cx, job.w, &job.draft));
	st = import_read(rq->cx, &job, &result);
	if (st == ST_INVALID)
		return refuse(rq, file, &result);
	TRY(st);
	return keep(rq, file, &result);
}

static const struct act acts[] = {
	{ "read", read_file },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &upload_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = UPLOAD_BYTES,
	.step = 3,
	.steps = 4,
};
