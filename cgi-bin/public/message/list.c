/*
 * list.c - 府省庁とのメッセージ: what was written, and a new message.
 *
 *	GET
 *	GET  ?before=PLACE    the next page
 *	POST act=send         begins a thread with a desk
 *	POST act=attach       takes a document, what was typed stays
 *	POST act=remove:FILE  takes it away again
 */
#include <string.h>

#include "parts/message.h"

#define HERE "/message/list"

/* Before the registration there is nobody to write to; a message of an open
 * form comes too early as well. */
static enum status open_new(struct req *rq, struct compose *c)
{
	const struct id none = { { 0 } };
	enum status st = compose_open(rq->cx, none, c);

	if (st == ST_STATE)
		TRY(answer_state(rq, "message_early", "/tokutei/home"));
	return st;
}

static enum status show_form(struct req *rq, const struct compose *c)
{
	struct message_new *m = form_row(rq->cx, &message_business_form);
	struct rows desks;

	TRY(form_show(rq, &message_business_form, m));
	TRY(compose_desks(rq->cx, &desks));
	page_rows(rq, "desks", &desks);
	for (size_t i = 0; i < desks.n; i++)
		if (strcmp(row_text(desks.list[i], "code"), m->desk) == 0)
			page_item(rq, "desks", i, "chosen", "1");
	page_number(rq, "may", 1);
	return part_waiting(rq, c);
}

static enum status show(struct req *rq)
{
	const struct thread_filter f = { .before = query(rq, "before") };
	const struct id none = { { 0 } };
	struct compose c;
	enum status st = compose_open(rq->cx, none, &c);

	if (st == ST_OK)
		TRY(show_form(rq, &c));
	else if (st != ST_STATE)
		return st;
	TRY(part_threads(rq, &f, HERE));
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_begin(rq, &c, HERE);
}

static enum status attach(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_attach(rq, &c, HERE);
}

static enum status remove_file(struct req *rq)
{
	struct compose c;

	TRY(open_new(rq, &c));
	return part_detach(rq, &c, HERE);
}

static const struct act acts[] = {
	{ "send", send },
	{ "attach", attach },
	{ "remove:", remove_file },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &message_business_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = ATTACHMENT_BYTES,
};
