/* http_body.c - the body of a POST: its type, and a plain form. */
#include <string.h>
#include <strings.h>

#include "http/http_parse.h"
#include "http/urlencoded.h"

size_t http_body_bytes(const struct http_body *body, char *to, size_t room)
{
	size_t n = 0;

	while (n < room) {
		size_t got = body->source->read(body->source->arg, to + n,
						room - n);

		if (got == 0)
			break;
		n += got;
	}
	return n;
}

/* One byte more than is allowed, or was announced, is enough to know. */
static int read_urlencoded(const struct http_body *body,
			   struct http_request *rq)
{
	size_t most = (size_t)(body->length < 0 ? body->limits->body
						: body->length);
	char *text;
	size_t n;

	if (body->length > body->limits->body)
		return 413;
	text = mem_grow(body->cx, NULL, most + 2, 1);
	n = http_body_bytes(body, text, body->length < 0 ? most + 1 : most);
	if (n > most)
		return 413;
	if (body->length >= 0 && n < most)
		return 400;
	return urlencoded_read(body->cx, text, n, &rq->body);
}

/* What we read is UTF-8; a form of ours never says anything else. */
static int check_charset(struct ctx *cx, const char *params)
{
	struct http_pair p;

	for (;;) {
		if (http_param(cx, &params, &p))
			return 400;
		if (!p.name)
			return 0;
		if (strcasecmp(p.name, "charset") == 0 &&
		    strcasecmp(p.value, "utf-8") != 0)
			return 415;
	}
}

int http_body_read(const struct http_body *body, const char *type,
		   struct http_request *rq)
{
	static const char plain[] = "application/x-www-form-urlencoded";
	static const char parts[] = "multipart/form-data";
	size_t n = type ? strcspn(type, "; \t") : 0;

	if (n == strlen(plain) && strncasecmp(type, plain, n) == 0) {
		int bad = check_charset(body->cx, type + n);

		return bad ? bad : read_urlencoded(body, rq);
	}
	if (n == strlen(parts) && strncasecmp(type, parts, n) == 0)
		return http_multipart(body, type + n, rq);
	return 415;
}
