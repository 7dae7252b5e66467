/*
 * thread.c - メッセージのやりとり: what this desk and a business wrote to each
 * other, and the answer.
 *
 *	GET  ?id=THREAD       looking at it marks it as read
 *	     &before=N        what was written before a message
 *	GET  ?file=FILE       a page about a document, with the picture if it is
 *one &raw=1, &raw=2   itself, in the browser's viewer or as a download POST
 *act=send         one more message; opens a closed thread again POST act=attach
 *takes a document, what was typed stays POST act=remove:FILE  takes it away
 *again POST act=close        nothing waits for an answer any more
 */
#include <stdlib.h>
#include <string.h>

#include "parts/message.h"

static const char *here(struct req *rq)
{
	return url_of(rq, "/message/thread", asked_id(rq));
}

/* As 添付書類 of an application are shown. */
static enum status show_file(struct req *rq)
{
	const char *raw = query(rq, "raw"), *url;
	struct thread_file f;
	struct id id;

	if (!id_parse(query(rq, "file"), &id))
		return ST_NOT_FOUND;
	TRY(thread_file_open(rq->cx, setting(rq, "Path.Data"), id, &f));
	if (strcmp(raw, "1") == 0)
		return answer_inline(rq, f.name, f.type, f.fd);
	if (strcmp(raw, "2") == 0)
		return answer_fd(rq, f.name, f.type, f.fd);
	url = mem_printf(rq->cx, "/message/thread?file=%s",
			 id_text(rq->cx, id));
	page_title(rq, "message.file");
	page_text(rq, "name", f.name);
	page_text(rq, "receipt", f.receipt);
	page_text(rq, "purpose", message(rq, "message.purpose", NULL));
	page_text(rq, "at", time_text(rq->cx, f.at));
	page_number(rq, "image", f.image);
	page_text(rq, "view", mem_printf(rq->cx, "%s&raw=1", url));
	page_text(rq, "save", mem_printf(rq->cx, "%s&raw=2", url));
	page_back(rq, id_set(f.thread)
			      ? url_of(rq, "/message/thread", f.thread)
			      : url_of(rq, "/message/list", f.application));
	return page_show_as(rq, "intranet/tokutei/attachment");
}

static void show_head(struct req *rq, const struct thread *t)
{
	page_text(rq, "subject", t->subject);
	page_text(rq, "company", t->company);
	page_text(rq, "number", t->number);
	page_text(rq, "receipt", t->receipt);
	page_number(rq, "closed", t->closed);
	page_text(rq, "application.url",
		  url_of(rq, "/tokutei/application", t->application_id));
	page_text(rq, "others.url",
		  url_of(rq, "/message/list", t->application_id));
	page_back(rq, "/message/list");
}

static enum status show(struct req *rq)
{
	struct message_new *m = form_row(rq->cx, &message_reply_form);
	int64_t before = strtoll(query(rq, "before"), NULL, 10);
	struct thread_messages messages;
	struct compose c;
	struct thread t;

	if (*query(rq, "file"))
		return show_file(rq);
	TRY(thread_open(rq->cx, asked_id(rq), before, &t, &messages));
	show_head(rq, &t);
	part_messages(rq, &messages, here(rq));
	m->id = t.id;
	TRY(form_show(rq, &message_reply_form, m));
	c = compose_reply(&t);
	TRY(part_waiting(rq, &c));
	if (*query(rq, "sent"))
		page_notice(rq, "done", "message_sent");
	if (*query(rq, "closed") && t.closed)
		page_notice(rq, "done", "message_closed");
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

static enum status close_thread(struct req *rq)
{
	struct thread t;
	enum status st;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	st = thread_close(rq->cx, &t);
	if (st == ST_STATE)
		TRY(answer_state(rq, "message_closed", here(rq)));
	TRY(st);
	return go(rq, "%s&closed=1", here(rq));
}

static const struct act acts[] = {
	{ "send", send },
	{ "attach", attach },
	{ "remove:", remove_file },
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
