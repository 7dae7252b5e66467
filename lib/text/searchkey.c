/* searchkey.c - what two spellings of a name have in common. */
#include "text/searchkey.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/digits.h"
#include "text/utf8.h"

#define GA 0x304Cu /* が */

/* A longer name is nobody's. Keeps the sizes below far from overflow. */
#define NAME_MAX_BYTES (1 << 20)

/* The longest that NFKC makes of one unit of UTF-16 (U+FDFA). */
#define EXPANSION 18

static void must(UErrorCode err, const char *what)
{
	if (U_FAILURE(err))
		BUG("%s: %s", what, u_errorName(err));
}

/* NFKC, case folding, and without what nobody sees. ICU thinks in UTF-16. */
static const char *fold(struct ctx *cx, const char *s)
{
	UErrorCode err = U_ZERO_ERROR;
	const UNormalizer2 *nf = unorm2_getNFKCCasefoldInstance(&err);
	int32_t n = (int32_t)strnlen(s, NAME_MAX_BYTES), room;
	UChar *raw = mem_array(cx, (size_t)n + 1, sizeof(UChar)), *folded;
	char *text;

	u_strFromUTF8WithSub(raw, n + 1, &n, s, n, (UChar32)UTF8_BAD, NULL,
			     &err);
	must(err, "u_strFromUTF8");
	room = n * EXPANSION + 1;
	folded = mem_array(cx, (size_t)room, sizeof(UChar));
	/* At most three bytes for a unit. */
	text = mem_array(cx, (size_t)room, 3);
	n = unorm2_normalize(nf, raw, n, folded, room, &err);
	must(err, "unorm2_normalize");
	u_strToUTF8WithSub(text, 3 * room, NULL, folded, n, (UChar32)UTF8_BAD,
			   NULL, &err);
	must(err, "u_strToUTF8");
	return text;
}

static bool is_kanji(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9FFF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF) || cp == 0x3005;
}

static bool is_dropped(uint32_t cp)
{
	return utf8_is_space(cp) || text_is_hyphen(cp) || cp == 0x30FB ||
	       cp == 0x00B7 || cp == '~' || cp == 0x301C;
}

/* One character between its neighbours: 霞ヶ関, 霞ケ関 and 霞が関 are one. */
static uint32_t usual(uint32_t before, uint32_t cp, uint32_t after)
{
	if (cp == 0x30F5 || cp == 0x30F6 || cp == 0x3095 || cp == 0x3096)
		return GA;
	if ((cp == 0x30B1 || cp == 0x30AB || cp == 0x30AC) &&
	    is_kanji(before) && is_kanji(after))
		return GA;
	if ((cp >= 0x30A1 && cp <= 0x30F4) || cp == 0x30FD || cp == 0x30FE)
		return cp - 0x60;
	return kanji_usual(cp);
}

const char *text_key(struct ctx *cx, const char *s)
{
	struct ctx *turn = ctx_new(cx);
	const char *at = fold(turn, s);
	uint32_t before = 0, cp, after;
	struct buf b;

	buf_init(&b, cx);
	for (cp = utf8_next(&at); cp; before = cp, cp = after) {
		after = utf8_next(&at);
		if (!is_dropped(cp))
			utf8_put(&b, usual(before, cp, after));
	}
	ctx_end(turn);
	return b.text;
}

const char *text_key_like(struct ctx *cx, const char *typed, bool anywhere)
{
	const char *key = text_key(cx, typed);
	struct buf pattern;

	buf_init(&pattern, cx);
	if (*key == '\0')
		return "";
	if (anywhere)
		buf_char(&pattern, '%');
	for (; *key; key++) {
		if (strchr("%_\\", *key))
			buf_char(&pattern, '\\');
		buf_char(&pattern, *key);
	}
	buf_char(&pattern, '%');
	return pattern.text;
}
