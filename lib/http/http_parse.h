/* http_parse.h - the parts that http_read() is made of; for lib/web alone. */
#ifndef HTTP_HTTP_PARSE_H
#define HTTP_HTTP_PARSE_H

#include "http/http.h"

/* security IN-09. A list is the query, the body or the cookies. */
enum http_most {
	HTTP_MOST_URL = 8192,	 /* bytes */
	HTTP_MOST_HEADER = 8192, /* bytes of one header field */
	HTTP_MOST_FIELDS = 500,	 /* in one list */
	HTTP_MOST_NAME = 64,	 /* bytes */
	HTTP_MOST_VALUE = 10000, /* code points */
};

/*
 * All functions below that return int return 0, or the HTTP status that
 * answers the request: 400, 413, 415, or 500 if the temporary file fails.
 */

/* 400 unless it is UTF-8 without NUL. */
int http_text(const char *s, size_t n) MUST_USE;

/* The name of a header or a parameter (RFC 9110, 5.6.2). */
bool http_token(const char *s, size_t n);

/*
 * Checks a name and a value and appends them. The two are kept as they are
 * passed in: terminated, and living as long as cx.
 */
int http_add(struct ctx *cx, struct http_pairs *pairs, const char *name,
	     size_t name_n, const char *value, size_t value_n) MUST_USE;

/*
 * One parameter of a header value such as form-data; name="a". *at stands
 * behind the word before it and moves on; at the end name is NULL. In quotes,
 * \" and \\ lose their backslash, every other one stays: old browsers send
 * C:\a.xlsx as it is.
 */
int http_param(struct ctx *cx, const char **at,
	       struct http_pair *param) MUST_USE;

/* The Cookie header. One that cannot be read is left out, since other programs
 * on the same host set them too; our own twice is a 400 (security SE-02). */
int http_cookies(struct ctx *cx, const char *header,
		 struct http_pairs *to) MUST_USE;

/* A body that is still to be read. */
struct http_body {
	struct ctx *cx;
	const struct http_source *source;
	const struct http_limits *limits;
	int64_t length; /* -1: the client did not say */
};

/* Fills rq->body and rq->file. type is the Content-Type, NULL for none. */
int http_body_read(const struct http_body *body, const char *type,
		   struct http_request *rq) MUST_USE;
/* The same for multipart/form-data; params is what follows that word. */
int http_multipart(const struct http_body *body, const char *params,
		   struct http_request *rq) MUST_USE;
/* Up to room bytes, fewer only at the end. */
size_t http_body_bytes(const struct http_body *body, char *to, size_t room);

/* An unlinked file in the folder, readable by nobody else. */
int http_file_open(struct ctx *cx, const char *folder,
		   struct http_file *file) MUST_USE;
int http_file_write(struct http_file *file, const char *s, size_t n) MUST_USE;
int http_file_rewind(struct http_file *file) MUST_USE;

#endif
