/*
 * thread.c - メッセージのやりとり: what a desk and one's own business wrote to
 * each other, and the answer.
 *
 *	GET  ?id=THREAD       looking at it marks it as read
 *	     &before=N        what was written before a message
 *	GET  ?file=FILE       a document of a message, as it was sent
 *	POST act=send         one more message; opens a closed thread again
 *	POST act=attach       takes a document, what was typed stays
 *	POST act=remove:FILE  takes it away again
 */
#include "parts/message.h"

static enum status send_file(struct req *rq)
{
	struct thread_file f;
	struct id id;

	if (!id_parse(query(rq, "file"), &id))
		return ST_NOT_FOUND;
	TRY(thread_file_open(rq->cx, setting(rq, "Path.Data"), id, &f));
	return answer_fd(rq, f.name, f.type, f.fd);
}

static enum status show(struct req *rq)
{
	struct thread t;

	if (*query(rq, "file"))
		return send_file(rq);
	TRY(part_thread(rq, &t));
	page_text(rq, "desk", t.desk);
	page_back(rq, "/message/list");
	return page_show(rq);
}

static const struct act acts[] = {
	{ "send", part_thread_send },
	{ "attach", part_thread_attach },
	{ "remove:", part_thread_detach },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &message_reply_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
