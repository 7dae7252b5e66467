/* wide.c - half width to full width and back. */
#include "text/wide.h"

#include "text/utf8.h"

#define HALF_FIRST 0xFF61u
#define HALF_LAST 0xFF9Fu
#define HALF_VOICED 0xFF9Eu
#define HALF_SEMI 0xFF9Fu

/* U+FF61 to U+FF9F; the two marks become their spacing forms. */
static const uint32_t full[] = {
	/* clang-format off */
	U'。', U'「', U'」', U'、', U'・', U'ヲ', U'ァ', U'ィ',
	U'ゥ', U'ェ', U'ォ', U'ャ', U'ュ', U'ョ', U'ッ', U'ー',
	U'ア', U'イ', U'ウ', U'エ', U'オ', U'カ', U'キ', U'ク',
	U'ケ', U'コ', U'サ', U'シ', U'ス', U'セ', U'ソ', U'タ',
	U'チ', U'ツ', U'テ', U'ト', U'ナ', U'ニ', U'ヌ', U'ネ',
	U'ノ', U'ハ', U'ヒ', U'フ', U'ヘ', U'ホ', U'マ', U'ミ',
	U'ム', U'メ', U'モ', U'ヤ', U'ユ', U'ヨ', U'ラ', U'リ',
	U'ル', U'レ', U'ロ', U'ワ', U'ン', U'゛', U'゜',
	/* clang-format on */
};

/* Kana in a row of five that take a voice mark: each is followed by its voiced
 * form, and in the h row by the half-voiced one. */
static bool takes_mark(uint32_t katakana)
{
	if (katakana >= 0x30AB && katakana <= 0x30C2)
		return katakana % 2 == 1; /* カ … ヂ */
	if (katakana >= 0x30C4 && katakana <= 0x30C8)
		return katakana % 2 == 0; /* ツ テ ト */
	return false;
}

static bool in_h_row(uint32_t katakana)
{
	return katakana >= 0x30CF && katakana <= 0x30DB &&
	       (katakana - 0x30CF) % 3 == 0;
}

static uint32_t voiced_katakana(uint32_t kana, uint32_t mark)
{
	if (in_h_row(kana))
		return mark == 0x3099 ? kana + 1 : kana + 2;
	if (mark != 0x3099)
		return 0;
	if (takes_mark(kana))
		return kana + 1;
	switch (kana) {
	case 0x30A6: /* ウ ヴ */
		return 0x30F4;
	case 0x30EF: /* ワ */
		return 0x30F7;
	case 0x30F0: /* ヰ */
		return 0x30F8;
	case 0x30F1: /* ヱ */
		return 0x30F9;
	case 0x30F2: /* ヲ */
		return 0x30FA;
	case 0x30FD: /* ヽ */
		return 0x30FE;
	default:
		return 0;
	}
}

uint32_t wide_voiced(uint32_t kana, uint32_t mark)
{
	uint32_t cp;

	if (kana < 0x3041 || kana > 0x309F)
		return voiced_katakana(kana, mark);
	cp = voiced_katakana(kana + 0x60, mark);
	/* わ and its like have a voiced form in katakana only. */
	if (cp == 0 || (cp >= 0x30F7 && cp <= 0x30FA))
		return 0;
	return cp - 0x60;
}

uint32_t wide_next(const char **s)
{
	uint32_t cp = utf8_next(s), mark, joined;
	const char *next = *s;

	if (cp < HALF_FIRST || cp > HALF_LAST)
		return cp;
	cp = full[cp - HALF_FIRST];
	mark = utf8_next(&next);
	if (mark != HALF_VOICED && mark != HALF_SEMI)
		return cp;
	joined = wide_voiced(cp, mark == HALF_VOICED ? 0x3099 : 0x309A);
	if (joined == 0)
		return cp;
	*s = next;
	return joined;
}

/* Nothing in ASCII, nothing in half-width kana (EF BD A1 to EF BE 9F). */
static bool is_wide(const char *s)
{
	const unsigned char *at = (const unsigned char *)s;

	for (; *at; at++)
		if (*at < 0x80 ||
		    (*at == 0xEF && (at[1] == 0xBD || at[1] == 0xBE)))
			return false;
	return true;
}

const char *text_wide(struct ctx *cx, const char *s)
{
	struct buf b;
	uint32_t cp;

	/* Most texts are wide already, and need no copy. */
	if (is_wide(s))
		return s;
	buf_init(&b, cx);
	while ((cp = wide_next(&s))) {
		if (cp == ' ')
			cp = 0x3000;
		else if (cp > ' ' && cp < 0x7F)
			cp += 0xFEE0;
		utf8_put(&b, cp);
	}
	return b.text;
}

const char *text_narrow(struct ctx *cx, const char *s)
{
	struct buf b;
	uint32_t cp;

	buf_init(&b, cx);
	while ((cp = utf8_next(&s))) {
		if (cp == 0x3000)
			cp = ' ';
		else if (cp >= 0xFF01 && cp <= 0xFF5E)
			cp -= 0xFEE0;
		utf8_put(&b, cp);
	}
	return b.text;
}
