/*
 * inquiryitem.c - 照会への回答: one thing that is asked, with the controls of
 * exactly that field.
 *
 *	GET  ?id=ITEM
 *	POST act=save         stores correction, reply, file; on to the next
 *	POST act=attach       takes the file, what was typed stays
 *	POST act=remove:FILE  takes a file away again
 *
 * Whatever a request says, nothing but the field that is asked about changes
 * (lib/inquiry/answer.h). When the inquiry is over meanwhile, the page
 * says so and shows what was typed.
 */
#include <string.h>

#include "http/http.h"
#include "inquiry/answer.h"
#include "parts/parts.h"
#include "tokutei/attachment.h"
#include "web/screen.h"

/* --- What was typed ------------------------------------------------------ */

static const char *typed_text(void *arg, const char *place)
{
	return posted(arg, place);
}

/* How many patterns of a calculation: up to the last that says something. */
static size_t typed_rows(void *arg, const char *place)
{
	static const char *const names[] = { "people", "hours", "minutes" };
	struct req *rq = arg;
	size_t n = 0;

	if (strcmp(place, "basis.pattern") != 0)
		return 0;
	for (size_t i = 0; i < PATTERN_MAX; i++)
		for (size_t k = 0; k < COUNT(names); k++)
			if (*posted(rq, mem_printf(rq->cx, "%s.%zu.%s", place,
						   i, names[k])))
				n = i + 1;
	return n;
}

/* --- The page ------------------------------------------------------------ */

static enum status put_files(struct req *rq, const struct answer *a)
{
	struct rows files;
	size_t n = 0;

	TRY(answer_files(rq->cx, a->inquiry, &files));
	for (size_t i = 0; i < files.n; i++) {
		const struct row *row = files.list[i];
		const char *id = id_text(rq->cx, row_id(row, "id"));

		if (!id_same(row_id(row, "item"), a->c->id))
			continue;
		page_item(rq, "files", n, "name", row_text(row, "name"));
		page_item(rq, "files", n, "purpose", row_text(row, "purpose"));
		page_item(rq, "files", n, "size",
			  part_size(rq->cx, row_int(row, "size")));
		page_item(
			rq, "files", n, "url",
			mem_printf(rq->cx, "/tokutei/attachment?file=%s", id));
		page_item(rq, "files", n++, "remove",
			  mem_printf(rq->cx, "remove:%s", id));
	}
	return ST_OK;
}

/* Where it stands among the others, and how many are still to answer. */
static enum status put_progress(struct req *rq, const struct answer *a)
{
	struct answer_progress all;

	TRY(answer_progress(rq->cx, a, &all));
	page_number(rq, "nth", all.nth);
	page_number(rq, "items", all.items);
	page_number(rq, "left", all.open);
	return ST_OK;
}

/* A number that differs from its calculation: one of them gives way. */
static void put_basis(struct req *rq, const struct correction *c)
{
	struct fulltime_sum sum;

	if (!point_counts(&c->at))
		return;
	page_number(rq, "counts", 1);
	if (fulltime_count(rq->cx, &c->basis, &sum) != ST_OK)
		return;
	page_number(rq, "count", sum.count);
	page_text(rq, "decimal", sum.decimal);
	page_number(rq, "cut", sum.cut);
	page_text(rq, "take",
		  mem_printf(rq->cx, "set:business.%s=%lld", c->at.field,
			     (long long)sum.count));
}

static void put_item(struct req *rq, const struct answer *a)
{
	const struct application_words words = part_words(rq);
	const char *inquiry = id_text(rq->cx, a->inquiry_id);

	page_row(rq, "item", a->row);
	page_text(rq, "item.label", point_label(rq->cx, &words, &a->c->at));
	page_text(rq, "field", a->c->at.field);
	page_text(rq, "target", a->c->at.target);
	page_text(rq, "inquiry.url",
		  mem_printf(rq->cx, "/tokutei/inquiry?id=%s", inquiry));
	page_back(rq, mem_printf(rq->cx, "/tokutei/inquiry?id=%s", inquiry));
}

static enum status show(struct req *rq)
{
	struct answer a;

	TRY(answer_open(rq->cx, asked_id(rq), &a));
	put_item(rq, &a);
	TRY(put_files(rq, &a));
	TRY(put_progress(rq, &a));
	page_number(rq, "open", a.open);
	page_number(rq, "typed", *rq->session->kept_input != '\0');
	page_number(rq, "agency", a.c->applicant.agency == 1);
	TRY(form_show(rq, &correction_form, a.c));
	put_basis(rq, a.c);
	if (*query(rq, "saved"))
		page_notice(rq, "done", "answer_saved");
	if (*query(rq, "attached"))
		page_notice(rq, "done", "answer_attached");
	if (*query(rq, "removed"))
		page_notice(rq, "done", "answer_removed");
	return page_show(rq);
}

/* --- Buttons ------------------------------------------------------------- */

/* The inquiry is over: what was typed is shown, to be copied. */
static enum status is_over(struct req *rq)
{
	TRY(form_keep(rq, &correction_form, NULL));
	return go(rq, "%s", url_of(rq, "/tokutei/inquiryitem", asked_id(rq)));
}

static enum status take_file(struct req *rq, struct problems *p)
{
	const struct http_file *sent = part_chosen(rq);
	const struct attachment_new file = {
		.fd = sent->fd,
		.size = sent->size,
		.name = sent->name,
		.purpose = posted(rq, "purpose"),
	};

	return answer_attach(rq->cx, setting(rq, "Path.Data"), asked_id(rq),
			     &file, p);
}

/* The next one that is open, or all of it to be looked at once more. */
static enum status go_on(struct req *rq)
{
	struct answer a;
	struct answer_progress all;

	TRY(answer_open(rq->cx, asked_id(rq), &a));
	TRY(answer_progress(rq->cx, &a, &all));
	if (all.open == 0)
		return go(rq, "/tokutei/inquiry?id=%s&done=1",
			  id_text(rq->cx, a.inquiry_id));
	return go(rq, "/tokutei/inquiryitem?id=%s&saved=1",
		  id_text(rq->cx, all.next));
}

/* What is wrong with the rest does not throw the file away. */
static enum status keep_file(struct req *rq)
{
	TRY(form_refuse(rq));
	return go(rq, "%s", url_of(rq, "/tokutei/inquiryitem", asked_id(rq)));
}

static enum status save_typed(struct req *rq, struct problems *p)
{
	const struct application_words words = part_words(rq);
	const struct input in = { .get = typed_text,
				  .rows = typed_rows,
				  .arg = rq };
	struct correction *c = form_row(rq->cx, &correction_form);

	TRY(form_peek(rq, &correction_form, c));
	if (part_chosen(rq)) {
		TRY(take_file(rq, p));
		TRY(invalid_all(rq, p));
	}
	return answer_save(rq->cx, &words, asked_id(rq), c->revision, &in, p);
}

static enum status save(struct req *rq)
{
	struct problems p = { .cx = rq->cx };
	enum status st = save_typed(rq, &p);

	if (st == ST_STATE)
		return is_over(rq);
	TRY(st);
	st = invalid_all(rq, &p);
	if (st == ST_INVALID && part_chosen(rq))
		return keep_file(rq);
	TRY(st);
	return go_on(rq);
}

static enum status attach(struct req *rq)
{
	struct problems p = { .cx = rq->cx };
	enum status st;

	if (!part_chosen(rq))
		return invalid(rq, "inquiry.no_file", "file");
	st = take_file(rq, &p);
	if (st == ST_STATE)
		return is_over(rq);
	TRY(st);
	TRY(invalid_all(rq, &p));
	TRY(form_keep(rq, &correction_form, NULL));
	return go(rq, "%s&attached=1#files",
		  url_of(rq, "/tokutei/inquiryitem", asked_id(rq)));
}

static enum status remove_file(struct req *rq)
{
	struct id file;
	enum status st;

	if (!id_parse(act_argument(rq), &file))
		return ST_NOT_FOUND;
	st = answer_detach(rq->cx, asked_id(rq), file);
	if (st == ST_STATE)
		return is_over(rq);
	TRY(st);
	TRY(form_keep(rq, &correction_form, NULL));
	return go(rq, "%s&removed=1#files",
		  url_of(rq, "/tokutei/inquiryitem", asked_id(rq)));
}

static const struct act acts[] = {
	{ "save", save },
	{ "attach", attach },
	{ "remove:", remove_file },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &correction_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
