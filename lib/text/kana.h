/* kana.h - readings (ふりがな): one kind of kana, and what is none. */
#ifndef TEXT_KANA_H
#define TEXT_KANA_H

#include <stdbool.h>

#include "base/ctx.h"

/* What a character is, so that a message can name it. */
enum letter {
	LETTER_HIRAGANA,
	LETTER_KATAKANA,
	LETTER_KANJI,
	LETTER_LATIN,
	LETTER_DIGIT,
	LETTER_OTHER,
};

/*
 * Turns katakana, also half-width, into hiragana, or the other way round.
 * Spaces go; ー and ・ stay; a voice mark of any kind joins the kana before it.
 * Everything else stays as it is, for text_is_… to find.
 */
const char *text_hiragana(struct ctx *cx, const char *s);
const char *text_katakana(struct ctx *cx, const char *s);

/*
 * True if s is only hiragana (katakana), the repetition marks ゝゞ (ヽヾ), ー
 * and ・: what a reading may have (spec tokutei §2, kind H). Else *wrong, if
 * wanted, is the kind of the first character that is not. "" is true.
 */
bool text_is_hiragana(const char *s, enum letter *wrong);
bool text_is_katakana(const char *s, enum letter *wrong);

/* "hiragana", "katakana", "kanji", "latin", "digit", "other". */
const char *letter_name(enum letter kind);

#endif
