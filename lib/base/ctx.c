/* ctx.c - one piece of work: a thin skin over talloc, its only user. */
#include "base/ctx.h"

#include <malloc.h>
#include <stdarg.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"

static const struct who nobody = { .role = "", .site = "" };

static void *must(void *p)
{
	if (!p)
		BUG("out of memory");
	return p;
}

struct ctx *ctx_new(struct ctx *parent)
{
	struct ctx *cx = must(talloc_zero(parent, struct ctx));

	if (parent) {
		*cx = *parent;
		return cx;
	}
	cx->now = clock_now();
	cx->who = &nobody;
	cx->request = "";
	return cx;
}

/* Beyond it single pieces are taken as ever. */
#define REQUEST_ROOM ((size_t)256 * 1024)

struct ctx *ctx_new_request(struct ctx *parent)
{
	struct ctx *cx = must(
		talloc_pooled_object(parent, struct ctx, 0, REQUEST_ROOM));

	*cx = *parent;
	return cx;
}

void ctx_end(struct ctx *cx)
{
	talloc_free(cx);
}

/* A page of 250 options needs some 600 kB of small pieces: without this they go
 * back to the kernel at the end of each request, and every page of memory is
 * cleared and mapped anew for the next. */
void mem_keep(void)
{
	(void)mallopt(M_TRIM_THRESHOLD, 64 << 20);
	(void)mallopt(M_TOP_PAD, 1 << 20);
	(void)mallopt(M_MMAP_THRESHOLD, 4 << 20);
}

void *mem_zero(struct ctx *cx, size_t size)
{
	return must(talloc_zero_size(cx, size));
}

void *mem_array(struct ctx *cx, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		BUG("array of %zu times %zu bytes", n, size);
	return mem_zero(cx, bytes ? bytes : 1);
}

void *mem_grow(struct ctx *cx, void *old, size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		BUG("array of %zu times %zu bytes", n, size);
	return must(talloc_realloc_size(cx, old, bytes ? bytes : 1));
}

char *mem_text(struct ctx *cx, const char *s)
{
	return must(talloc_strdup(cx, s));
}

char *mem_text_n(struct ctx *cx, const char *s, size_t n)
{
	return must(talloc_strndup(cx, s, n));
}

char *mem_join(struct ctx *cx, const char *a, const char *b, const char *c)
{
	size_t na = strlen(a), nb = strlen(b), nc = strlen(c);
	char *text = must(talloc_size(cx, na + nb + nc + 1));

	memcpy(text, a, na + 1);
	memcpy(text + na, b, nb + 1);
	memcpy(text + na + nb, c, nc + 1);
	return text;
}

char *mem_printf(struct ctx *cx, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = talloc_vasprintf(cx, fmt, ap);
	va_end(ap);
	return must(s);
}

struct at_end {
	void (*fn)(void *);
	void *arg;
};

static int run_at_end(struct at_end *end)
{
	end->fn(end->arg);
	return 0;
}

void mem_at_end(struct ctx *cx, void (*fn)(void *), void *arg)
{
	struct at_end *end = must(talloc(cx, struct at_end));

	*end = (struct at_end) { fn, arg };
	talloc_set_destructor(end, run_at_end);
}
