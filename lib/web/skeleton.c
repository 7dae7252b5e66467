/* skeleton.c - what two pages must have in common, gathered in one pass. */
#include "web/skeleton.h"

#include <string.h>

#include "web/cast.h"

void skeleton_init(struct skeleton *s, struct ctx *cx)
{
	*s = (struct skeleton) { .nvalues = 0 };
	buf_init(&s->text, cx);
}

static void add_value(struct skeleton *s, const char *value)
{
	if (s->nvalues == s->room) {
		s->room = s->room ? 2 * s->room : 64;
		s->values = mem_grow(s->text.cx, s->values, s->room,
				     sizeof(*s->values));
	}
	s->values[s->nvalues++] = value;
}

static void add_list(struct skeleton *s, const struct node *parent,
		     const struct node *list)
{
	if (s->nlists == s->lists_room) {
		s->lists_room = s->lists_room ? 2 * s->lists_room : 16;
		s->lists = mem_grow(s->text.cx, s->lists, s->lists_room,
				    sizeof(*s->lists));
	}
	s->lists[s->nlists++] = (struct list_in) { list, parent };
}

/* Names and values have no control characters but LF and TAB. */
static void add_word(struct skeleton *s, const char *word, char after)
{
	size_t n = strlen(word);

	/* With its end, which becomes what comes after. */
	buf_add_n(&s->text, word, n + 1);
	s->text.text[s->text.n - 1] = after;
}

static bool is_list(const struct node *node)
{
	return node->kind == NODE_ROWS || node->kind == NODE_OPTIONS;
}

/* What all requests share is known by its place alone. */
static void add_base(struct skeleton *s, const struct node *base)
{
	uintptr_t place = (uintptr_t)base;
	char word[2 * sizeof(place) + 1];
	size_t n = 0;

	for (; place; place >>= 4)
		word[n++] = (char)('A' + (place & 15));
	word[n] = '\0';
	add_word(s, word, '\b');
}

static void read_below(struct skeleton *s, const struct node *node)
{
	bool lists = false;

	if (node->base)
		add_base(s, node->base);
	for (const struct node *c = node->first; c; c = c->next) {
		if (is_list(c)) {
			lists = true;
			continue;
		}
		if (c->kind == NODE_POURED) {
			add_word(s, c->name, '\1');
			add_value(s, c->value);
		} else if (c->value) {
			add_word(s, c->name, '\2');
			add_word(s, c->value, '\3');
		} else {
			add_word(s, c->name, '\4');
		}
		if (!c->first && !c->base)
			continue;
		buf_char(&s->text, '\5');
		read_below(s, c);
		buf_char(&s->text, '\6');
	}
	for (const struct node *c = node->first; lists && c; c = c->next) {
		if (!is_list(c) || c->n == 0)
			continue;
		add_word(s, c->name, c->kind == NODE_ROWS ? '\7' : '\f');
		add_list(s, node, c);
	}
}

void skeleton_read(struct skeleton *s, const char *word,
		   const struct node *node)
{
	buf_clear(&s->text);
	s->nvalues = s->nlists = 0;
	add_word(s, word, '\1');
	read_below(s, node);
}

void skeleton_read_values(struct skeleton *s, const struct node *node)
{
	s->nvalues = 0;
	for (const struct node *c = node->first; c; c = c->next)
		if (c->kind == NODE_POURED)
			add_value(s, c->value);
}

static bool same_cell(const struct node *a, const struct node *b)
{
	if (a->name != b->name || a->first || b->first || a->base || b->base ||
	    is_list(a) || a->kind != b->kind)
		return false;
	return a->kind == NODE_POURED ||
	       (a->value && b->value && strcmp(a->value, b->value) == 0);
}

/* Names of columns of one statement are the same texts in the same place. */
bool skeleton_alike(const struct node *a, const struct node *b)
{
	const struct node *c = a->first, *d = b->first;

	if (a->base || b->base)
		return false;
	for (; c && d; c = c->next, d = d->next)
		if (!same_cell(c, d))
			return false;
	return !c && !d;
}

/* Only to find candidates: what is found is compared byte for byte. */
uint64_t skeleton_hash(const struct buf *text)
{
	uint64_t h = 0x9E3779B97F4A7C15U ^ text->n, word;
	size_t i = 0;

	for (; i + 8 <= text->n; i += 8) {
		memcpy(&word, text->text + i, 8);
		h = (h ^ word) * 0xFF51AFD7ED558CCDU;
		h ^= h >> 32;
	}
	word = 0;
	memcpy(&word, text->text + i, text->n - i);
	h = (h ^ word) * 0xFF51AFD7ED558CCDU;
	return h ^ h >> 29;
}
