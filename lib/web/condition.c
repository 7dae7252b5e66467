/*
 * condition.c - which answer makes a field asked: found out by trying.
 *
 * A table says when a field is asked by a function, which a script cannot
 * call. So the page is told which answers of which control make it true, and
 * shows and hides the field without asking the server.
 */
#include <string.h>

#include "base/buf.h"
#include "web/serving.h"

static const char *const ticked[] = { "1", NULL };

/* The answers that a control can give, beside none; NULL if it is another kind
 * of control, or one that the page does not show. */
static const char *const *answers_of(const struct slot *c, const void *row)
{
	if ((c->field->flags & F_HIDDEN) || !slot_asked(c, row))
		return NULL;
	if (c->field->kind == &kind_check)
		return ticked;
	return c->field->kind == &kind_radio ? c->field->choices : NULL;
}

static bool asked_with(struct ctx *cx, const struct slot *s,
		       const struct slot *c, const void *row,
		       const char *answer)
{
	char *group = mem_zero(cx, s->form->row_size);
	char *to = group + c->field->offset;
	struct report unseen = { .cx = cx };

	memcpy(group, (const char *)row + s->group, s->form->row_size);
	c->field->kind->clear(to);
	if (*answer)
		(void)c->field->kind->clean(cx, c->field, answer, to, &unseen);
	return s->field->when(group);
}

/* The answers of c with which s is asked; NULL if they make no difference. */
static const char *answers_for(struct ctx *cx, const struct slot *s,
			       const struct slot *c, const void *row)
{
	const char *const *answers = answers_of(c, row);
	bool without;
	bool differs = false;
	struct buf list;

	if (c == s || c->part != s->part || !answers)
		return NULL;
	without = asked_with(cx, s, c, row, "");
	buf_init(&list, cx);
	for (; *answers; answers++) {
		bool with = asked_with(cx, s, c, row, *answers);

		differs = differs || with != without;
		if (with) {
			buf_add(&list, list.n ? " " : "");
			buf_add(&list, *answers);
		}
	}
	return differs ? list.text : NULL;
}

const struct slot *condition_of(struct ctx *cx, const struct shape *shape,
				const struct slot *s, const void *row,
				const char **answers)
{
	for (size_t i = 0; s->field->when && i < shape->n; i++) {
		*answers = answers_for(cx, s, &shape->list[i], row);
		if (*answers)
			return &shape->list[i];
	}
	return NULL;
}

bool condition_hangs_on(struct ctx *cx, const struct shape *shape,
			const struct slot *c, const void *row)
{
	for (size_t i = 0; i < shape->n; i++)
		if (shape->list[i].field->when &&
		    answers_for(cx, &shape->list[i], c, row))
			return true;
	return false;
}
