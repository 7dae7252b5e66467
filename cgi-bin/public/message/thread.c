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
#include <stdlib.h>

#include "parts/message.h"

static const char *here(struct req *rq)
{
	return url_of(rq, "/message/thread", asked_id(rq));
}

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
	struct message_new *m = form_row(rq->cx, &message_reply_form);
	int64_t before = strtoll(query(rq, "before"), NULL, 10);
	struct thread_messages messages;
	struct compose c;
	struct thread t;

	if (*query(rq, "file"))
		return send_file(rq);
	TRY(thread_open(rq->cx, asked_id(rq), before, &t, &messages));
	page_text(rq, "subject", t.subject);
	page_text(rq, "desk", t.desk);
	page_number(rq, "closed", t.closed);
	part_messages(rq, &messages, here(rq));
	m->id = t.id;
	TRY(form_show(rq, &message_reply_form, m));
	c = compose_reply(&t);
	TRY(part_waiting(rq, &c));
	page_back(rq, "/message/list");
	if (*query(rq, "sent"))
		page_notice(rq, "done", "message_sent");
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct message_new *m = form_row(rq->cx, &message_reply_form);
	struct compose c;
	struct thread t;
	bool again;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	TRY(part_message(rq, &c, m, here(rq), &again));
	if (again)
		return ST_OK;
	TRY(compose_send(rq->cx, &t, m->text));
	return go(rq, "%s&sent=1", here(rq));
}

static enum status attach(struct req *rq)
{
	struct compose c;
	struct thread t;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	return part_attach(rq, &c, here(rq));
}

static enum status remove_file(struct req *rq)
{
	struct compose c;
	struct thread t;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	return part_detach(rq, &c, here(rq));
}

static const struct act acts[] = {
	{ "send", send },
	{ "attach", attach },
	{ "remove:", remove_file },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &message_reply_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
