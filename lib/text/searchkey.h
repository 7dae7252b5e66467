/* searchkey.h - what two spellings of a name have in common. */
#ifndef TEXT_SEARCHKEY_H
#define TEXT_SEARCHKEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * For search and matching only, never shown and never stored instead of the
 * name: NFKC and case folding, katakana as hiragana, variants of a kanji as the
 * usual one, ヶ (and ケ, カ or ガ between two kanji) as が; without spaces,
 * hyphens, long marks, middle dots and variation selectors. Two spellings of
 * one name have the same key; two names may have it too.
 */
const char *text_key(struct ctx *cx, const char *s);

/* A LIKE pattern for what was typed, in which every sign of the pattern
 * language means itself: what begins so, or has it anywhere; "" if its key is
 * empty. */
const char *text_key_like(struct ctx *cx, const char *typed, bool anywhere);

/* The usual form of a kanji; cp itself if it has no other. */
uint32_t kanji_usual(uint32_t cp);

#endif
