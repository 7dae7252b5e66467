/* formpage.c - a form and its values as the tree that the macros read. */
#include <stdio.h>
#include <string.h>

#include "form/shape.h"
#include "text/jdate.h"
#include "web/serving.h"
#include "web/words.h"

/* One filling: rows below a row have a prefix. */
struct fill {
	struct req *rq;
	const struct form *top;
	struct kept *kept;
	const char *prefix;
	bool reading; /* a check page: texts to read, no controls */
	const char *url;
};

static const char *join(const struct fill *f, const char *place)
{
	return *f->prefix ? mem_join(f->rq->cx, f->prefix, place, "") : place;
}

/* What the control shows: what was typed last, else what is stored. */
static const char *shown(const struct fill *f, const struct slot *s,
			 const void *row, const char *place)
{
	const char *typed = f->kept ? kept_text(f->kept, place) : NULL;

	if (s->field->kind == &kind_password)
		return "";
	if (typed)
		return typed;
	return s->field->kind->show(f->rq->cx, s->field, slot_value(s, row));
}

/*
 * Lists of the master tables are the same for everybody and long: each stands
 * once in the tree of the process, and a field only points at it.
 */
static enum status put_options(const struct fill *f, const struct slot *s,
			       const void *row, struct node *node,
			       const char *chosen)
{
	const struct rows *options;

	if (s->field->choices) {
		node_at(node, "options")->base = words_choices(f->rq, f->top, s,
							       chosen);
		return ST_OK;
	}
	TRY(slot_options(f->rq->cx, s, row, &options));
	if (options && options->n)
		node_options(node, "options", options);
	/* A second detail that the master does not have is not shown. */
	if (s->field->flags & F_IF_ANY) {
		node_put(node, "if_any", "1");
		if (!options || options->n == 0)
			node_put(node, "unasked", "1");
	}
	return ST_OK;
}

static bool is_choice(const struct slot *s)
{
	return s->field->kind == &kind_choice || s->field->kind == &kind_radio;
}

/* The text of a chosen code, for reading. */
static enum status option_text(struct req *rq, const struct form *top,
			       const struct slot *s, const void *row,
			       const char **text)
{
	const struct rows *options;
	const char *code = *text;

	if (s->field->choices && *code) {
		*text = label_text(rq, top, s, code);
		return ST_OK;
	}
	TRY(slot_options(rq->cx, s, row, &options));
	for (size_t i = 0; options && i < options->n; i++)
		if (strcmp(row_text(options->list[i], "value"), code) == 0)
			*text = row_text(options->list[i], "label");
	return ST_OK;
}

/* A value as it is read on a check page: the name of a chosen code, a tick in
 * words. */
static enum status reading_text(struct req *rq, const struct form *top,
				const struct slot *s, const void *row,
				const char **text)
{
	*text = s->field->kind->show(rq->cx, s->field, slot_value(s, row));
	if (is_choice(s))
		return option_text(rq, top, s, row, text);
	if (s->field->kind == &kind_check)
		*text = **text ? label_text(rq, top, s, "ticked") : "";
	return ST_OK;
}

static enum status put_reading(const struct fill *f, const struct slot *s,
			       const void *row, struct node *node,
			       const char *place)
{
	const char *text;

	TRY(reading_text(f->rq, f->top, s, row, &text));
	node_put(node, "show", text);
	if (*f->url)
		node_put(node, "url",
			 mem_printf(f->rq->cx, "%s#%s", f->url, place));
	return ST_OK;
}

/* Three boxes, each with what was typed into it or its share of the date. */
static void put_date(const struct fill *f, const struct slot *s,
		     const void *row, struct node *node, const char *place)
{
	static const char *const parts[] = { "year", "month", "day" };
	int64_t days;
	struct date date = { 0 };
	int *const numbers[] = { &date.year, &date.month, &date.day };

	memcpy(&days, slot_value(s, row), sizeof(days));
	/* Read through numbers. */
	if (days != NO_NUMBER) /* NOLINTNEXTLINE(*-deadcode.DeadStores) */
		date = date_from_days(days);
	for (size_t i = 0; i < COUNT(parts); i++) {
		const char *at = mem_printf(f->rq->cx, "%s.%s", place,
					    parts[i]);
		const char *typed = f->kept ? kept_text(f->kept, at) : NULL;

		if (typed)
			node_pour(node, parts[i], typed);
		else if (days != NO_NUMBER)
			node_pour(node, parts[i],
				  mem_printf(f->rq->cx, "%d", *numbers[i]));
	}
}

/* Does another list of the group hang on this one? Its name, or NULL. */
static const char *dependent(const struct slot *s)
{
	for (size_t i = 0; i < s->form->nfields; i++) {
		const struct query *q = s->form->fields[i].options;

		for (size_t k = 0; q && k < q->nbinds; k++)
			if (strcmp(q->binds[k], s->field->name) == 0)
				return s->form->fields[i].name;
	}
	return NULL;
}

/* Buttons that a field has of its own, and what the script asks for it. */
static void put_help(const struct fill *f, const struct shape *shape,
		     const struct slot *s, const void *row, struct node *node)
{
	struct ctx *cx = f->rq->cx;
	const char *place = join(f, s->place);
	const char *dot = strrchr(place, '.');
	/* "at" of at.zip, and what its neighbours' places begin with. */
	const char *group = dot ? mem_text_n(cx, place, (size_t)(dot - place))
				: "";
	const char *beside = *group ? mem_join(cx, group, ".", "") : "";
	const char *next = is_choice(s) ? dependent(s) : NULL;

	if (s->field->kind == &kind_zip) {
		node_put(node, "act", mem_join(cx, "zip:", group, ""));
		node_put(node, "pick", mem_join(cx, beside, "pick", ""));
		node_put(node, "pick_act", mem_join(cx, "pick:", group, ""));
		node_put(node, "lookup", "/master/lookup");
	}
	if (condition_hangs_on(cx, shape, s, row))
		node_put(node, "act", mem_join(cx, "narrow:", place, ""));
	if (!next)
		return;
	node_put(node, "act", mem_join(cx, "narrow:", beside, next));
	node_put(node, "lookup", "/master/lookup");
	node_put(node, "target", mem_join(cx, beside, next, ""));
}

static enum status put_value(const struct fill *f, const struct shape *shape,
			     const struct slot *s, const void *row,
			     struct node *node)
{
	const char *place = join(f, s->place);
	const char *value;

	node->base = words_of(f->rq, f->top, s, f->reading);
	node_put(node, "name", place);
	node_put(node, "id", place);
	if (f->reading)
		return put_reading(f, s, row, node, place);
	if (s->field->kind == &kind_date) {
		put_date(f, s, row, node, place);
		return ST_OK;
	}
	value = shown(f, s, row, place);
	if (s->field->choices)
		node_put(node, "value", value);
	else
		node_pour(node, "value", value);
	put_help(f, shape, s, row, node);
	if (is_choice(s))
		return put_options(f, s, row, node, value);
	return ST_OK;
}

static enum status put_shape(const struct fill *f, const struct shape *shape,
			     const void *row, struct node *fields);

/* Apart from whether the part that it stands in is asked. */
static bool own_asked(const struct slot *s, const void *row)
{
	return !s->field->when || s->field->when((const char *)row + s->group);
}

/* How many rows the page has: what was typed or stored, at least one. */
static size_t count_rows(const struct fill *f, const char *place, size_t stored)
{
	size_t typed = 0;

	if (f->kept) {
		struct input in = kept_as_input(f->kept);

		typed = in.rows(in.arg, place);
	}
	if (f->reading)
		return stored;
	if (f->kept && typed)
		return typed;
	return stored ? stored : 1;
}

static enum status put_rows(const struct fill *f, const struct slot *s,
			    const void *row, struct node *node)
{
	const char *place = join(f, s->place);
	const struct form *form = s->field->form;
	const void *rows;
	size_t stored = slot_rows(s, row, &rows);
	size_t n = count_rows(f, place, stored);
	const void *empty = form_row(f->rq->cx, form);

	node->base = words_of(f->rq, f->top, s, f->reading);
	node_put(node, "name", place);
	node_put(node, "id", place);
	for (size_t i = 0; i < n; i++) {
		struct fill below = *f;
		struct node *one = node_item(node, "rows", i);
		const void *at = i < stored ? (const char *)rows +
						      i * form->row_size
					    : empty;

		below.prefix = mem_printf(f->rq->cx, "%s.%zu.", place, i);
		node_number(one, "index", (int64_t)i);
		node_number(one, "number", (int64_t)i + 1);
		node_put(one, "prefix", below.prefix);
		if (n > 1)
			node_put(
				one, "drop",
				mem_printf(f->rq->cx, "drop:%s.%zu", place, i));
		TRY(put_shape(&below, s->rows, at, node_at(one, "fields")));
	}
	node_number(node, "count", (int64_t)n);
	if (n < (size_t)s->field->max)
		node_put(node, "add", mem_printf(f->rq->cx, "add:%s", place));
	return ST_OK;
}

/* A page for reading shows what holds; one for typing also what another answer
 * on it would ask for. */
static bool shows(const struct fill *f, const struct shape *shape,
		  const struct slot *s, const void *row)
{
	const char *answers;

	if (f->reading)
		return !(s->field->flags & F_HIDDEN) && slot_asked(s, row);
	if (s->field->flags & F_HIDDEN)
		return !(s->field->flags & F_SERVER) && !s->part &&
		       strcmp(s->place, "id") != 0 &&
		       strcmp(s->place, "revision") != 0;
	return own_asked(s, row) ||
	       condition_of(f->rq->cx, shape, s, row, &answers);
}

/* What the script needs to show and hide it. */
static void put_condition(const struct fill *f, const struct shape *shape,
			  const struct slot *s, const void *row,
			  struct node *node)
{
	const char *answers;
	const struct slot *by = f->reading ? NULL
					   : condition_of(f->rq->cx, shape, s,
							  row, &answers);

	if (by) {
		node_put(node, "when", join(f, by->place));
		node_put(node, "is", answers);
	}
	if (!own_asked(s, row))
		node_put(node, "unasked", "1");
}

static enum status put_shape(const struct fill *f, const struct shape *shape,
			     const void *row, struct node *fields)
{
	struct node **nodes = mem_array(f->rq->cx, shape->n, sizeof(*nodes));

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		struct node *into = s->part ? nodes[s->part - shape->list]
					    : fields;

		/* A part that is not shown takes what is in it along. */
		if (!into || !shows(f, shape, s, row))
			continue;
		if (s->part)
			into = node_at(into, "fields");
		nodes[i] = node_at(into, s->field->name);
		if (s->field->kind == &kind_part) {
			nodes[i]->base = words_of(f->rq, f->top, s, f->reading);
			node_put(nodes[i], "id", join(f, s->place));
		} else if (s->field->kind == &kind_rows)
			TRY(put_rows(f, s, row, nodes[i]));
		else
			TRY(put_value(f, shape, s, row, nodes[i]));
		put_condition(f, shape, s, row, nodes[i]);
	}
	return ST_OK;
}

enum status page_form(struct req *rq, struct node *node,
		      const struct form *form, const void *row,
		      struct kept *kept)
{
	const struct fill f = { rq, form, kept, "", false, "" };

	TRY(put_shape(&f, shape_of(rq->cx, form), row,
		      node_at(node, "fields")));
	if (kept)
		page_problems(rq, form, node, kept);
	return ST_OK;
}

enum status page_check(struct req *rq, const char *name,
		       const struct form *form, const void *row,
		       const char *url)
{
	const struct fill f = { rq, form, NULL, "", true, url };
	struct node *view = node_at(rq->serving->out.root, "View");

	return put_shape(&f, shape_of(rq->cx, form), row,
			 node_at(node_at(view, name), "fields"));
}

/* --- What is different between two rows -------------------------- */

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
