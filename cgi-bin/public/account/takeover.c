/*
 * takeover.c - 引き継ぎの申し出: for whoever cannot ask the one before, because
 * that mailbox is dead.
 *
 *	GET  ?sent=1       what happens now, whatever was typed
 *	POST act=send
 *
 * The answer is always the same (security AU-12, AU-25).
 */
#include "handover/takeover.h"

#include "http/http.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	if (*query(rq, "sent")) {
		page_title(rq, "public.account.takeover_sent");
		return page_show_as(rq, "public/account/takeover_sent");
	}
	TRY(form_show(rq, &claim_form, form_row(rq->cx, &claim_form)));
	page_back(rq, "/account/login");
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct claim *t = form_row(rq->cx, &claim_form);
	const struct http_file *sent = posted_file(rq);
	struct problems p = { .cx = rq->cx };

	TRY(form_read(rq, &claim_form, t));
	if (!sent || (sent->size == 0 && *sent->name == '\0'))
		return invalid(rq, "takeover.none", "file");
	TRY(takeover_ask(rq->cx, setting(rq, "Path.Data"), t,
			 &(struct attachment_new) { .fd = sent->fd,
						    .size = sent->size,
						    .name = sent->name },
			 &p));
	TRY(invalid_all(rq, &p));
	return go(rq, "/account/takeover?sent=1");
}

static const struct act acts[] = {
	{ "send", send },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &claim_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.upload = TAKEOVER_BYTES,
};
