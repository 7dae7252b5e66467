/* http_read.c - one request from the variables of CGI (RFC 3875). */
#include <string.h>

#include "http/http_parse.h"
#include "http/urlencoded.h"

/* One that is empty was not sent: web servers pass those on as "". */
static const char *variable(const struct http_source *source, const char *name)
{
	const char *s = source->env(source->arg, name);

	return s && *s ? s : NULL;
}

/* UTF-8 without controls. */
static bool is_clean(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || s[i] == 0x7f)
			return false;
	return http_text(s, n) == 0;
}

static int read_method(const struct http_source *source,
		       struct http_request *rq)
{
	static const char *const methods[] = { "GET", "HEAD", "POST" };
	const char *s = variable(source, "REQUEST_METHOD");

	if (!s)
		return 400;
	for (size_t i = 0; i < COUNT(methods); i++)
		if (strcmp(s, methods[i]) == 0) {
			rq->method = methods[i];
			return 0;
		}
	return 405;
}

/* Absolute, and only one spelling of a place: no ".", "..", "//" or "\". */
static int check_path(const char *s, size_t n)
{
	if (n > HTTP_MOST_URL)
		return 413;
	if (*s != '/' || !is_clean(s, n) || strchr(s, '\\'))
		return 400;
	for (; *s; s++) {
		const char *part = s + 1;
		size_t k = *s == '/' ? strcspn(part, "/") : 3;

		if ((k == 0 && *part) || (k == 1 && part[0] == '.') ||
		    (k == 2 && part[0] == '.' && part[1] == '.'))
			return 400;
	}
	return 0;
}

/*
 * The server has decoded DOCUMENT_URI, SCRIPT_NAME and PATH_INFO (RFC 3875,
 * 4.1): they are not decoded again, REQUEST_URI is.
 */
static int read_path(struct ctx *cx, const struct http_source *source,
		     struct http_request *rq)
{
	const char *uri = variable(source, "DOCUMENT_URI");
	const char *script = variable(source, "SCRIPT_NAME");
	const char *info = variable(source, "PATH_INFO");
	const char *raw = variable(source, "REQUEST_URI");
	char *path;
	size_t n;

	if (raw && strlen(raw) > HTTP_MOST_URL)
		return 413;
	if (uri || script || info) {
		path = mem_printf(cx, "%s%s",
				  uri	   ? uri
				  : script ? script
					   : "",
				  !uri && info ? info : "");
		n = strlen(path);
	} else {
		n = raw ? strcspn(raw, "?") : 0;
		path = mem_text_n(cx, raw ? raw : "", n);
		if (percent_decode(path, &n, false))
			return 400;
		path[n] = '\0';
	}
	rq->path = path;
	return check_path(path, n);
}

static int read_query(struct ctx *cx, const struct http_source *source,
		      struct http_request *rq)
{
	const char *s = variable(source, "QUERY_STRING");
	size_t n = s ? strlen(s) : 0;

	rq->query_text = mem_text_n(cx, s ? s : "", n);
	if (n > HTTP_MOST_URL)
		return 413;
	if (!is_clean(rq->query_text, n))
		return 400;
	return n ? urlencoded_read(cx, mem_text_n(cx, s, n), n, &rq->query) : 0;
}

/* Header fields that are a text each; NULL stays where none was sent. */
static int read_headers(struct ctx *cx, const struct http_source *source,
			struct http_request *rq)
{
	const struct {
		const char *name;
		const char **to;
	} headers[] = {
		{ "REMOTE_ADDR", &rq->ip },
		{ "HTTP_ORIGIN", &rq->origin },
		{ "HTTP_SEC_FETCH_SITE", &rq->fetch_site },
		{ "HTTP_USER_AGENT", &rq->user_agent },
		{ "HTTP_IF_NONE_MATCH", &rq->if_none_match },
	};

	for (size_t i = 0; i < COUNT(headers); i++) {
		const char *s = variable(source, headers[i].name);
		size_t n = s ? strlen(s) : 0;

		if (n > HTTP_MOST_HEADER)
			return 413;
		if (!s)
			continue;
		if (!is_clean(s, n))
			return 400;
		*headers[i].to = mem_text_n(cx, s, n);
	}
	return 0;
}

/* It goes into logs and onto error pages: letters and digits, or our own. A
 * request that is refused has one too. */
static const char *request_id(struct ctx *cx, const char *sent)
{
	size_t n = sent ? strspn(sent, "0123456789abcdefghijklmnopqrstuvwxyz"
				       "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_@")
			: 0;

	if (n == 0 || n > 64 || sent[n])
		return id_text(cx, id_new());
	return mem_text_n(cx, sent, n);
}

static int read_cookies(struct ctx *cx, const struct http_source *source,
			struct http_request *rq)
{
	const char *s = variable(source, "HTTP_COOKIE");

	if (!s)
		return 0;
	if (strlen(s) > HTTP_MOST_HEADER)
		return 413;
	return http_cookies(cx, s, &rq->cookies);
}

/* CONTENT_LENGTH. Fifteen digits are more than any limit and no overflow. */
static int read_length(const struct http_source *source, int64_t *length)
{
	const char *s = variable(source, "CONTENT_LENGTH");

	*length = -1;
	if (!s)
		return 0;
	if (s[strspn(s, "0123456789")])
		return 400;
	if (strlen(s) > 15)
		return 413;
	*length = 0;
	for (; *s; s++)
		*length = 10 * *length + (*s - '0');
	return 0;
}

static int read_body(struct ctx *cx, const struct http_source *source,
		     const struct http_limits *limits, struct http_request *rq)
{
	struct http_body body = { cx, source, limits, -1 };
	int bad;

	/* What a GET brings along has no meaning (RFC 9110, 9.3.1). */
	if (strcmp(rq->method, "POST") != 0)
		return 0;
	bad = read_length(source, &body.length);
	if (bad)
		return bad;
	return http_body_read(&body, variable(source, "CONTENT_TYPE"), rq);
}

int http_read(struct ctx *cx, const struct http_source *source,
	      const struct http_limits *limits, struct http_request *rq)
{
	int bad;

	*rq = (struct http_request) {
		.method = "",
		.path = "",
		.query_text = "",
		.ip = "",
		.id = request_id(cx, variable(source, "REQUEST_ID")),
		.file.fd = -1,
	};
	bad = read_method(source, rq);
	if (!bad)
		bad = read_headers(cx, source, rq);
	if (!bad)
		bad = read_path(cx, source, rq);
	if (!bad)
		bad = read_query(cx, source, rq);
	if (!bad)
		bad = read_cookies(cx, source, rq);
	if (!bad)
		bad = read_body(cx, source, limits, rq);
	return bad;
}
