/* compare.c - what is different between two rows of the same form. */
#include <string.h>

#include "form/shape.h"

struct compare {
	struct ctx *cx;
	const char *prefix;
	void (*fn)(void *arg, const struct slot *s, const char *place,
		   const void *was, const void *is);
	void *arg;
};

static void compare_shape(const struct compare *c, const struct shape *shape,
			  const void *was, const void *is);

static const void *row_at(const void *rows, size_t n, size_t i, size_t size)
{
	return i < n ? (const char *)rows + i * size : NULL;
}

static void compare_rows(const struct compare *c, const struct slot *s,
			 const void *was, const void *is)
{
	size_t size = s->field->form->row_size;
	const void *old = NULL, *new = NULL;
	size_t nold = was ? slot_rows(s, was, &old) : 0;
	size_t nnew = is ? slot_rows(s, is, &new) : 0;

	for (size_t i = 0; i < nold || i < nnew; i++) {
		struct compare below = *c;

		below.prefix = mem_printf(c->cx, "%s%s.%zu.", c->prefix,
					  s->place, i);
		compare_shape(&below, s->rows, row_at(old, nold, i, size),
			      row_at(new, nnew, i, size));
	}
}

static bool differs(const struct slot *s, const void *was, const void *is)
{
	const struct kind *k = s->field->kind;

	if (!was || !is)
		return !k->missing(slot_value(s, was ? was : is));
	return !k->equal(slot_value(s, was), slot_value(s, is));
}

static void compare_shape(const struct compare *c, const struct shape *shape,
			  const void *was, const void *is)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->kind == &kind_rows) {
			compare_rows(c, s, was, is);
			continue;
		}
		if (!slot_stored(s) || (s->field->flags & F_HIDDEN))
			continue;
		if (differs(s, was, is))
			c->fn(c->arg, s,
			      mem_printf(c->cx, "%s%s", c->prefix, s->place),
			      was ? slot_value(s, was) : NULL,
			      is ? slot_value(s, is) : NULL);
	}
}

void shape_compare(struct ctx *cx, const struct shape *shape, const void *was,
		   const void *is,
		   void (*fn)(void *, const struct slot *, const char *,
			      const void *, const void *),
		   void *arg)
{
	compare_shape(&(struct compare) { cx, "", fn, arg }, shape, was, is);
}
