/*
 * thread.c - メッセージのやりとり: what this desk and a business wrote to each
 * other, and the answer.
 *
 *	GET  ?id=THREAD       looking at it marks it as read
 *	     &before=N        what was written before a message
 *	GET  ?file=FILE       a page about a document, with the picture if it is
 *	                      one
 *	     &raw=1, &raw=2   itself, in the browser's viewer or as a download
 *	POST act=send         one more message; opens a closed thread again
 *	POST act=attach       takes a document, what was typed stays
 *	POST act=remove:FILE  takes it away again
 *	POST act=close        nothing waits for an answer any more
 */
#include "parts/document.h"
#include "parts/message.h"

/* As 添付書類 of an application are shown. */
static enum status show_file(struct req *rq)
{
	struct thread_file f;
	struct id id;

	if (!id_parse(query(rq, "file"), &id))
		return ST_NOT_FOUND;
	TRY(thread_file_open(rq->cx, setting(rq, "Path.Data"), id, &f));
	page_title(rq, "message.file");
	return part_document(
		rq,
		&(struct document) { .fd = f.fd,
				     .name = f.name,
				     .type = f.type,
				     .at = f.at,
				     .image = f.image,
				     .receipt = f.receipt },
		message(rq, "message.purpose", NULL),
		mem_printf(rq->cx, "/message/thread?file=%s",
			   id_text(rq->cx, id)),
		id_set(f.thread) ? url_of(rq, "/message/thread", f.thread)
				 : url_of(rq, "/message/list", f.application));
}

static enum status show(struct req *rq)
{
	struct thread t;

	if (*query(rq, "file"))
		return show_file(rq);
	TRY(part_thread(rq, &t));
	page_text(rq, "company", t.company);
	page_text(rq, "number", t.number);
	page_text(rq, "receipt", t.receipt);
	page_text(rq, "application.url",
		  url_of(rq, "/tokutei/application", t.application_id));
	page_text(rq, "others.url",
		  url_of(rq, "/message/list", t.application_id));
	page_back(rq, "/message/list");
	if (*query(rq, "closed") && t.closed)
		page_notice(rq, "done", "message_closed");
	return page_show(rq);
}

static enum status close_thread(struct req *rq)
{
	const char *here = url_of(rq, "/message/thread", asked_id(rq));
	struct thread t;
	enum status st;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	st = thread_close(rq->cx, &t);
	if (st == ST_STATE)
		TRY(answer_state(rq, "message_closed", here));
	TRY(st);
	return go(rq, "%s&closed=1", here);
}

static const struct act acts[] = {
	{ "send", part_thread_send },
	{ "attach", part_thread_attach },
	{ "remove:", part_thread_detach },
	{ "close", close_thread },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &message_reply_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
