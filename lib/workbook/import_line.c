/* import_line.c - a row of the sheet as a line of an office. */
#include <string.h>

#include "text/searchkey.h"
#include "text/utf8.h"
#include "workbook/importing.h"

#define ZIP_DIGITS 7

/* --- texts --------------------------------------------------------------- */

static void need_line(struct group *g)
{
	if (g->n < g->room)
		return;
	g->room = g->room ? 4 * g->room : 1;
	g->lines = mem_grow(g->cx, g->lines, g->room, sizeof(*g->lines));
}

struct group *group_new(struct ctx *cx)
{
	struct group *g = mem_zero(cx, sizeof(*g));

	g->cx = cx;
	buf_init(&g->texts, cx);
	need_line(g);
	group_clear(g);
	return g;
}

void group_clear(struct group *g)
{
	buf_clear(&g->texts);
	buf_add_n(&g->texts, "", 1); /* so that no text is at 0 */
	g->n = 0;
	g->nbusiness = 0;
	g->repaired = false;
	g->key = 0;
}

const char *group_text(const struct group *g, uint32_t at)
{
	return g->texts.text + at;
}

static uint32_t put_text(struct group *g, const char *s)
{
	uint32_t at = (uint32_t)g->texts.n;

	if (*s == '\0')
		return 0;
	buf_add_n(&g->texts, s, strlen(s) + 1);
	return at;
}

static bool says_anything(const struct line *l, size_t column)
{
	return l->raw[column] || l->wrong[column];
}

void group_settle(struct group *g)
{
	memset(g->from, 0, sizeof(g->from));
	for (size_t c = 0; g->n > 1 && c < WORKBOOK_CELLS; c++)
		for (size_t i = 0; i < g->n; i++)
			if (says_anything(&g->lines[i], c)) {
				g->from[c] = (unsigned char)i;
				break;
			}
}

const char *group_meant(const struct group *g, int column)
{
	if (column < 0)
		return "";
	return group_text(g, g->lines[g->from[column]].meant[column]);
}

/* --- cells --------------------------------------------------------------- */

/* A number has lost its leading zeros: 600001 is 0600001, 312345678 was
 * 03-1234-5678. Where the length is not fixed nothing is added. */
static const char *with_zeros(const struct field *f, const char *text,
			      char *room, size_t size)
{
	size_t n = strlen(text), zeros = 0;

	if (strspn(text, "0123456789") != n)
		return text;
	if (f->kind == &kind_zip && n < ZIP_DIGITS && n >= ZIP_DIGITS - 2)
		zeros = ZIP_DIGITS - n;
	else if (f->kind == &kind_tel && *text != '0' && (n == 9 || n == 10))
		zeros = 1;
	if (!zeros || zeros + n >= size)
		return text;
	memset(room, '0', zeros);
	memcpy(room + zeros, text, n + 1);
	return room;
}

/* The one label that is spelled so, or begins so; none of several. */
static const char *code_of_key(const struct column_use *use,
			       const char *const *codes, const char *key)
{
	const char *found = NULL;
	size_t n = 0;

	for (size_t i = 0; codes[i]; i++) {
		if (strcmp(use->keys[i], key) == 0)
			return codes[i];
		if (*key && strncmp(use->keys[i], key, strlen(key)) == 0) {
			found = codes[i];
			n++;
		}
	}
	return n == 1 ? found : NULL;
}

/* Codes that the message file names: the label as well, however spelled. */
static const char *code_of(const struct import *in, size_t column,
			   const char *text)
{
	const struct column_use *use = &in->use[column];
	const char *const *codes = in->w->columns[column].slot->field->choices;
	struct ctx *turn;
	const char *found;

	for (size_t i = 0; codes[i]; i++)
		if (strcmp(use->labels[i], text) == 0 ||
		    strcmp(codes[i], text) == 0)
			return codes[i];
	turn = ctx_new(in->cx);
	found = code_of_key(use, codes, text_key(turn, text));
	ctx_end(turn);
	return found ? found : text;
}

static bool is_blank(const char *text)
{
	const char *at = text;

	while (*at)
		if (!utf8_is_space(utf8_next(&at)))
			return false;
	return true;
}

static bool is_no_text(enum cell_kind kind, const struct field *f)
{
	if (kind == CELL_DATE)
		return f->kind != &kind_date;
	return kind == CELL_BOOL || kind == CELL_ERROR || kind == CELL_UNSAVED;
}

static void take_cell(const struct import *in, struct group *g, size_t column,
		      enum cell_kind kind, const char *text)
{
	const struct slot *s = in->w->columns[column].slot;
	struct line *l = &g->lines[0];
	const char *meant = text;
	char room[32];

	if (is_no_text(kind, s->field)) {
		l->wrong[column] = (unsigned char)kind;
		l->raw[column] = put_text(g, text);
		l->meant[column] = 0;
		return;
	}
	if (is_blank(text))
		return;
	l->raw[column] = put_text(g, text);
	if (kind == CELL_NUMBER)
		meant = with_zeros(s->field, text, room, sizeof(room));
	l->repaired[column] = meant != text;
	g->repaired |= l->repaired[column];
	if (s->field->choices)
		meant = code_of(in, column, text);
	l->meant[column] = meant == text ? l->raw[column] : put_text(g, meant);
}

/* What was typed on the screen stands in for the cell, also for a column that
 * the file does not have. */
static void take_fixes(struct import *in, struct group *g, int64_t row)
{
	const struct import_fixes *fixes = in->job->fixes;

	while (fixes && in->next_fix < fixes->n &&
	       fixes->list[in->next_fix].row < row)
		in->next_fix++;
	while (fixes && in->next_fix < fixes->n &&
	       fixes->list[in->next_fix].row == row) {
		const struct import_fix *fix = &fixes->list[in->next_fix++];
		const struct workbook_column *c = workbook_find(in->w,
								fix->place);
		size_t column;

		if (!c)
			continue;
		column = (size_t)(c - in->w->columns);
		g->lines[0].raw[column] = 0;
		g->lines[0].meant[column] = 0;
		g->lines[0].wrong[column] = 0;
		g->lines[0].repaired[column] = false;
		take_cell(in, g, column, CELL_TEXT, fix->value);
	}
}

static bool has_business(const struct import *in, const struct line *l)
{
	for (size_t i = 0; i < in->w->n; i++)
		if (in->w->columns[i].business && says_anything(l, i))
			return true;
	return false;
}

bool line_read(struct import *in, struct group *g, const struct xlsx_row *row)
{
	struct line *l = &g->lines[0];
	bool any = false;

	group_clear(g);
	memset(l, 0, sizeof(*l));
	l->row = row->number;
	for (size_t i = 0; i < row->n; i++) {
		const struct xlsx_cell *cell = &row->cells[i];
		const struct workbook_column *c = in->map.at[cell->column];

		if (c)
			take_cell(in, g, (size_t)(c - in->w->columns),
				  cell->kind, cell->text);
	}
	take_fixes(in, g, row->number);
	for (size_t i = 0; i < in->w->n && !any; i++)
		any = says_anything(l, i);
	g->n = 1;
	if (has_business(in, l))
		g->business[g->nbusiness++] = 0;
	group_settle(g);
	return any;
}

/* --- which office -------------------------------------------------------- */

/* The next character that is no blank, letters and digits in half width. */
static uint32_t next_loosely(const char **s)
{
	uint32_t cp;

	do
		cp = utf8_next(s);
	while (cp && utf8_is_space(cp));
	return cp >= 0xFF01 && cp <= 0xFF5E ? cp - 0xFEE0 : cp;
}

bool same_loosely(const char *a, const char *b)
{
	uint32_t x, y;

	do {
		x = next_loosely(&a);
		y = next_loosely(&b);
	} while (x == y && x);
	return x == y;
}

bool line_is_example(const struct import *in, const struct group *g)
{
	const char *name = group_meant(g, in->name);
	const char *town = group_meant(g, in->town);
	const struct column_use *n = &in->use[in->name];
	const struct column_use *t = &in->use[in->town];

	if (*name == '\0')
		return false;
	return (same_loosely(name, n->example) &&
		same_loosely(town, t->example)) ||
	       (same_loosely(name, n->example3) &&
		same_loosely(town, t->example3));
}

/* What the office says in a column so far. */
static const char *said(const struct group *g, int column)
{
	const char *text = "";

	for (size_t i = 0; i < g->n && *text == '\0'; i++)
		text = group_text(g, g->lines[i].meant[column]);
	return text;
}

/* Empty cells, on either side, say nothing against it. */
static bool differs(const struct group *g, const struct group *next, int column)
{
	const char *is = group_meant(next, column), *was = said(g, column);

	return *is && *was && !same_loosely(is, was);
}

/* An address without a name is an office whose name was forgotten, even at the
 * address of the one above: it is told, not added to that one. */
static bool lacks_name(const struct import *in, const struct group *next)
{
	if (*group_meant(next, in->name))
		return false;
	for (size_t i = 0; i < in->w->n; i++)
		if (in->use[i].match && *group_meant(next, (int)i))
			return true;
	return false;
}

bool line_continues(const struct import *in, const struct group *g,
		    const struct group *next)
{
	if (g->n == 0)
		return false;
	if (*group_meant(next, in->number))
		return same_loosely(group_meant(next, in->number),
				    said(g, in->number));
	for (size_t i = 0; i < in->w->n; i++) {
		if (!in->use[i].match)
			continue;
		/* Lines above that name no office are not this one's. */
		if (differs(g, next, (int)i) ||
		    (g->key == 0 && *group_meant(next, (int)i)))
			return false;
	}
	return !lacks_name(in, next);
}

static void move_text(struct group *g, const struct group *from, uint32_t *at)
{
	if (*at)
		*at = put_text(g, group_text(from, *at));
}

void line_add(struct group *g, const struct group *next)
{
	struct line *l;

	if (g->n == GROUP_LINES)
		return; /* too many in any case */
	need_line(g);
	l = &g->lines[g->n];
	*l = next->lines[0];
	for (size_t i = 0; i < WORKBOOK_CELLS; i++) {
		bool same = l->meant[i] == l->raw[i];

		move_text(g, next, &l->raw[i]);
		if (same)
			l->meant[i] = l->raw[i];
		else
			move_text(g, next, &l->meant[i]);
	}
	if (next->nbusiness)
		g->business[g->nbusiness++] = g->n;
	g->repaired |= next->repaired;
	g->n++;
}

static void add_loosely(struct buf *b, const char *s)
{
	uint32_t cp;

	while ((cp = next_loosely(&s)))
		utf8_put(b, cp);
	buf_char(b, '\x1f');
}

uint64_t line_key(struct import *in, const struct group *g)
{
	const char *number = group_meant(g, in->number);
	bool any = *number;

	buf_clear(&in->scratch);
	add_loosely(&in->scratch, number);
	for (size_t i = 0; i < in->w->n && *number == '\0'; i++) {
		if (!in->use[i].match)
			continue;
		any = any || *group_meant(g, (int)i);
		add_loosely(&in->scratch, group_meant(g, (int)i));
	}
	return any ? hash_text(&in->hasher, in->scratch.text, in->scratch.n)
		   : 0;
}
