/* problem.c - the user's mistakes, collected; never a status, never a log. */
#include "form/problem.h"

#include <stdarg.h>
#include <stdio.h>

bool report(struct report *r, const char *key)
{
	r->key = key;
	return false;
}

void report_arg(struct report *r, const char *name, const char *fmt, ...)
{
	char text[256];
	va_list ap;

	if (r->nargs == COUNT(r->args))
		BUG("%s: too many arguments", r->key ? r->key : "report");
	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	r->args[r->nargs].name = name;
	r->args[r->nargs++].text = mem_text(r->cx, text);
}

struct report *problem(struct problems *p, const char *key,
		       const char *place_fmt, ...)
{
	char place[128];
	struct problem *one;
	va_list ap;

	va_start(ap, place_fmt);
	(void)vsnprintf(place, sizeof(place), place_fmt, ap);
	va_end(ap);
	if (p->n == p->room) {
		p->room = p->room ? 2 * p->room : 8;
		p->list = mem_grow(p->cx, p->list, p->room, sizeof(*p->list));
	}
	one = &p->list[p->n++];
	*one = (struct problem) {
		.place = mem_text(p->cx, place),
		.what = { .cx = p->cx, .key = key },
	};
	return &one->what;
}
