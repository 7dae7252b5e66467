/* http_encode.c - texts of ours inside a URL and inside a header. */
#include <string.h>

#include "http/http.h"

/* RFC 3986, 2.3: besides letters and digits. */
#define UNRESERVED "-._~"

static bool is_kept(char c, const char *signs)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (c && strchr(signs, c));
}

/* Percent-encodes every byte that is neither letter nor digit nor one of the
 * signs. */
static void encode(struct buf *to, const char *text, const char *signs)
{
	static const char digits[] = "0123456789ABCDEF";

	while (*text) {
		size_t n = 0;

		while (is_kept(text[n], signs))
			n++;
		buf_add_n(to, text, n);
		text += n;
		for (; *text && !is_kept(*text, signs); text++) {
			unsigned char c = (unsigned char)*text;
			const char hex[] = { '%', digits[c >> 4],
					     digits[c & 15] };
			buf_add_n(to, hex, sizeof(hex));
		}
	}
}

const char *http_encode(struct ctx *cx, const char *text)
{
	struct buf b;

	buf_init(&b, cx);
	encode(&b, text, UNRESERVED);
	return b.text;
}

void http_url_add(struct buf *url, const char *name, const char *value)
{
	if (*value == '\0')
		return;
	buf_char(url, strchr(url->text, '?') ? '&' : '?');
	buf_add(url, name);
	buf_char(url, '=');
	encode(url, value, UNRESERVED);
}

const char *http_url_with(struct ctx *cx, const char *url, const char *name,
			  const char *value)
{
	struct buf b;

	buf_init(&b, cx);
	buf_add(&b, url);
	http_url_add(&b, name, value);
	return b.text;
}

/* For browsers that do not know filename*: one "_" per character that could
 * mean something else, a path included. */
static void plain_name(struct buf *to, const char *name)
{
	for (; *name; name++) {
		unsigned char c = (unsigned char)*name;

		if (c >= ' ' && c < 0x7f && !strchr("\"\\%/:*?<>|", c))
			buf_char(to, (char)c);
		else if ((c & 0xc0) != 0x80)
			buf_char(to, '_');
	}
}

/* RFC 6266; what filename* need not encode: RFC 8187, attr-char. */
const char *http_attachment(struct ctx *cx, const char *filename)
{
	struct buf b;

	buf_init(&b, cx);
	buf_add(&b, "attachment; filename=\"");
	plain_name(&b, filename);
	buf_add(&b, "\"; filename*=UTF-8''");
	encode(&b, filename, "!#$&+-.^_`|~");
	return b.text;
}
