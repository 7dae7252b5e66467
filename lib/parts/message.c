/* message.c - メッセージ: lists, what was written, what is being written. */
#include "parts/message.h"

#include <stdlib.h>

#include "account/rights.h"
#include "http/http.h"
#include "parts/parts.h"

enum status part_threads(struct req *rq, const struct thread_filter *f,
			 const char *list)
{
	struct thread_page page;

	TRY(thread_list(rq->cx, f, &page));
	page_rows(rq, "rows", &page.rows);
	for (size_t i = 0; i < page.rows.n; i++)
		page_row_text(rq, i, "url",
			      url_of(rq, "/message/thread",
				     row_id(page.rows.list[i], "id")));
	if (*page.next)
		page_text(rq, "next.url",
			  http_url_with(rq->cx, list, "before", page.next));
	if (*f->before)
		page_text(rq, "first.url", list);
	return ST_OK;
}

static void put_files(struct req *rq, size_t n, int64_t message,
		      const struct rows *files)
{
	const char *at = mem_printf(rq->cx, "messages.%zu.files", n);
	size_t k = 0;

	for (size_t i = 0; i < files->n; i++) {
		const struct row *f = files->list[i];
		const char *id = id_text(rq->cx, row_id(f, "id"));

		if (row_int(f, "message") != message)
			continue;
		page_item(rq, at, k, "name", row_text(f, "name"));
		page_item(rq, at, k, "size",
			  part_size(rq->cx, row_int(f, "size")));
		page_item(rq, at, k++, "url",
			  mem_printf(rq->cx, "/message/thread?file=%s", id));
	}
}

static void put_messages(struct req *rq, const struct thread_messages *m,
			 const char *here)
{
	page_rows(rq, "messages", &m->rows);
	for (size_t i = 0; i < m->rows.n; i++)
		put_files(rq, i, row_int(m->rows.list[i], "message"),
			  &m->files);
	if (m->earlier)
		page_text(rq, "earlier.url",
			  http_url_with(rq->cx, here, "before",
					mem_printf(rq->cx, "%lld",
						   (long long)m->earlier)));
}

enum status part_waiting(struct req *rq, const struct compose *c)
{
	struct rows files;

	TRY(compose_files(rq->cx, c, &files));
	for (size_t i = 0; i < files.n; i++) {
		const struct row *f = files.list[i];
		const char *id = id_text(rq->cx, row_id(f, "id"));

		page_item(rq, "files", i, "name", row_text(f, "name"));
		page_item(rq, "files", i, "size",
			  part_size(rq->cx, row_int(f, "size")));
		page_item(rq, "files", i, "url",
			  mem_printf(rq->cx, "/message/thread?file=%s", id));
		page_item(rq, "files", i, "remove",
			  mem_printf(rq->cx, "remove:%s", id));
	}
	if (*query(rq, "attached"))
		page_notice(rq, "done", "message_attached");
	if (*query(rq, "removed"))
		page_notice(rq, "done", "message_removed");
	return ST_OK;
}

enum status part_messages_home(struct req *rq)
{
	int64_t unread;

	if (rights_ask("public/message/list", NULL, rq->session) != MAY)
		return ST_OK;
	TRY(thread_unread(rq->cx, &unread));
	page_text(rq, "messages.url", "/message/list");
	page_number(rq, "messages.unread", unread);
	return ST_OK;
}

enum status part_messages_card(struct req *rq, size_t n)
{
	int64_t unread;

	TRY(thread_unread(rq->cx, &unread));
	if (unread > THREAD_COUNTED)
		unread = THREAD_COUNTED;
	page_item(rq, "cards", n, "label",
		  message(rq, "message.home.card", NULL));
	page_item(rq, "cards", n, "url", "/message/list?show=unread");
	page_item(rq, "cards", n, "count", count_text(rq->cx, unread));
	return ST_OK;
}

static enum status take_file(struct req *rq, const struct compose *c)
{
	const struct http_file *sent = posted_file(rq);
	struct problems p = { .cx = rq->cx };

	TRY(compose_attach(rq->cx, setting(rq, "Path.Data"), c,
			   &(struct attachment_new) { .fd = sent->fd,
						      .size = sent->size,
						      .name = sent->name },
			   &p));
	return invalid_all(rq, &p);
}

enum status part_attach(struct req *rq, const struct compose *c,
			const char *here)
{
	if (!part_chosen(rq))
		return invalid(rq, "message.no_file", "file");
	TRY(take_file(rq, c));
	TRY(form_keep(rq, rq->screen->form, NULL));
	return go(rq, "%s#files", http_url_with(rq->cx, here, "attached", "1"));
}

enum status part_detach(struct req *rq, const struct compose *c,
			const char *here)
{
	struct id file;

	if (!id_parse(act_argument(rq), &file))
		return ST_NOT_FOUND;
	TRY(compose_detach(rq->cx, c, file));
	TRY(form_keep(rq, rq->screen->form, NULL));
	return go(rq, "%s#files", http_url_with(rq->cx, here, "removed", "1"));
}

/* What was typed, for sending, with a document that was chosen and not attached
 * yet. again: the document was taken, the rest was not; the page is shown once
 * more, and that is the answer. */
static enum status read_message(struct req *rq, const struct compose *c,
				struct message_new *m, const char *here,
				bool *again)
{
	enum status st;

	*again = false;
	if (part_chosen(rq))
		TRY(take_file(rq, c));
	st = form_read(rq, rq->screen->form, m);
	if (st != ST_INVALID || !part_chosen(rq))
		return st;
	*again = true;
	TRY(form_refuse(rq));
	return go(rq, "%s", here);
}

enum status part_begin(struct req *rq, const struct compose *c,
		       const char *here)
{
	struct message_new *m = form_row(rq->cx, rq->screen->form);
	struct problems p = { .cx = rq->cx };
	struct id thread;
	bool again;

	TRY(read_message(rq, c, m, here, &again));
	if (again)
		return ST_OK;
	TRY(compose_begin(rq->cx, c, m, &thread, &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "%s&sent=1", url_of(rq, "/message/thread", thread));
}

/* --- One thread ----------------------------------------------------------- */

static const char *thread_url(struct req *rq)
{
	return url_of(rq, "/message/thread", asked_id(rq));
}

enum status part_thread(struct req *rq, struct thread *t)
{
	struct message_new *m = form_row(rq->cx, &message_reply_form);
	int64_t before = strtoll(query(rq, "before"), NULL, 10);
	struct thread_messages messages;
	struct compose c;

	TRY(thread_open(rq->cx, asked_id(rq), before, t, &messages));
	page_text(rq, "subject", t->subject);
	page_number(rq, "closed", t->closed);
	put_messages(rq, &messages, thread_url(rq));
	m->id = t->id;
	TRY(form_show(rq, &message_reply_form, m));
	c = compose_reply(t);
	TRY(part_waiting(rq, &c));
	if (*query(rq, "sent"))
		page_notice(rq, "done", "message_sent");
	return ST_OK;
}

enum status part_thread_send(struct req *rq)
{
	struct message_new *m = form_row(rq->cx, &message_reply_form);
	struct compose c;
	struct thread t;
	bool again;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	TRY(read_message(rq, &c, m, thread_url(rq), &again));
	if (again)
		return ST_OK;
	TRY(compose_send(rq->cx, &t, m->text));
	return go(rq, "%s&sent=1", thread_url(rq));
}

enum status part_thread_attach(struct req *rq)
{
	struct compose c;
	struct thread t;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	return part_attach(rq, &c, thread_url(rq));
}

enum status part_thread_detach(struct req *rq)
{
	struct compose c;
	struct thread t;

	TRY(thread_load(rq->cx, asked_id(rq), &t));
	c = compose_reply(&t);
	return part_detach(rq, &c, thread_url(rq));
}
