/* digits.c - codes and telephone numbers as people write them. */
#include "text/digits.h"

#include <string.h>

#include "text/utf8.h"

bool text_is_hyphen(uint32_t cp)
{
	switch (cp) {
	case '-':
	case 0x2212: /* minus */
	case 0x2500: /* box drawing, from old editors */
	case 0x2501:
	case 0x30FC: /* the long mark of kana */
	case 0xFE58:
	case 0xFE63:
	case 0xFF0D:
	case 0xFF70:
		return true;
	default:
		return cp >= 0x2010 && cp <= 0x2015;
	}
}

/* Marks that address books put around a number, which nobody sees. */
static bool invisible(uint32_t cp)
{
	return cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2066 && cp <= 0x2069);
}

static bool passed_over(uint32_t cp)
{
	static const uint32_t signs[] = {
		'(',	')',	'[',	']',	0xFF08, 0xFF09,
		0xFF3B, 0xFF3D, 0x3014, 0x3015, 0x3012, /* 〒 */
	};

	for (size_t i = 0; i < COUNT(signs); i++)
		if (cp == signs[i])
			return true;
	return text_is_hyphen(cp) || utf8_is_space(cp) || invisible(cp);
}

/* ASCII for a digit or plus of either width, else 0. */
static char narrow(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFEE0;
	return (cp >= '0' && cp <= '9') || cp == '+' ? (char)cp : '\0';
}

/* Digits, and at the very front perhaps a plus; NULL if anything else. */
static const char *plain(struct ctx *cx, const char *s)
{
	struct buf b;
	uint32_t cp;

	if (s[strspn(s, "0123456789")] == '\0')
		return s;
	buf_init(&b, cx);
	while ((cp = utf8_next(&s))) {
		char c = narrow(cp);

		if (passed_over(cp))
			continue;
		if (c == '\0' || (c == '+' && b.n > 0))
			return NULL;
		buf_char(&b, c);
	}
	return b.text;
}

const char *text_digits(struct ctx *cx, const char *s)
{
	const char *digits = plain(cx, s);

	return digits && *digits != '+' ? digits : NULL;
}

const char *text_phone(struct ctx *cx, const char *s)
{
	const char *digits = plain(cx, s);

	if (!digits || *digits != '+')
		return digits;
	if (strncmp(digits, "+81", 3) != 0)
		return NULL;
	digits += 3;
	return mem_printf(cx, "%s%s", *digits == '0' ? "" : "0", digits);
}

bool phone_usual(const char *digits)
{
	size_t n = strlen(digits);

	return *digits == '0' && (n == 10 || n == 11);
}
