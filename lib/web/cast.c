/* cast.c - a tree as templates see it, with its values or with marks, and the
 * rendered marks cut out again. */
#include "web/cast.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- into the tree of the templates ----------------------------------------
 */

struct filling {
	struct render *render;
	const struct samples *lists; /* NULL: plain */
	size_t value, list;	     /* the next ones */
	bool local;		     /* inside a row */
};

const char *cast_chosen(const struct node *field)
{
	for (const struct node *c = field->first; c; c = c->next)
		if (strcmp(c->name, "value") == 0)
			return c->value && *c->value ? c->value : NULL;
	return NULL;
}

static void set(HDF *to, const char *value)
{
	if (hdf_set_value(to, NULL, value) != STATUS_OK)
		BUG("hdf_set_value");
}

static void set_mark(HDF *to, char kind, size_t n)
{
	char mark[32];

	(void)snprintf(mark, sizeof(mark), "%c%zu\2", kind, n);
	set(to, mark);
}

static void fill(struct filling *f, HDF *to, const struct node *node);

static void fill_value(struct filling *f, HDF *to, const struct node *node)
{
	if (f->lists && node->kind == NODE_POURED)
		set_mark(to, f->local ? '\5' : '\1', f->value++);
	else if (node->value)
		set(to, node->value);
}

/* The row's own value is the mark of its beginning. */
static HDF *begin_sample(HDF *to, size_t list, size_t k)
{
	char number[24], mark[48];
	HDF *one;

	(void)snprintf(number, sizeof(number), "%zu", k);
	(void)snprintf(mark, sizeof(mark), "\3%zu.%zu\2", list, k);
	one = hdf_node(to, number);
	set(one, mark);
	return one;
}

static void fill_samples(struct filling *f, HDF *to)
{
	const struct samples *s = &f->lists[f->list];
	size_t value = f->value;

	f->local = true;
	for (size_t k = 0; k < s->n; k++) {
		f->value = 0;
		fill(f, begin_sample(to, f->list, k), s->rows[k]);
	}
	f->local = false;
	f->value = value;
	set_mark(to, '\4', f->list++);
}

/* The second one has the value of the field, so it is the chosen one. */
static void fill_options(struct filling *f, HDF *to, HDF *field)
{
	const struct samples *s = &f->lists[f->list];

	for (size_t k = 0; k < s->n; k++) {
		HDF *one = begin_sample(to, f->list, k);

		if (k == 0)
			set_mark(hdf_node(one, "value"), '\5', 0);
		else
			set(hdf_node(one, "value"),
			    hdf_get_value(field, "value", ""));
		set_mark(hdf_node(one, "label"), '\5', 1);
	}
	set_mark(to, '\4', f->list++);
}

static void fill_rows(struct filling *f, HDF *to, const struct node *node)
{
	for (size_t i = 0; i < node->n; i++) {
		char number[24];

		(void)snprintf(number, sizeof(number), "%zu", i);
		fill(f, hdf_node(to, number), &node->first[i]);
	}
}

static void fill_list(struct filling *f, HDF *parent, const struct node *node)
{
	bool rows = node->kind == NODE_ROWS;

	if (node->n == 0)
		return;
	if (!f->lists && rows)
		fill_rows(f, hdf_node(parent, node->name), node);
	else if (!f->lists)
		render_options(f->render, parent, node->name, node->options);
	else if (rows)
		fill_samples(f, hdf_node(parent, node->name));
	else
		fill_options(f, hdf_node(parent, node->name), parent);
}

/* Lists come after their brothers: an option needs the mark of its field. */
static void fill(struct filling *f, HDF *to, const struct node *node)
{
	if (node->base)
		fill(f, to, node->base);
	for (const struct node *c = node->first; c; c = c->next) {
		HDF *at;

		if (c->kind == NODE_ROWS || c->kind == NODE_OPTIONS)
			continue;
		at = hdf_node(to, c->name);
		fill_value(f, at, c);
		fill(f, at, c);
	}
	for (const struct node *c = node->first; c; c = c->next)
		if (c->kind == NODE_ROWS || c->kind == NODE_OPTIONS)
			fill_list(f, to, c);
}

void cast_plain(struct render *r, const struct node *root)
{
	struct filling f = { .render = r };

	fill(&f, render_hdf(r), root);
}

void cast_marked(struct render *r, const struct node *root,
		 const struct samples *lists)
{
	struct filling f = { .render = r, .lists = lists };

	fill(&f, render_hdf(r), root);
}

void cast_clear(struct render *r, const struct node *root)
{
	for (const struct node *c = root->first; c; c = c->next)
		(void)hdf_remove_tree(render_hdf(r), c->name);
}

const char *cast_key(struct ctx *cx, const struct cast *c)
{
	struct buf key;

	buf_init(&key, cx);
	for (size_t i = 0; i < c->n; i++) {
		const struct piece *one = &c->pieces[i];

		if (one->kind == PIECE_VALUE)
			return NULL;
		if (one->kind == PIECE_TEXT)
			buf_add_n(&key, c->text + one->at, one->n);
		else
			buf_printf(&key, "\5%zu\2", one->n);
	}
	return key.text;
}

/* --- out of the rendered text ----------------------------------------------
 */

struct cutting {
	struct ctx *cx;
	struct cast *page, *into;
	struct samples *lists;
	size_t nlists, nvalues;
	size_t list; /* that into is a sample of */
};

static struct piece *add(struct cutting *c)
{
	struct cast *to = c->into;

	if (to->n == to->room) {
		to->room = to->room ? 2 * to->room : 16;
		to->pieces = mem_grow(c->cx, to->pieces, to->room,
				      sizeof(*to->pieces));
	}
	return &to->pieces[to->n++];
}

static void add_text(struct cutting *c, const char *from, const char *to)
{
	if (from != to)
		*add(c) = (struct piece) {
			PIECE_TEXT,
			(size_t)(from - c->page->text),
			(size_t)(to - from),
		};
}

static bool begin(struct cutting *c, size_t list, size_t k)
{
	if (list >= c->nlists || k >= c->lists[list].n ||
	    (c->into != c->page && c->list != list) ||
	    c->lists[list].casts[k].n)
		return false;
	c->list = list;
	c->into = &c->lists[list].casts[k];
	c->into->text = c->page->text;
	return true;
}

static bool end(struct cutting *c, size_t list)
{
	if (list >= c->nlists || c->lists[list].shown)
		return false;
	for (size_t k = 0; k < c->lists[list].n; k++)
		if (c->lists[list].casts[k].n == 0)
			return false;
	c->into = c->page;
	c->lists[list].shown = true;
	*add(c) = (struct piece) { PIECE_LIST, 0, list };
	return true;
}

/* What a mark says; NULL if it says nothing sensible, else where it ends. */
static const char *take_mark(struct cutting *c, const char *at)
{
	char *stop;
	char kind = *at;
	size_t n, k = 0;
	bool good = true;

	n = (size_t)strtoul(at + 1, &stop, 10);
	if (kind == '\3' && *stop == '.')
		k = (size_t)strtoul(stop + 1, &stop, 10);
	if (*stop != '\2')
		return NULL;
	if (kind == '\3')
		good = begin(c, n, k);
	else if (kind == '\4')
		good = end(c, n);
	else if (kind == '\1' && n < c->nvalues)
		*add(c) = (struct piece) { PIECE_VALUE, 0, n };
	else if (kind == '\5' && c->into != c->page)
		*add(c) = (struct piece) { PIECE_LOCAL, 0, n };
	else
		good = false;
	return good ? stop + 1 : NULL;
}

bool cast_cut(struct ctx *cx, const struct buf *text, size_t nvalues,
	      struct cast *page, struct samples *lists, size_t nlists)
{
	struct cutting c = { cx, page, page, lists, nlists, nvalues, 0 };
	const char *at = text->text;

	page->text = at;
	for (;;) {
		const char *mark = at + strcspn(at, "\1\2\3\4\5");

		add_text(&c, at, mark);
		if (*mark == '\0')
			return c.into == page;
		at = take_mark(&c, mark);
		if (!at)
			return false;
	}
}
