/* utf8.c - code points: check, read, count, cut and clean texts. */
#include "text/utf8.h"

#include <string.h>

/*
 * Bytes of the well-formed sequence at s, 0 if there is none. Reads no further
 * than left. The second byte's limits keep out what is overlong, surrogate or
 * too large (Unicode, table 3-7).
 */
static size_t sequence(const unsigned char *s, size_t left)
{
	unsigned char low = 0x80, high = 0xBF, lead = s[0];
	size_t n;

	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (lead == 0xE0)
		low = 0xA0;
	else if (lead == 0xED)
		high = 0x9F;
	else if (lead == 0xF0)
		low = 0x90;
	else if (lead == 0xF4)
		high = 0x8F;
	if (left < n || s[1] < low || s[1] > high)
		return 0;
	for (size_t i = 2; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

bool utf8_valid(const char *s, size_t n)
{
	const unsigned char *at = (const unsigned char *)s;

	while (n > 0) {
		size_t k = *at ? sequence(at, n) : 0;

		if (k == 0)
			return false;
		at += k;
		n -= k;
	}
	return true;
}

uint32_t utf8_next(const char **s)
{
	static const unsigned char bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	const unsigned char *at = (const unsigned char *)*s;
	uint32_t cp;
	size_t n;

	if (*at < 0x80) {
		*s += *at != 0;
		return *at;
	}
	/* Nearly all of Japanese; what is special about E0 and ED is below. */
	if (*at > 0xE0 && *at < 0xED && (at[1] & 0xC0) == 0x80 &&
	    (at[2] & 0xC0) == 0x80) {
		*s += 3;
		return (*at & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 |
		       (at[2] & 0x3Fu);
	}
	/* The terminating zero is no continuation byte, so no need to count. */
	n = sequence(at, 4);
	if (n == 0) {
		++*s;
		return UTF8_BAD;
	}
	cp = *at & bits[n];
	for (size_t i = 1; i < n; i++)
		cp = cp << 6 | (at[i] & 0x3F);
	*s += n;
	return cp;
}

void utf8_put(struct buf *b, uint32_t cp)
{
	char c[4];
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;

	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		BUG("U+%04X is no character", (unsigned)cp);
	if (n == 1) {
		buf_char(b, (char)cp);
		return;
	}
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		c[i] = (char)(0x80 | (cp & 0x3F));
	c[0] = (char)((0xF00 >> n & 0xFF) | cp);
	buf_add_n(b, c, n);
}

bool utf8_is_space(uint32_t cp)
{
	switch (cp) {
	case ' ':
	case 0x00A0:
	case 0x1680:
	case 0x2028:
	case 0x2029:
	case 0x202F:
	case 0x205F:
	case 0x2060:
	case 0x3000:
	case 0xFEFF:
		return true;
	default:
		return (cp >= '\t' && cp <= '\r') ||
		       (cp >= 0x2000 && cp <= 0x200B);
	}
}

bool utf8_is_variation(uint32_t cp)
{
	return (cp >= 0xFE00 && cp <= 0xFE0F) ||
	       (cp >= 0xE0100 && cp <= 0xE01EF);
}

size_t utf8_length(const char *s)
{
	size_t n = 0;
	uint32_t cp;

	while ((cp = utf8_next(&s)))
		n += !utf8_is_variation(cp);
	return n;
}

const char *utf8_cut(struct ctx *cx, const char *s, size_t max)
{
	const char *at = s, *end = s;
	size_t n = 0;
	uint32_t cp;

	while ((cp = utf8_next(&at))) {
		n += !utf8_is_variation(cp);
		if (n > max)
			break;
		end = at;
	}
	return mem_text_n(cx, s, (size_t)(end - s));
}

const char *utf8_clean(struct ctx *cx, const char *s, bool keep_lf)
{
	struct buf b;

	buf_init(&b, cx);
	while (*s) {
		const char *from = s;
		uint32_t cp = utf8_next(&s);

		if (cp == '\n' ? keep_lf
			       : cp >= 0x20 && (cp < 0x7F || cp > 0x9F))
			buf_add_n(&b, from, (size_t)(s - from));
	}
	return b.text;
}

const char *utf8_trim(struct ctx *cx, const char *s)
{
	const char *from = NULL, *to = s, *at = s;

	while (*at) {
		const char *was = at;

		if (utf8_is_space(utf8_next(&at)))
			continue;
		if (!from)
			from = was;
		to = at;
	}
	return from ? mem_text_n(cx, from, (size_t)(to - from))
		    : mem_text(cx, "");
}

static bool unusable(uint32_t cp)
{
	return cp == UTF8_BAD || (cp & 0xFFFE) == 0xFFFE ||
	       (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000 ||
	       (cp >= 0xFDD0 && cp <= 0xFDEF) ||
	       (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

uint32_t utf8_unusable(const char *s)
{
	uint32_t cp;

	while ((cp = utf8_next(&s)))
		if (unusable(cp))
			return cp;
	return 0;
}
