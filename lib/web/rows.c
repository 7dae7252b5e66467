/* rows.c - rows of a form as they were posted: one more, one less, blank ones
 * closed up. */
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "web/serving.h"

/* business.2.own: the rest from the second dot on, and the number; NULL: not
 * of these rows. */
static const char *of_rows(const char *name, const char *place, size_t *number)
{
	size_t n = strlen(place);
	char *end;

	if (strncmp(name, place, n) != 0 || name[n] != '.' ||
	    name[n + 1] < '0' || name[n + 1] > '9')
		return NULL;
	*number = (size_t)strtoul(name + n + 1, &end, 10);
	return *end == '.' ? end : NULL;
}

const char *rows_add(struct req *rq, const char *place)
{
	const struct slot *s = slot_at(shape_of(rq->cx, rq->screen->form),
				       place);
	struct input in = pairs_as_input(&rq->http->body);
	const char *first;
	size_t n;

	if (!s || !s->rows || !s->rows->n)
		return NULL;
	n = in.rows(in.arg, place);
	first = mem_printf(rq->cx, "%s.%zu.%s", place, n,
			   s->rows->list[0].place);
	if (n < (size_t)s->field->max)
		posted_set(rq, first, "");
	return first;
}

void rows_drop(struct req *rq, const char *place, size_t gone)
{
	struct http_pairs *body = &rq->http->body;
	size_t kept = 0;

	for (size_t i = 0; i < body->n; i++) {
		struct http_pair *p = &body->list[i];
		size_t number;
		const char *rest = of_rows(p->name, place, &number);

		if (rest && number == gone)
			continue;
		if (rest && number > gone)
			p->name = mem_printf(rq->cx, "%s.%zu%s", place,
					     number - 1, rest);
		body->list[kept++] = *p;
	}
	body->n = kept;
}

/* Nothing was typed or chosen in it; what the page carries hidden is not
 * asked. */
static bool is_blank(struct req *rq, const struct slot *s, size_t row)
{
	const struct http_pairs *body = &rq->http->body;

	for (size_t i = 0; i < body->n; i++) {
		const struct http_pair *p = &body->list[i];
		size_t number;
		const char *rest = of_rows(p->name, s->place, &number);
		const struct slot *below;

		if (!rest || number != row)
			continue;
		below = slot_at(s->rows, rest + 1);
		if (below && !(below->field->flags & F_HIDDEN) &&
		    *utf8_trim(rq->cx, p->value))
			return false;
	}
	return true;
}

void rows_close_up(struct req *rq, const struct form *form)
{
	const struct shape *shape = shape_of(rq->cx, form);
	struct input in = pairs_as_input(&rq->http->body);

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		size_t n = s->rows ? in.rows(in.arg, s->place) : 0;

		for (size_t k = n; k-- > 0 && n > 1;)
			if (is_blank(rq, s, k)) {
				rows_drop(rq, s->place, k);
				n--;
			}
	}
}
