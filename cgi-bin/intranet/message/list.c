/*
 * list.c - 事業者とのメッセージ: what this desk and businesses wrote to each
 * other, and a new message to one of them.
 *
 *	GET  ?show=unread     what this desk has not read yet
 *	     &before=PLACE    the next page
 *	GET  ?id=APP          of the business of that application, with a form
 *	                      for a new message; ?application=APP leads there
 *	POST act=send         begins a thread with that business
 *	POST act=attach       takes a document, what was typed stays
 *	POST act=remove:FILE  takes it away again
 */
#include <string.h>

#include "http/http.h"
#include "parts/message.h"
#include "review/desk.h"

static const char *here(struct req *rq)
{
	return url_of(rq, "/message/list", asked_id(rq));
}

/* Messages are for registered businesses. */
static enum status open_new(struct req *rq, struct compose *c)
{
	struct desk_view view;
	enum status st;

	TRY(desk_load(rq->cx, asked_id(rq), &view));
	st = compose_open(rq->cx, view.id, c);
	if (st == ST_STATE)
		TRY(answer_state(rq, "message_early",
				 url_of(rq, "/tokutei/application", view.id)));
	return st;
}

static enum status show_form(struct req *rq, const struct desk_view *view)
{
	struct message_new *m = form_row(rq->cx, &message_desk_form);
	struct compose c;
	enum status st = compose_open(rq->cx, view->id, &c);

	if (st == ST_STATE)
		return ST_OK;
	TRY(st);
	m->id = view->id;
	TRY(form_show(rq, &message_desk_form, m));
	page_number(rq, "may", 1);
	return part_waiting(rq, &c);
}

/* What is shown: all of it, one business, and of these what is not read. */
static enum status show_tabs(struct req *rq, bool unread)
{
	const char *all = here(rq);
	int64_t n;

	TRY(thread_unread(rq->cx, &n));
	page_text(rq, "all.url", all);
	page_text(rq, "unread.url",
		  http_url_with(rq->cx, all, "show", "unread"));
	page_number(rq, "unread.now", unread);
	page_count(rq, "unread.count", n > THREAD_COUNTED ? THREAD_COUNTED : n);
	page_number(rq, "unread.more", n > THREAD_COUNTED);
	return ST_OK;
}

static enum status show_one(struct req *rq, struct thread_filter *f)
{
	struct desk_view view;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	f->application = view.application;
	page_text(rq, "company", view.applicant->name);
	page_text(rq, "receipt", view.receipt);
	page_title(rq, "message.of");
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return show_form(rq, &view);
}

static enum status show(struct req *rq)
{
	struct thread_filter f = { .before = query(rq, "before") };
	struct id other;

	if (id_parse(query(rq, "application"), &other))
		return go(rq, "%s", url_of(rq, "/message/list", other));
	f.unread = strcmp(query(rq, "show"), "unread") == 0;
	if (*query(rq, "id"))
		TRY(show_one(rq, &f));
	TRY(show_tabs(rq, f.unread));
	TRY(part_threads(rq, &f,
			 http_url_with(rq->cx, here(rq), "show",
				       f.unread ? "unread" : "")));
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_begin(rq, &c, here(rq));
}

static enum status attach(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_attach(rq, &c, here(rq));
}

static enum status remove_file(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_detach(rq, &c, here(rq));
}

static const struct act acts[] = {
	{ "send", send },
	{ "attach", attach },
	{ "remove:", remove_file },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &message_desk_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
