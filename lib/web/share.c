/* share.c - answers that are the same for everybody: how long they may be kept,
 * and the hash by which they are asked for again. */
#include <string.h>
#include <unistd.h>

#include "base/sha256.h"
#include "web/serving.h"

bool serving_shared(const struct req *rq)
{
	return rq->screen->shared && strcmp(rq->http->method, "POST") != 0;
}

/* Half of the hash is plenty: nobody gains by two answers that share one. */
static const char *etag(struct req *rq)
{
	struct outcome *o = &rq->serving->out;
	struct hash h = token_hash(o->answer.body.text);
	struct id id;

	if (o->file >= 0 && sha256_file(o->file, h.b) != ST_OK)
		return "";
	memcpy(id.b, h.b, sizeof(id.b));
	return mem_printf(rq->cx, "\"%s\"", id_text(rq->cx, id));
}

void serving_share(struct req *rq)
{
	struct outcome *o = &rq->serving->out;
	const char *known = rq->http->if_none_match;
	const char *tag = etag(rq);

	http_header(
		&o->answer, "Cache-Control",
		mem_printf(rq->cx, "public, max-age=%d", rq->screen->shared));
	if (*tag == '\0')
		return;
	http_header(&o->answer, "ETag", tag);
	if (!known || !strstr(known, tag))
		return;
	o->answer.status = 304;
	if (o->file >= 0)
		(void)close(o->file);
	o->file = -1;
}
