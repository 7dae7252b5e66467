/* problem.h - the user's mistakes, collected; never a status, never a log. */
#ifndef FORM_PROBLEM_H
#define FORM_PROBLEM_H

#include <stdbool.h>

#include "base/ctx.h"

struct slot;

/* A value that the message has in braces: {now}. */
struct problem_arg {
	const char *name, *text;
};

/* What a kind says about a value that it cannot take. */
struct report {
	struct ctx *cx;
	const char *key; /* message problem.KEY */
	struct problem_arg args[4];
	size_t nargs;
};

struct problem {
	const char *place; /* at.zip, business.0.own; "" for the whole */
	struct report what;
};

struct problems {
	struct ctx *cx;
	struct problem *list;
	size_t n, room;
	/* Told when a text was tidied before it was stored; or NULL. row: of
	 * the rows that the slot belongs to. */
	void (*tidied)(void *arg, const struct slot *s, size_t row,
		       const char *raw, const char *stored);
	void *arg;
};

/* Always false, so that a kind can say: return report(wrong, "digits"); */
bool report(struct report *r, const char *key);
void report_arg(struct report *r, const char *name, const char *fmt, ...)
	PRINTF(3, 4);

/* Adds a problem; the caller may add arguments to what it returns. */
struct report *problem(struct problems *p, const char *key,
		       const char *place_fmt, ...) PRINTF(3, 4);

/* What the user should be asked or told, with their own calls in lib/web; a
 * problem is the only thing that stops a save. */

#endif
