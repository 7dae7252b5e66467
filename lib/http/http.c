/* http.c - names and values of a request: look up, collect within limits. */
#include "http/http.h"

#include <string.h>

#include "text/utf8.h"
#include "http/http_parse.h"

/* At most 500 pairs, and the first letters differ: a loop beats an index. */
const char *http_get(const struct http_pairs *pairs, const char *name)
{
	for (size_t i = 0; i < pairs->n; i++)
		if (strcmp(pairs->list[i].name, name) == 0)
			return pairs->list[i].value;
	return NULL;
}

size_t http_count(const struct http_pairs *pairs, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < pairs->n; i++)
		if (strcmp(pairs->list[i].name, name) == 0)
			n++;
	return n;
}

int http_text(const char *s, size_t n)
{
	return utf8_valid(s, n) ? 0 : 400;
}

/* Of valid UTF-8: a byte that continues a character does not count. */
static bool value_fits(const char *s, size_t n)
{
	size_t points = 0;

	if (n <= HTTP_MOST_VALUE)
		return true;
	for (size_t i = 0; i < n; i++)
		points += ((unsigned char)s[i] & 0xc0) != 0x80;
	return points <= HTTP_MOST_VALUE;
}

int http_add(struct ctx *cx, struct http_pairs *pairs, const char *name,
	     size_t name_n, const char *value, size_t value_n)
{
	size_t n = pairs->n;

	if (http_text(name, name_n) || http_text(value, value_n))
		return 400;
	if (n == HTTP_MOST_FIELDS || name_n > HTTP_MOST_NAME ||
	    !value_fits(value, value_n))
		return 413;
	/* Room for 32, 64, 128 …: it is full whenever n is such a number. */
	if (n == 0)
		pairs->list = mem_grow(cx, NULL, 32, sizeof(*pairs->list));
	else if (n >= 32 && (n & (n - 1)) == 0)
		pairs->list = mem_grow(cx, pairs->list, 2 * n,
				       sizeof(*pairs->list));
	pairs->list[pairs->n++] = (struct http_pair) { name, value };
	return 0;
}
