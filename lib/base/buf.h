/* buf.h - a text that grows. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

#include "base/ctx.h"

/* text is always terminated; "" at the start, never NULL. */
struct buf {
	struct ctx *cx;
	char *text;
	size_t n, room;
};

void buf_init(struct buf *b, struct ctx *cx);
/* Room for so many bytes more, when they are known. */
void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, const char *s);
void buf_add_n(struct buf *b, const char *s, size_t n);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
/* Empty again; the room stays. */
void buf_clear(struct buf *b);

#endif
