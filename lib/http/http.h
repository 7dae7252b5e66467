/* http.h - one request as it came, and one answer as it goes. */
#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/ctx.h"

/* A name and its value as sent, decoded: valid UTF-8 without NUL. */
struct http_pair {
	const char *name, *value;
};

struct http_pairs {
	struct http_pair *list;
	size_t n;
};

/* The one file of a multipart body, streamed to an unlinked temporary file
 * that is closed with the context. */
struct http_file {
	const char *field; /* NULL: there was none */
	const char *name;  /* as the client called it: text, never a path */
	int fd;		   /* at its beginning */
	int64_t size;
};

struct http_request {
	const char *method; /* "GET", "HEAD" or "POST" */
	const char *path;   /* decoded, without the query */
	const char *query_text;
	struct http_pairs query, body, cookies;
	struct http_file file;
	const char *ip, *id, *origin, *fetch_site, *user_agent;
	const char *if_none_match;
};

/* Where a request comes from: FastCGI, plain CGI, a test, a fuzzer. */
struct http_source {
	const char *(*env)(void *arg, const char *name); /* NULL if unset */
	/* Up to n bytes; 0 at the end. */
	size_t (*read)(void *arg, char *to, size_t n);
	void *arg;
};

/* security IN-09; file: bytes of an upload that this screen takes, 0: none. */
struct http_limits {
	int64_t body; /* without the file */
	int64_t file;
	const char *tmp; /* folder for the temporary file */
};

/*
 * Reads and checks everything. Returns 0, or the HTTP status that answers it:
 * 400 malformed, invalid UTF-8, NUL, a cookie of ours twice; 405 method;
 * 413 too large, too many; 415 content type. Query and body stay apart.
 */
int http_read(struct ctx *cx, const struct http_source *source,
	      const struct http_limits *limits, struct http_request *rq);

/* The value of name, or NULL. */
const char *http_get(const struct http_pairs *pairs, const char *name);
/* How often a name came: a single-valued field that came twice is a 400. */
size_t http_count(const struct http_pairs *pairs, const char *name);

struct http_answer {
	struct ctx *cx;
	int status; /* 200 … */
	struct http_pairs headers;
	struct buf body;
};

void http_answer_init(struct http_answer *a, struct ctx *cx);
/* BUG on CR, LF, NUL or a name that is no token (security IN-06). */
void http_header(struct http_answer *a, const char *name, const char *value);
/* attachment; filename="…ascii…"; filename*=UTF-8''… */
const char *http_attachment(struct ctx *cx, const char *filename);
/* Status line in CGI form ("Status: 303 See Other"), headers, blank line. */
void http_render_head(const struct http_answer *a, struct buf *to);
/* Does the body follow? head: it was only asked for its headers. */
bool http_has_body(const struct http_answer *a, bool head);
/* Both as one text. */
void http_render(const struct http_answer *a, bool head, struct buf *to);

/* Percent-encoding of a value in a query, and of a text in general. */
const char *http_encode(struct ctx *cx, const char *text);
/* One more value for an address, behind ? or &; none if it is "". */
void http_url_add(struct buf *url, const char *name, const char *value);
const char *http_url_with(struct ctx *cx, const char *url, const char *name,
			  const char *value);

#endif
