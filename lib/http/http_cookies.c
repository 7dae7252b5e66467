/* http_cookies.c - the Cookie header (RFC 6265, 5.4). */
#include <string.h>

#include "http/cookie.h"
#include "http/http_parse.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Leaves out blanks at both ends. */
static char *trimmed(struct ctx *cx, const char *s, size_t n)
{
	while (n > 0 && is_blank(*s)) {
		s++;
		n--;
	}
	while (n > 0 && is_blank(s[n - 1]))
		n--;
	return mem_text_n(cx, s, n);
}

static int read_cookie(struct ctx *cx, const char *s, size_t n,
		       struct http_pairs *to)
{
	const char *equals = memchr(s, '=', n);
	const char *name, *value;
	size_t name_n;

	if (!equals)
		return 0;
	name = trimmed(cx, s, (size_t)(equals - s));
	name_n = strlen(name);
	value = trimmed(cx, equals + 1, (size_t)(s + n - equals - 1));
	if (!http_token(name, name_n) || name_n > HTTP_MOST_NAME ||
	    http_text(value, strlen(value)))
		return 0;
	return http_add(cx, to, name, name_n, value, strlen(value));
}

int http_cookies(struct ctx *cx, const char *header, struct http_pairs *to)
{
	const char *s = header;

	while (*s) {
		size_t n = strcspn(s, ";");
		int bad = read_cookie(cx, s, n, to);

		if (bad)
			return bad;
		s += n + (s[n] == ';');
	}
	if (http_count(to, cookie_name(true)) > 1 ||
	    http_count(to, cookie_name(false)) > 1)
		return 400;
	return 0;
}
