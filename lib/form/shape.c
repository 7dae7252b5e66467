/* shape.c - a form's table laid flat: parts resolved, names and places made. */
#include "form/shape.h"

#include <string.h>

static size_t count_slots(const struct form *form)
{
	size_t n = form->nfields;

	for (size_t i = 0; i < form->nfields; i++)
		if (form->fields[i].kind == &kind_part)
			n += count_slots(form->fields[i].form);
	return n;
}

/* Where a group stands: its form, names so far, offset, the part's slot. */
struct group {
	const struct form *form;
	const char *place, *bind;
	size_t offset;
	const struct slot *part;
};

static void add_group(struct ctx *cx, struct shape *shape,
		      const struct group *g)
{
	for (size_t i = 0; i < g->form->nfields; i++) {
		const struct field *f = &g->form->fields[i];
		struct slot *s = &shape->list[shape->n++];

		*s = (struct slot) {
			.field = f,
			.form = g->form,
			.place = mem_printf(cx, "%s%s", g->place, f->name),
			.bind = mem_printf(cx, "%s%s", g->bind, f->name),
			.offset = g->offset + f->offset,
			.group = g->offset,
			.part = g->part,
		};
		if (f->kind == &kind_rows)
			s->rows = shape_of(cx, f->form);
		if (f->kind == &kind_part)
			add_group(cx, shape,
				  &(struct group) {
					  f->form,
					  mem_printf(cx, "%s.", s->place),
					  mem_printf(cx, "%s_", s->bind),
					  s->offset,
					  s,
				  });
	}
}

static const struct slot *of_group(const struct shape *shape,
				   const struct slot *s, const char *name)
{
	for (size_t i = 0; i < shape->n; i++)
		if (shape->list[i].part == s->part &&
		    strcmp(shape->list[i].field->name, name) == 0)
			return &shape->list[i];
	return NULL;
}

/* The binds of options are names of the group: :pref is its own pref. */
static void add_binds(struct ctx *cx, const struct shape *shape, struct slot *s)
{
	const struct query *q = s->field->options;
	struct slot_bind *binds;

	if (!q || !q->nbinds)
		return;
	binds = mem_array(cx, q->nbinds, sizeof(*binds));
	for (size_t i = 0; i < q->nbinds; i++) {
		const struct slot *from = of_group(shape, s, q->binds[i]);

		if (from)
			binds[s->nbinds++] = (struct slot_bind) { q->binds[i],
								  from };
	}
	s->binds = binds;
}

static const struct shape *shape_new(struct ctx *cx, const struct form *form)
{
	struct shape *shape = mem_zero(cx, sizeof(*shape));

	shape->form = form;
	shape->list = mem_array(cx, count_slots(form), sizeof(*shape->list));
	add_group(cx, shape, &(struct group) { form, "", "", 0, NULL });
	for (size_t i = 0; i < shape->n; i++)
		add_binds(cx, shape, &shape->list[i]);
	return shape;
}

/* A program knows some ten forms: a list is short enough. */
struct kept_shape {
	const struct shape *shape;
	struct kept_shape *next;
};

struct shapes {
	struct ctx *cx;
	struct kept_shape *list;
};

void shapes_keep(struct ctx *cx)
{
	cx->shapes = mem_zero(cx, sizeof(*cx->shapes));
	cx->shapes->cx = cx;
}

const struct shape *shape_of(struct ctx *cx, const struct form *form)
{
	struct shapes *all = cx->shapes;
	struct kept_shape *k = all ? all->list : NULL;

	if (!all)
		return shape_new(cx, form);
	while (k && k->shape->form != form)
		k = k->next;
	if (!k) {
		k = mem_zero(all->cx, sizeof(*k));
		k->shape = shape_new(all->cx, form);
		k->next = all->list;
		all->list = k;
	}
	return k->shape;
}

bool slot_asked(const struct slot *s, const void *row)
{
	for (; s; s = s->part)
		if (s->field->when &&
		    !s->field->when((const char *)row + s->group))
			return false;
	return true;
}

const void *slot_value(const struct slot *s, const void *row)
{
	return (const char *)row + s->offset;
}

void *slot_member(const struct slot *s, void *row)
{
	return (char *)row + s->offset;
}

size_t slot_rows(const struct slot *s, const void *row, const void **rows)
{
	size_t n;

	memcpy(rows, slot_value(s, row), sizeof(*rows));
	memcpy(&n, (const char *)row + s->group + s->field->count, sizeof(n));
	return n;
}

bool slot_stored(const struct slot *s)
{
	return s->field->kind != &kind_part && s->field->kind != &kind_rows &&
	       !(s->field->flags & F_UNSTORED);
}

enum status slot_options(struct ctx *cx, const struct slot *s, const void *row,
			 const struct rows **options)
{
	struct args args = { .n = s->nbinds };
	struct arg *list;

	*options = NULL;
	if (!s->field->options)
		return ST_OK;
	list = mem_array(cx, s->nbinds, sizeof(*list));
	for (size_t i = 0; i < s->nbinds; i++) {
		const struct slot *from = s->binds[i].from;

		list[i].name = s->binds[i].name;
		list[i].v = from->field->kind->bind(slot_value(from, row));
	}
	args.list = list;
	return db_cached(cx, s->field->options, &args, options);
}

const struct args *shape_args(struct ctx *cx, const struct shape *shape,
			      const void *row, const struct args *extra)
{
	const struct form *form = shape->form;
	struct args *args = mem_zero(cx, sizeof(*args));
	struct arg *list = mem_array(cx, shape->n + FORM_MORE, sizeof(*list));
	size_t n = 0;

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (!slot_stored(s))
			continue;
		list[n].name = s->bind;
		list[n++].v = s->field->kind->bind(slot_value(s, row));
	}
	if (form->more)
		n += form->more(cx, row, list + n);
	*args = (struct args) { .list = list, .n = n, .more = extra };
	return args;
}

const struct args *form_args(struct ctx *cx, const struct form *form,
			     const void *row, const struct args *extra)
{
	return shape_args(cx, shape_of(cx, form), row, extra);
}

static void clear_row(const struct shape *shape, void *row)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->kind->clear)
			s->field->kind->clear(slot_member(s, row));
	}
}

void *shape_row(struct ctx *cx, const struct shape *shape)
{
	void *row = mem_zero(cx, shape->form->row_size);

	clear_row(shape, row);
	return row;
}

void *form_row(struct ctx *cx, const struct form *form)
{
	return shape_row(cx, shape_of(cx, form));
}

void shape_fetch(struct ctx *cx, const struct shape *shape,
		 const struct row *from, void *row)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const struct value *v;

		if (!slot_stored(s))
			continue;
		v = row_value(from, s->bind);
		if (v)
			s->field->kind->fetch(cx, v, slot_member(s, row));
	}
}

void form_fetch(struct ctx *cx, const struct form *form, const struct row *from,
		void *row)
{
	shape_fetch(cx, shape_of(cx, form), from, row);
}
