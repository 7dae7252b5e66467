/* pour.c - texts between the pieces of a page, escaped. */
#include "web/pour.h"

#include <string.h>

#define TEXTS 64

/* A list of options without a chosen one, and where each of them ends. */
struct option_text {
	struct ctx *cx;
	struct row *const *list; /* NULL: none */
	const char *key;	 /* of what was poured */
	struct buf text;
	size_t *ends;
};

struct option_texts {
	struct ctx *cx;
	struct option_text list[TEXTS];
	size_t next; /* to be given up */
};

struct option_texts *option_texts_new(struct ctx *cx)
{
	struct option_texts *all = mem_zero(cx, sizeof(*all));

	all->cx = cx;
	return all;
}

/* What ClearSilver makes of these; it leaves out a return. */
static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return "";
	}
}

/* What ends a text, or a part of it that stands in a page as it is. Most texts
 * are short: strcspn() would take longer to begin. */
static size_t plain_length(const char *text)
{
	static const bool ends[256] = {
		['\0'] = true, ['&'] = true,  ['<'] = true,  ['>'] = true,
		['"'] = true,  ['\''] = true, ['\r'] = true,
	};
	size_t n = 0;

	while (!ends[(unsigned char)text[n]])
		n++;
	return n;
}

void pour_escaped(struct buf *out, const char *text)
{
	for (;;) {
		size_t n = plain_length(text);

		buf_add_n(out, text, n);
		if (text[n] == '\0')
			return;
		buf_add(out, entity(text[n]));
		text += n + 1;
	}
}

/* What a piece of a row or of an option stands in. */
struct place {
	struct option_texts *options;
	const char *const *values, *const *local;
	const struct poured_list *lists;
};

static void pour_pieces(const struct cast *c, const struct place *p,
			struct buf *out);

static struct option_text *find_text(struct option_texts *all,
				     const struct rows *rows)
{
	for (size_t i = 0; i < TEXTS; i++)
		if (all->list[i].list == rows->list)
			return &all->list[i];
	return &all->list[all->next++ % TEXTS];
}

static void pour_option(const struct cast *c, const struct row *row,
			const struct place *p, struct buf *out)
{
	const char *local[] = { row_text(row, "value"),
				row_text(row, "label") };
	struct place at = *p;

	at.local = local;
	pour_pieces(c, &at, out);
}

static void pour_all_options(struct option_texts *all, struct option_text *t,
			     const struct poured_list *l, const struct place *p)
{
	if (t->cx)
		ctx_end(t->cx);
	t->cx = ctx_new(all->cx);
	t->list = l->options->list;
	t->key = l->key ? mem_text(t->cx, l->key) : NULL;
	buf_init(&t->text, t->cx);
	t->ends = mem_array(t->cx, l->options->n, sizeof(*t->ends));
	for (size_t i = 0; i < l->options->n; i++) {
		pour_option(l->plain, l->options->list[i], p, &t->text);
		t->ends[i] = t->text.n;
	}
}

static size_t find_chosen(const struct poured_list *l)
{
	size_t i = 0;

	while (l->value && i < l->options->n &&
	       strcmp(row_text(l->options->list[i], "value"), l->value) != 0)
		i++;
	return l->value ? i : l->options->n;
}

static void pour_options(const struct poured_list *l, const struct place *p,
			 struct buf *out)
{
	struct option_text *t = find_text(p->options, l->options);
	size_t chosen = find_chosen(l), begins;

	if (t->list != l->options->list || !t->key || !l->key ||
	    strcmp(t->key, l->key) != 0)
		pour_all_options(p->options, t, l, p);
	if (chosen == l->options->n) {
		buf_add_n(out, t->text.text, t->text.n);
		return;
	}
	begins = chosen ? t->ends[chosen - 1] : 0;
	buf_add_n(out, t->text.text, begins);
	pour_option(l->chosen, l->options->list[chosen], p, out);
	buf_add_n(out, t->text.text + t->ends[chosen],
		  t->text.n - t->ends[chosen]);
}

static void pour_rows(const struct poured_list *l, const struct place *p,
		      struct buf *out)
{
	struct place at = *p;

	for (size_t i = 0; i < l->n; i++) {
		at.local = l->rows[i].values;
		pour_pieces(l->rows[i].cast, &at, out);
	}
}

static void pour_pieces(const struct cast *c, const struct place *p,
			struct buf *out)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct piece *one = &c->pieces[i];

		switch (one->kind) {
		case PIECE_TEXT:
			buf_add_n(out, c->text + one->at, one->n);
			break;
		case PIECE_VALUE:
			pour_escaped(out, p->values[one->n]);
			break;
		case PIECE_LOCAL:
			pour_escaped(out, p->local[one->n]);
			break;
		case PIECE_LIST:
			if (p->lists[one->n].options)
				pour_options(&p->lists[one->n], p, out);
			else
				pour_rows(&p->lists[one->n], p, out);
			break;
		}
	}
}

void pour(struct option_texts *options, const struct cast *page,
	  const char *const *values, const struct poured_list *lists,
	  struct buf *out)
{
	const struct place p = { options, values, values, lists };

	pour_pieces(page, &p, out);
}
