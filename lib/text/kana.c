/* kana.c - readings (ふりがな): one kind of kana, and what is none. */
#include "text/kana.h"

#include "text/utf8.h"
#include "text/wide.h"

#define BETWEEN(cp, a, b) ((cp) >= (a) && (cp) <= (b))

/* The mark that cp is, as a combining one; 0 if it is none. */
static uint32_t voice_mark(uint32_t cp)
{
	if (cp == 0x3099 || cp == 0x309B || cp == 0xFF9E)
		return 0x3099;
	if (cp == 0x309A || cp == 0x309C || cp == 0xFF9F)
		return 0x309A;
	return 0;
}

static uint32_t to_hiragana(uint32_t cp)
{
	if (BETWEEN(cp, 0x30A1, 0x30F6) || BETWEEN(cp, 0x30FD, 0x30FE))
		return cp - 0x60;
	return cp;
}

static uint32_t to_katakana(uint32_t cp)
{
	if (BETWEEN(cp, 0x3041, 0x3096) || BETWEEN(cp, 0x309D, 0x309E))
		return cp + 0x60;
	return cp;
}

/* First of all, so that no space stands between a kana and its mark. */
static const char *without_spaces(struct ctx *cx, const char *s)
{
	struct buf b;
	uint32_t cp;

	buf_init(&b, cx);
	while ((cp = utf8_next(&s)))
		if (!utf8_is_space(cp))
			utf8_put(&b, cp);
	return b.text;
}

/* A kana is turned before its mark, which some keyboards make a character of
 * its own, is joined: ヷ has no hiragana. */
static const char *turn_all(struct ctx *cx, const char *s,
			    uint32_t (*turn)(uint32_t cp))
{
	struct buf b;
	uint32_t cp;

	buf_init(&b, cx);
	s = without_spaces(cx, s);
	while ((cp = turn(wide_next(&s)))) {
		const char *next = s;
		uint32_t mark = voice_mark(utf8_next(&next));
		uint32_t joined = mark ? wide_voiced(cp, mark) : 0;

		if (joined)
			s = next;
		utf8_put(&b, joined ? joined : cp);
	}
	return b.text;
}

/* ぁ to ゖ and ー alone: nothing to turn, no mark to join. */
static bool is_plain_hiragana(const char *s)
{
	uint32_t cp;

	while ((cp = utf8_next(&s)))
		if (!BETWEEN(cp, 0x3041, 0x3096) && cp != 0x30FC)
			return false;
	return true;
}

const char *text_hiragana(struct ctx *cx, const char *s)
{
	/* Most readings are, and need no copy. */
	if (is_plain_hiragana(s))
		return s;
	return turn_all(cx, s, to_hiragana);
}

const char *text_katakana(struct ctx *cx, const char *s)
{
	return turn_all(cx, s, to_katakana);
}

static enum letter kind_of(uint32_t cp)
{
	if (BETWEEN(cp, 0x3041, 0x3096) || BETWEEN(cp, 0x309D, 0x309E))
		return LETTER_HIRAGANA;
	if (BETWEEN(cp, 0x30A1, 0x30FA) || BETWEEN(cp, 0x30FD, 0x30FE) ||
	    BETWEEN(cp, 0x31F0, 0x31FF) || BETWEEN(cp, 0xFF66, 0xFF9D))
		return LETTER_KATAKANA;
	if (BETWEEN(cp, 0x3005, 0x3007) || BETWEEN(cp, 0x3400, 0x4DBF) ||
	    BETWEEN(cp, 0x4E00, 0x9FFF) || BETWEEN(cp, 0xF900, 0xFAFF) ||
	    BETWEEN(cp, 0x20000, 0x3FFFF))
		return LETTER_KANJI;
	if (BETWEEN(cp, '0', '9') || BETWEEN(cp, 0xFF10, 0xFF19))
		return LETTER_DIGIT;
	if (BETWEEN(cp, 'A', 'Z') || BETWEEN(cp, 'a', 'z') ||
	    BETWEEN(cp, 0xFF21, 0xFF3A) || BETWEEN(cp, 0xFF41, 0xFF5A) ||
	    (BETWEEN(cp, 0xC0, 0x24F) && cp != 0xD7 && cp != 0xF7))
		return LETTER_LATIN;
	return LETTER_OTHER;
}

static bool is_only(const char *s, enum letter kind, enum letter *wrong)
{
	uint32_t cp;

	while ((cp = utf8_next(&s))) {
		enum letter is = kind_of(cp);

		if (is == kind || cp == 0x30FC || cp == 0x30FB)
			continue;
		if (wrong)
			*wrong = is;
		return false;
	}
	return true;
}

bool text_is_hiragana(const char *s, enum letter *wrong)
{
	return is_only(s, LETTER_HIRAGANA, wrong);
}

bool text_is_katakana(const char *s, enum letter *wrong)
{
	return is_only(s, LETTER_KATAKANA, wrong);
}

const char *letter_name(enum letter kind)
{
	static const char *const names[] = {
		[LETTER_HIRAGANA] = "hiragana", [LETTER_KATAKANA] = "katakana",
		[LETTER_KANJI] = "kanji",	[LETTER_LATIN] = "latin",
		[LETTER_DIGIT] = "digit",	[LETTER_OTHER] = "other",
	};

	return names[kind];
}
