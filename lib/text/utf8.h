/* utf8.h - code points: check, read, count, cut and clean texts. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/ctx.h"

#define UTF8_BAD 0xFFFDu

/*
 * True if the n bytes are UTF-8 as RFC 3629 has it: no overlong form, no
 * surrogate, nothing above U+10FFFF; and no NUL. The request parser, the CSV
 * and the workbook reader ask once (security IN-10); all others may rely on it.
 */
bool utf8_valid(const char *s, size_t n);

/*
 * The code point at *s, which moves behind it; 0 at the end, where it stays.
 * A byte that is no UTF-8 counts as one UTF8_BAD, so that no text, however
 * broken, is read past its end.
 */
uint32_t utf8_next(const char **s);
void utf8_put(struct buf *b, uint32_t cp);

/* Spaces of any width, also U+3000, no-break and zero-width ones, TAB, CR,
 * LF. */
bool utf8_is_space(uint32_t cp);

/* A sign that chooses the shape of the character before it (a name may need
 * it); it is kept, and not counted. */
bool utf8_is_variation(uint32_t cp);

/* In code points, without variation selectors: what every limit means. */
size_t utf8_length(const char *s);

/* The first max of them; a selector stays with its character. */
const char *utf8_cut(struct ctx *cx, const char *s, size_t max);

/* Without C0 and C1 control characters; keep_lf: a text of several lines,
 * CR LF having become LF. */
const char *utf8_clean(struct ctx *cx, const char *s, bool keep_lf);

/* Without the spaces at both ends. */
const char *utf8_trim(struct ctx *cx, const char *s);

/*
 * The first code point that others could not read: private use (外字),
 * U+FFFD, no character at all, or a mark that turns the direction of writing
 * and so can show another text than the one that is stored. 0: none.
 */
uint32_t utf8_unusable(const char *s);

#endif
