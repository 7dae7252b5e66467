/* describe.c - a screen as text, from which tests derive. */
#include "web/describe.h"

#include <stdio.h>
#include <string.h>

#include "account/rights.h"
#include "form/shape.h"

static const char *need(const struct field *f)
{
	if (f->flags & F_REQUIRED)
		return "required";
	return f->flags & F_HIDDEN ? "hidden" : "optional";
}

static void print_shape(struct ctx *cx, const struct shape *shape,
			const char *prefix)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		(void)printf("field %s%s %s %s %lld %lld%s\n", prefix, s->place,
			     s->field->kind->name, need(s->field),
			     (long long)s->field->min, (long long)s->field->max,
			     s->field->when ? " when" : "");
		if (s->rows)
			print_shape(
				cx, s->rows,
				mem_printf(cx, "%s%s.0.", prefix, s->place));
	}
}

void describe(const struct screen *screen, const char *name)
{
	struct ctx *cx = ctx_new(NULL);

	(void)printf("screen %s\n", name);
	for (size_t i = 0; i < screen->nacts; i++)
		(void)printf("act %s\n", screen->acts[i].name);
	if (screen->shared)
		(void)printf("shared %d\n", screen->shared);
	if (screen->upload)
		(void)printf("upload %lld\n", (long long)screen->upload);
	for (size_t i = 0; i < nrights; i++)
		if (strcmp(rights[i].screen, name) == 0)
			(void)printf("right %s %s %s\n", rights[i].act,
				     rights[i].roles, rights[i].states);
	if (screen->form)
		print_shape(cx, shape_of(cx, screen->form), "");
	ctx_end(cx);
}
