/* urlencoded.c - application/x-www-form-urlencoded: bodies and queries. */
#include "http/urlencoded.h"

#include <string.h>

#include "http/http_parse.h"

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

int percent_decode(char *text, size_t *n, bool plus)
{
	size_t to = 0;

	for (size_t i = 0; i < *n; i++) {
		char c = text[i];

		if (c == '+' && plus) {
			c = ' ';
		} else if (c == '%') {
			int high = *n - i > 2 ? hex(text[i + 1]) : -1;
			int low = high >= 0 ? hex(text[i + 2]) : -1;

			if (low < 0)
				return 400;
			c = (char)(high * 16 + low);
			i += 2;
		}
		text[to++] = c;
	}
	*n = to;
	return 0;
}

/* One name=value; s[n] is the "&" behind it or the room for the end. */
static int read_piece(struct ctx *cx, char *s, size_t n,
		      struct http_pairs *pairs)
{
	char *equals = memchr(s, '=', n);
	char *value = equals ? equals + 1 : s + n;
	size_t name_n = equals ? (size_t)(equals - s) : n;
	size_t value_n = (size_t)(s + n - value);
	int bad = percent_decode(s, &name_n, true);

	if (!bad)
		bad = percent_decode(value, &value_n, true);
	if (bad)
		return bad;
	s[name_n] = '\0';
	value[value_n] = '\0';
	return http_add(cx, pairs, s, name_n, value, value_n);
}

int urlencoded_read(struct ctx *cx, char *text, size_t n,
		    struct http_pairs *pairs)
{
	size_t at = 0;

	while (at < n) {
		const char *and = memchr(text + at, '&', n - at);
		size_t end = and? (size_t)(and-text) : n;
		int bad = end == at
				  ? 0
				  : read_piece(cx, text + at, end - at, pairs);

		if (bad)
			return bad;
		at = end + 1;
	}
	return 0;
}
