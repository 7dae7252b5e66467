/* document.c - a document that a business sent, looked at by a desk. */
#include "parts/document.h"

#include <string.h>

#include "http/http.h"

enum status part_document(struct req *rq, const struct document *d,
			  const char *purpose, const char *url,
			  const char *back)
{
	const char *raw = query(rq, "raw");

	if (strcmp(raw, "1") == 0)
		return answer_inline(rq, d->name, d->type, d->fd);
	if (strcmp(raw, "2") == 0)
		return answer_fd(rq, d->name, d->type, d->fd);
	page_text(rq, "name", d->name);
	page_text(rq, "receipt", d->receipt);
	page_text(rq, "purpose", purpose);
	page_text(rq, "at", time_text(rq->cx, d->at));
	page_number(rq, "image", d->image);
	page_text(rq, "view", http_url_with(rq->cx, url, "raw", "1"));
	page_text(rq, "save", http_url_with(rq->cx, url, "raw", "2"));
	page_back(rq, back);
	return page_show_as(rq, "intranet/tokutei/attachment");
}
