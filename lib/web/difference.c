/* difference.c - what is different between two rows, for a page. */
#include "form/shape.h"
#include "web/serving.h"

struct telling {
	struct req *rq;
	const char *name;
	const struct form *form;
	const struct shape *shape;
	const void *was, *now; /* the rows */
	size_t n;
	enum status st;
};

static enum status put_side(const struct telling *t, const struct slot *s,
			    const char *side, const void *row)
{
	const char *text = "";

	if (row)
		TRY(reading_text(t->rq, t->form, s, row, &text));
	page_item(t->rq, t->name, t->n, side, text);
	return ST_OK;
}

/* Rows below a row are rows of another form: who wants them compared says
 * which belongs to which, and asks for each pair. */
static void tell(void *arg, const struct slot *s, const char *place,
		 const void *was, const void *now)
{
	struct telling *t = arg;

	(void)was, (void)now;
	if (t->st != ST_OK || s < t->shape->list ||
	    s >= t->shape->list + t->shape->n)
		return;
	page_item(t->rq, t->name, t->n, "label",
		  label_of(t->rq, t->form, place));
	page_item(t->rq, t->name, t->n, "place", place);
	t->st = put_side(t, s, "was", t->was);
	if (t->st == ST_OK)
		t->st = put_side(t, s, "now", t->now);
	t->n++;
}

enum status page_difference(struct req *rq, const char *name,
			    const struct form *form, const void *was,
			    const void *now, size_t *n)
{
	const struct shape *shape = shape_of(rq->cx, form);
	struct telling t = { rq, name, form, shape, was, now, 0, ST_OK };

	shape_compare(rq->cx, shape, was, now, tell, &t);
	*n = t.n;
	return t.st;
}
