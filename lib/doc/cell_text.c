/* cell_text.c - texts of a workbook as the user sees them. */
#include "doc/xlsx.h"

#include <string.h>

enum { MOST_UNITS = 32767, ESCAPE = 7 };

bool text_too_long(const char *s, size_t n)
{
	size_t units = 0;

	if (n <= MOST_UNITS)
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		/* Four bytes of UTF-8 are two units of UTF-16. */
		units += (c & 0xc0) != 0x80;
		units += c >= 0xf0;
	}
	return units > MOST_UNITS;
}

bool text_keeps_space(const struct xml_tag *tag, int space)
{
	struct xml_value v;

	return xml_attribute_ns(tag, space, &v) && xml_value_is(v, "preserve");
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* The character of _xHHHH_ at s; 0: it is none, or none that we take. */
static unsigned escaped(const char *s, size_t n)
{
	unsigned sum = 0;

	if (n < ESCAPE || s[0] != '_' || s[1] != 'x' || s[6] != '_')
		return 0;
	for (int i = 2; i < 6; i++) {
		if (hex(s[i]) < 0)
			return 0;
		sum = 16 * sum + (unsigned)hex(s[i]);
	}
	/* Half a character stays as it is written. */
	return sum >= 0xd800 && sum <= 0xdfff ? 0 : sum;
}

/* UTF-8 of a character up to U+FFFF. */
static void add_char(struct buf *to, unsigned c)
{
	if (c < 0x80) {
		buf_char(to, (char)c);
	} else if (c < 0x800) {
		buf_char(to, (char)(0xc0 | c >> 6));
		buf_char(to, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_char(to, (char)(0xe0 | c >> 12));
		buf_char(to, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_char(to, (char)(0x80 | (c & 0x3f)));
	}
}

void text_add(struct buf *to, const struct buf *raw, bool keep_space)
{
	const char *s = raw->text;
	size_t n = raw->n;
	const char *mark;

	while (!keep_space && n > 0 && is_space(s[n - 1]))
		n--;
	while (!keep_space && n > 0 && is_space(*s))
		s++, n--;
	while ((mark = memmem(s, n, "_x", 2))) {
		size_t before = (size_t)(mark - s);
		unsigned c = escaped(mark, n - before);

		buf_add_n(to, s, before);
		if (c)
			add_char(to, c);
		else
			buf_char(to, '_');
		s = mark + (c ? ESCAPE : 1);
		n -= before + (c ? ESCAPE : 1);
	}
	buf_add_n(to, s, n);
}
