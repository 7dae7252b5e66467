/*
 * attachment.c - 添付書類: a document of an application, to be looked at.
 *
 *	GET  ?id=FILE          a page about it, with the picture if it is one
 *	GET  ?id=FILE&raw=1    itself, in the browser's viewer
 *	GET  ?id=FILE&raw=2    itself, as a download
 *
 * A picture stands in the page, whose policy allows pictures of this site. A
 * PDF has no place in it: no frames, no objects (security HD-01); a link opens
 * it in the browser's viewer, where it may run nothing.
 */
#include <string.h>

#include "review/document.h"
#include "web/screen.h"

static enum status show(struct req *rq)
{
	const char *raw = query(rq, "raw");
	struct id id = asked_id(rq);
	const char *url = url_of(rq, "/tokutei/attachment", id);
	struct document d;

	TRY(document_open(rq->cx, setting(rq, "Path.Data"), id, &d));
	if (strcmp(raw, "1") == 0)
		return answer_inline(rq, d.name, d.type, d.fd);
	if (strcmp(raw, "2") == 0)
		return answer_fd(rq, d.name, d.type, d.fd);
	page_text(rq, "name", d.name);
	page_text(rq, "receipt", d.receipt);
	page_text(
		rq, "purpose",
		message(rq, mem_printf(rq->cx, "purpose.%s", d.purpose), NULL));
	page_text(rq, "at", time_text(rq->cx, d.at));
	page_number(rq, "image", d.image);
	page_text(rq, "view", mem_printf(rq->cx, "%s&raw=1", url));
	page_text(rq, "save", mem_printf(rq->cx, "%s&raw=2", url));
	page_back(rq, url_of(rq, "/tokutei/application", d.application));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
