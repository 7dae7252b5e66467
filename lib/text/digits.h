/* digits.h - numbers as people write them: codes, telephones, quantities. */
#ifndef TEXT_DIGITS_H
#define TEXT_DIGITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * The digits of a code (postal code, corporate number, …) in ASCII. Written in
 * full width or not; hyphens and what looks like one, spaces, brackets and 〒
 * are passed over (design: ui §6). NULL if there is any other character.
 */
const char *text_digits(struct ctx *cx, const char *s);

/* The same, and +81 in front stands for the 0: "+81 (0)3-…" is "03…". */
const char *text_phone(struct ctx *cx, const char *s);

/* 10 or 11 digits that begin with 0, as every Japanese number has them today.
 * Up to 20 are accepted (seed 002); such a number is worth a question. */
bool phone_usual(const char *digits);

/* U+002D and the fifteen or so signs that people take for it (ui §6). */
bool text_is_hyphen(uint32_t cp);

enum number {
	NUMBER_OK,
	NUMBER_EMPTY,
	NUMBER_NONE,	  /* there is something that is no number */
	NUMBER_NOT_WHOLE, /* it has decimals other than zero */
	NUMBER_RANGE,	  /* below min, above max */
};

/*
 * A quantity: full width or not, a sign, commas before groups of three, and one
 * of 人 名 箱 回 本 台 件 behind it. The whole text must be the number
 * (security IN-08). *out is set only with NUMBER_OK.
 */
enum number text_number(const char *s, int64_t min, int64_t max, int64_t *out);

#endif
