/*
 * complete.c - 申請を受け付けました: the receipt. It may be opened again and
 * again; nothing happens here.
 *
 *	GET
 */
#include <string.h>

#include "parts/parts.h"
#include "tokutei/application_view.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	struct application_view view;

	TRY(application_open(rq->cx, &view));
	part_title(rq, view.kind, "complete");
	page_text(rq, "receipt", view.receipt);
	page_text(rq, "sent_at", time_text(rq->cx, view.sent_at));
	page_text(rq, "mail", view.mail);
	page_number(rq, "version", view.number);
	page_number(rq, "known", view.known);
	if (strcmp(view.mail, view.applicant->mail) != 0)
		page_text(rq, "new_mail", view.applicant->mail);
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
