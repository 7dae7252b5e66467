/* workbook_lists.c - all choices of the columns, for the sheet 「一覧」. */
#include <string.h>

#include "workbook/workbook.h"

static void add_item(struct ctx *cx, struct workbook_list *l, const char *code,
		     const char *label, const char *parent)
{
	if (l->n == l->room) {
		l->room = l->room ? 2 * l->room : 64;
		l->codes = mem_grow(cx, l->codes, l->room, sizeof(*l->codes));
		l->labels = mem_grow(cx, l->labels, l->room,
				     sizeof(*l->labels));
		l->parents = mem_grow(cx, l->parents, l->room,
				      sizeof(*l->parents));
	}
	l->codes[l->n] = code;
	l->labels[l->n] = label;
	l->parents[l->n++] = parent;
}

static enum status add_options(struct ctx *cx, struct workbook_list *l,
			       const struct args *args, const char *parent)
{
	const struct rows *options;

	TRY(db_cached(cx, l->field->options, args, &options));
	for (size_t i = 0; i < options->n; i++)
		add_item(cx, l, row_text(options->list[i], "value"),
			 row_text(options->list[i], "label"), parent);
	return ST_OK;
}

static enum status add_dependent(struct ctx *cx, struct workbook_list *l,
				 const char *bind,
				 const struct workbook_list *parent)
{
	for (size_t i = 0; i < parent->n; i++)
		TRY(add_options(cx, l,
				ARGS({ bind, value_text(parent->codes[i]) }),
				parent->labels[i]));
	return ST_OK;
}

const struct workbook_list *workbook_list_of(const struct workbook_lists *l,
					     const struct field *field)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->list[i].field == field)
			return &l->list[i];
	return NULL;
}

/* A list that hangs on another one stands behind it, as its column does. */
static enum status add_list(struct ctx *cx, struct workbook_lists *all,
			    const struct slot *s)
{
	struct workbook_list *l = &all->list[all->n];
	const struct workbook_list *parent;

	l->field = s->field;
	if (s->nbinds == 0) {
		TRY(add_options(cx, l, NULL, ""));
	} else {
		l->parent = s->binds[0].from->field;
		parent = workbook_list_of(all, l->parent);
		if (!parent || s->nbinds > 1)
			BUG("%s hangs on something else", s->place);
		TRY(add_dependent(cx, l, s->binds[0].name, parent));
	}
	all->n++;
	return ST_OK;
}

enum status workbook_lists(struct ctx *cx, const struct workbook *w,
			   struct workbook_lists *lists)
{
	size_t column = 0;

	*lists = (struct workbook_lists) {
		.list = mem_array(cx, w->n, sizeof(*lists->list)),
	};
	for (size_t i = 0; i < w->n; i++) {
		const struct slot *s = w->columns[i].slot;

		/* The addresses of office and institution share theirs. */
		if (s->field->options && !workbook_list_of(lists, s->field))
			TRY(add_list(cx, lists, s));
	}
	for (size_t i = 0; i < lists->n; i++) {
		lists->list[i].column = column;
		column += lists->list[i].parent ? 4 : 3; /* one stays empty */
	}
	return ST_OK;
}
