/* wide.h - half width to full width and back. */
#ifndef TEXT_WIDE_H
#define TEXT_WIDE_H

#include <stdint.h>

#include "base/ctx.h"

/*
 * Widens ASCII (letters, digits, signs, the space) and the half-width kana
 * U+FF61-FF9F; a half-width voice mark joins the half-width kana before it.
 * Nothing else is touched: names are never normalised, since even NFC changes
 * some of their characters (design: ui §6).
 */
const char *text_wide(struct ctx *cx, const char *s);

/* Full-width ASCII and U+3000 to half width, and nothing else. */
const char *text_narrow(struct ctx *cx, const char *s);

/* Like utf8_next(), but a half-width kana comes wide, and with its mark. */
uint32_t wide_next(const char **s);

/* A kana with the mark U+3099 (voiced) or U+309A (half voiced) on it; 0 if
 * there is no such kana. */
uint32_t wide_voiced(uint32_t kana, uint32_t mark);

#endif
