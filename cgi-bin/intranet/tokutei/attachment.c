/*
 * attachment.c - 添付書類: a document of an application, to be looked at.
 *
 *	GET  ?id=FILE          a page about it, with the picture if it is one
 *	GET  ?id=FILE&raw=1    itself, in the browser's viewer
 *	GET  ?id=FILE&raw=2    itself, as a download
 */
#include "parts/document.h"

static enum status show(struct req *rq)
{
	struct id id = asked_id(rq);
	struct document d;

	TRY(document_open(rq->cx, setting(rq, "Path.Data"), id, &d));
	return part_document(
		rq, &d,
		message(rq, mem_printf(rq->cx, "purpose.%s", d.purpose), NULL),
		url_of(rq, "/tokutei/attachment", id),
		url_of(rq, "/tokutei/application", d.application));
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
