/* test_form.h - a form with a field of every kind, and input out of a text. */
#ifndef TEST_FORM_H
#define TEST_FORM_H

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "form/shape.h"

/* What somebody typed: "name=a|at.zip=1008916|line.0.own=3". */
struct typed {
	struct ctx *cx;
	const char *text;
};

/* Where the value of a place begins, or NULL. */
static inline const char *typed_find(const struct typed *t, const char *place)
{
	size_t n = strlen(place);
	const char *p = t->text;

	while (p && *p) {
		if (strncmp(p, place, n) == 0 && p[n] == '=')
			return p + n + 1;
		p = strchr(p, '|');
		p += p ? 1 : 0;
	}
	return NULL;
}

static inline const char *typed_get(void *arg, const char *place)
{
	const struct typed *t = arg;
	const char *at = typed_find(t, place);

	return at ? mem_text_n(t->cx, at, strcspn(at, "|")) : NULL;
}

/* The highest number behind the place, and one. */
static inline size_t typed_rows(void *arg, const char *place)
{
	const struct typed *t = arg;
	const char *p = t->text;
	size_t n = strlen(place), most = 0;

	while (p && *p) {
		if (strncmp(p, place, n) == 0 && p[n] == '.' &&
		    strspn(p + n + 1, "0123456789")) {
			size_t i = strtoul(p + n + 1, NULL, 10) + 1;

			most = i > most ? i : most;
		}
		p = strchr(p, '|');
		p += p ? 1 : 0;
	}
	return most;
}

static inline struct input typed_input(struct typed *t)
{
	return (struct input) { .get = typed_get,
				.rows = typed_rows,
				.arg = t };
}

/* "at.zip zip, name empty": every problem in the order it was found. */
static inline const char *problems_text(struct ctx *cx,
					const struct problems *p)
{
	struct buf b;

	buf_init(&b, cx);
	for (size_t i = 0; i < p->n; i++)
		buf_printf(&b, "%s%s %s", i ? ", " : "", p->list[i].place,
			   p->list[i].what.key);
	return b.text;
}

/* "max=20 now=21": what a message can say. */
static inline const char *args_text(struct ctx *cx, const struct report *r)
{
	struct buf b;

	buf_init(&b, cx);
	for (size_t i = 0; i < r->nargs; i++)
		buf_printf(&b, "%s%s=%s", i ? " " : "", r->args[i].name,
			   r->args[i].text);
	return b.text;
}

static inline void show_shape(struct ctx *cx, const struct shape *shape,
			      const char *prefix, const void *row,
			      struct buf *to)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const void *rows;
		const char *text;

		if (s->field->kind == &kind_part)
			continue;
		if (s->field->kind == &kind_rows) {
			size_t n = slot_rows(s, row, &rows);

			for (size_t k = 0; k < n; k++)
				show_shape(cx, s->rows,
					   mem_printf(cx, "%s%s.%zu.", prefix,
						      s->place, k),
					   (const char *)rows +
						   k * s->field->form->row_size,
					   to);
			continue;
		}
		text = s->field->kind->show(cx, s->field, slot_value(s, row));
		if (*text)
			buf_printf(to, "%s%s%s=%s", to->n ? "|" : "", prefix,
				   s->place, text);
	}
}

/* The row as it would be shown, in the order of the table; what is missing is
 * left out. */
static inline const char *row_shown(struct ctx *cx, const struct form *form,
				    const void *row)
{
	struct buf b;

	buf_init(&b, cx);
	show_shape(cx, shape_of(cx, form), "", row, &b);
	return b.text;
}

#endif
