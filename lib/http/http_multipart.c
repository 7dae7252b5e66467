/* http_multipart.c - a multipart body: text fields, one file to the disk. */
#include <string.h>
#include <strings.h>

#include "http/http_parse.h"
#include "http/multipart.h"

#define CHUNK 65536

/* The part that is being read, and where it goes. */
struct reader {
	const struct http_body *body;
	struct http_request *rq;
	struct multipart_part part;
	struct buf text; /* of a field */
};

static int begin(void *arg, const struct multipart_part *part)
{
	struct reader *r = arg;

	r->part = *part;
	buf_clear(&r->text);
	return strlen(part->name) > HTTP_MOST_NAME ? 413 : 0;
}

/*
 * A file becomes one with its first byte or by its name: browsers send an
 * input that was left alone as a part with neither.
 */
static int open_file(struct reader *r)
{
	if (r->rq->file.field || r->body->limits->file == 0)
		return 413;
	r->rq->file.field = r->part.name;
	r->rq->file.name = r->part.file_name;
	return http_file_open(r->body->cx, r->body->limits->tmp, &r->rq->file);
}

static int file_data(struct reader *r, const char *s, size_t n)
{
	struct http_file *file = &r->rq->file;
	int bad = file->field == r->part.name ? 0 : open_file(r);

	if (bad)
		return bad;
	if ((int64_t)n > r->body->limits->file - file->size)
		return 413;
	return http_file_write(file, s, n);
}

static int data(void *arg, const char *s, size_t n)
{
	struct reader *r = arg;

	if (r->part.file_name)
		return file_data(r, s, n);
	/* A code point is at most four bytes. */
	if (n > 4 * (size_t)HTTP_MOST_VALUE - r->text.n)
		return 413;
	buf_add_n(&r->text, s, n);
	return 0;
}

static int end(void *arg)
{
	struct reader *r = arg;
	const struct http_file *file = &r->rq->file;
	const struct buf *text = &r->text;

	if (!r->part.file_name)
		return http_add(r->body->cx, &r->rq->body, r->part.name,
				strlen(r->part.name),
				mem_text_n(r->body->cx, text->text, text->n),
				text->n);
	/* Field names of two parts are two texts, so this compares parts. */
	if (r->part.file_name[0] && file->field != r->part.name)
		return open_file(r);
	return 0;
}

static int find_boundary(struct ctx *cx, const char *params,
			 const char **boundary)
{
	struct http_pair p;

	*boundary = NULL;
	for (;;) {
		if (http_param(cx, &params, &p))
			return 400;
		if (!p.name)
			return *boundary ? 0 : 400;
		if (strcasecmp(p.name, "boundary") != 0)
			continue;
		if (*boundary)
			return 400;
		*boundary = p.value;
	}
}

/* Everything but the bytes of the file counts against the body's limit, also
 * what stands between the parts. */
static int feed_all(struct reader *r, struct multipart *m)
{
	const struct http_body *body = r->body;
	char *chunk = mem_grow(body->cx, NULL, CHUNK, 1);
	int64_t all = 0;

	for (;;) {
		int64_t left = body->length < 0 ? CHUNK : body->length - all;
		size_t n = http_body_bytes(body, chunk,
					   left < CHUNK ? (size_t)left : CHUNK);
		int bad = multipart_feed(m, chunk, n);

		all += (int64_t)n;
		if (bad)
			return bad;
		if (all - r->rq->file.size > body->limits->body)
			return 413;
		if (n < CHUNK)
			break;
	}
	if (body->length >= 0 && all < body->length)
		return 400;
	return multipart_end(m);
}

int http_multipart(const struct http_body *body, const char *params,
		   struct http_request *rq)
{
	struct reader r = { .body = body, .rq = rq };
	const struct multipart_sink sink = { begin, data, end, &r };
	struct multipart m;
	const char *boundary;
	int bad = find_boundary(body->cx, params, &boundary);

	if (bad)
		return bad;
	if (body->length > body->limits->body + body->limits->file)
		return 413;
	buf_init(&r.text, body->cx);
	bad = multipart_init(&m, body->cx, boundary, &sink);
	if (!bad)
		bad = feed_all(&r, &m);
	if (!bad && rq->file.field)
		bad = http_file_rewind(&rq->file);
	return bad;
}
