/*
 * attachment.c - 委任状などの写し: the mandates of an agency filing (代理申請).
 *
 *	GET
 *	GET  ?file=ID      one of them, as it was sent
 *	POST act=add       one more
 *	POST act=remove    one less (id)
 */
#include "http/http.h"
#include "parts/parts.h"
#include "tokutei/application_view.h"
#include "tokutei/attachment.h"
#include "web/screen.h"

static enum status send_file(struct req *rq)
{
	struct attachment_file file;
	struct id id;

	if (!id_parse(query(rq, "file"), &id))
		return ST_NOT_FOUND;
	TRY(attachment_open(rq->cx, setting(rq, "Path.Data"), id, &file));
	return answer_fd(rq, file.name, file.type, file.fd);
}

static void put_files(struct req *rq, const struct rows *files)
{
	page_rows(rq, "files", files);
	for (size_t i = 0; i < files->n; i++) {
		const struct row *r = files->list[i];

		page_item(rq, "files", i, "size",
			  part_size(rq->cx, row_int(r, "size")));
		page_item(rq, "files", i, "url",
			  mem_printf(rq->cx, "/tokutei/attachment?file=%s",
				     id_text(rq->cx, row_id(r, "id"))));
	}
}

static enum status show(struct req *rq)
{
	struct attachment *a = form_row(rq->cx, &attachment_form);
	struct application_view view;
	struct rows files;
	bool draft = rq->session->who.draft != 0;

	if (*query(rq, "file"))
		return send_file(rq);
	TRY(application_open(rq->cx, &view));
	if (view.applicant->agency != 1)
		return go(rq, draft ? "/tokutei/applicant#agency"
				    : "/tokutei/application");
	TRY(attachment_list(rq->cx, &files));
	TRY(form_show(rq, &attachment_form, a));
	put_files(rq, &files);
	page_number(rq, "draft", draft);
	page_back(rq, draft ? "/tokutei/offices" : "/tokutei/application");
	if (*query(rq, "added"))
		page_notice(rq, "done", "attachment_added");
	if (*query(rq, "removed"))
		page_notice(rq, "done", "attachment_removed");
	return page_show(rq);
}

static enum status add(struct req *rq)
{
	const struct http_file *sent = part_chosen(rq);
	struct problems p = { .cx = rq->cx };

	if (!sent)
		return invalid(rq, "attachment.none", "file");
	TRY(attachment_add(rq->cx, setting(rq, "Path.Data"),
			   &(struct attachment_new) { .fd = sent->fd,
						      .size = sent->size,
						      .name = sent->name },
			   &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "/tokutei/attachment?added=1");
}

static enum status remove_one(struct req *rq)
{
	TRY(attachment_remove(rq->cx, asked_id(rq)));
	return go(rq, "/tokutei/attachment?removed=1");
}

static const struct act acts[] = {
	{ "add", add },
	{ "remove", remove_one },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &attachment_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
