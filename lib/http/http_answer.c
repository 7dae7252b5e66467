/* http_answer.c - one answer: its headers, and all of it as CGI wants it. */
#include <string.h>
#include <strings.h>

#include "http/http_parse.h"

static const struct {
	int status;
	const char *words;
} reasons[] = {
	{ 200, "OK" },
	{ 303, "See Other" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 409, "Conflict" },
	{ 413, "Content Too Large" },
	{ 415, "Unsupported Media Type" },
	{ 429, "Too Many Requests" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

static const char *reason(int status)
{
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (reasons[i].status == status)
			return reasons[i].words;
	BUG("answer with status %d", status);
}

void http_answer_init(struct http_answer *a, struct ctx *cx)
{
	*a = (struct http_answer) { .cx = cx, .status = 200 };
	buf_init(&a->body, cx);
}

void http_header(struct http_answer *a, const char *name, const char *value)
{
	if (!http_token(name, strlen(name)))
		BUG("header with a bad name");
	for (const char *s = value; *s; s++)
		if (((unsigned char)*s < ' ' && *s != '\t') || *s == 0x7f)
			BUG("header %s with a bad value", name);
	if (http_add(a->cx, &a->headers, name, strlen(name),
		     mem_text(a->cx, value), strlen(value)))
		BUG("header %s does not fit", name);
}

/* The length is ours to say, unless there is no body to have one. */
static bool wants_length(const struct http_answer *a)
{
	for (size_t i = 0; i < a->headers.n; i++)
		if (strcasecmp(a->headers.list[i].name, "Content-Length") == 0)
			return false;
	return a->status != 304;
}

void http_render_head(const struct http_answer *a, struct buf *to)
{
	buf_printf(to, "Status: %d %s\r\n", a->status, reason(a->status));
	for (size_t i = 0; i < a->headers.n; i++) {
		buf_add(to, a->headers.list[i].name);
		buf_add_n(to, ": ", 2);
		buf_add(to, a->headers.list[i].value);
		buf_add_n(to, "\r\n", 2);
	}
	if (wants_length(a))
		buf_printf(to, "Content-Length: %zu\r\n", a->body.n);
	buf_add_n(to, "\r\n", 2);
}

bool http_has_body(const struct http_answer *a, bool head)
{
	return !head && a->status != 304;
}

void http_render(const struct http_answer *a, bool head, struct buf *to)
{
	http_render_head(a, to);
	if (http_has_body(a, head))
		buf_add_n(to, a->body.text, a->body.n);
}
