/* buf.c - a text that grows. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void buf_reserve(struct buf *b, size_t more)
{
	size_t need = b->n + more + 1, room = b->room;

	if (need <= room)
		return;
	while (room < need)
		room = room < 64 ? 128 : 2 * room;
	b->text = mem_grow(b->cx, b->room ? b->text : NULL, room, 1);
	b->room = room;
}

void buf_init(struct buf *b, struct ctx *cx)
{
	*b = (struct buf) { .cx = cx };
	buf_reserve(b, 0);
	b->text[0] = '\0';
}

void buf_add_n(struct buf *b, const char *s, size_t n)
{
	buf_reserve(b, n);
	memcpy(b->text + b->n, s, n);
	b->n += n;
	b->text[b->n] = '\0';
}

void buf_add(struct buf *b, const char *s)
{
	buf_add_n(b, s, strlen(s));
}

void buf_char(struct buf *b, char c)
{
	buf_add_n(b, &c, 1);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(b->text + b->n, b->room - b->n, fmt, ap);
	va_end(ap);
	if (n < 0)
		BUG("buf_printf: bad format");
	if ((size_t)n >= b->room - b->n) {
		buf_reserve(b, (size_t)n);
		(void)vsnprintf(b->text + b->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	b->n += (size_t)n;
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->text[0] = '\0';
}
