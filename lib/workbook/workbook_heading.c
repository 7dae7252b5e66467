/* workbook_heading.c - which column of a sheet is which of ours. */
#include <string.h>

#include "base/buf.h"
#include "text/searchkey.h"
#include "text/utf8.h"
#include "workbook/workbook.h"

/* So many of ours make a row of headings: three words of a title do not. */
#define ENOUGH 4

/* Marks that mean "required". */
static bool is_mark(uint32_t cp)
{
	return cp == 0x203B || cp == '*' || cp == 0xFF0A;
}

const char *heading_key(struct ctx *cx, const char *text)
{
	struct buf plain;
	uint32_t cp;

	buf_init(&plain, cx);
	while ((cp = utf8_next(&text)))
		if (!is_mark(cp))
			utf8_put(&plain, cp);
	return text_key(cx, plain.text);
}

/* "事業所名" of "事業所名(ふりがな)"; a key has its brackets in half width. */
const char *heading_plain(struct ctx *cx, const char *key)
{
	struct buf out;
	int depth = 0;

	buf_init(&out, cx);
	for (; *key; key++) {
		depth += *key == '(';
		if (depth == 0)
			buf_char(&out, *key);
		depth -= *key == ')' && depth > 0;
	}
	return out.text;
}

/* One row that is tried. */
struct trial {
	const struct workbook *w;
	const struct xlsx_row *row;
	const char *keys[WORKBOOK_CELLS], *plain[WORKBOOK_CELLS];
	bool used[WORKBOOK_CELLS]; /* columns of ours */
	struct workbook_map *map;
};

static void take(struct trial *t, size_t cell, size_t column)
{
	t->map->at[t->row->cells[cell].column] = &t->w->columns[column];
	t->map->known++;
	t->used[column] = true;
}

static bool is_named(const struct workbook_column *c, const char *key)
{
	for (size_t i = 0; i < c->nkeys; i++)
		if (strcmp(c->keys[i], key) == 0)
			return true;
	return false;
}

static void match_named(struct trial *t)
{
	for (size_t i = 0; i < t->row->n; i++)
		for (size_t k = 0; k < t->w->n; k++)
			if (!t->used[k] &&
			    is_named(&t->w->columns[k], t->keys[i])) {
				take(t, i, k);
				break;
			}
}

/* What stands in brackets may be a hint of ours or of others. */
static bool is_alike(const struct trial *t, size_t cell, size_t column)
{
	const struct workbook_column *c = &t->w->columns[column];

	if (!*t->plain[cell])
		return false;
	/* There are always columns.
	 * NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	return strcmp(c->plain, t->plain[cell]) == 0 ||
	       is_named(c, t->plain[cell]);
}

/* A heading of ours that stands a second time is nobody else's. */
static bool is_ours(const struct trial *t, size_t cell)
{
	for (size_t k = 0; k < t->w->n; k++)
		if (is_named(&t->w->columns[k], t->keys[cell]))
			return true;
	return false;
}

static void match_alike(struct trial *t)
{
	for (size_t i = 0; i < t->row->n; i++) {
		size_t found = 0, n = 0;

		if (t->map->at[t->row->cells[i].column] || is_ours(t, i))
			continue;
		for (size_t k = 0; k < t->w->n; k++)
			if (!t->used[k] && is_alike(t, i, k)) {
				found = k;
				n++;
			}
		if (n == 1)
			take(t, i, found);
	}
}

bool workbook_headings(struct ctx *cx, const struct workbook *w,
		       const struct xlsx_row *row, struct workbook_map *map)
{
	struct ctx *turn = ctx_new(cx);
	struct trial *t = mem_zero(turn, sizeof(*t));

	*map = (struct workbook_map) { .known = 0 };
	t->w = w;
	t->row = row;
	t->map = map;
	for (size_t i = 0; i < row->n; i++) {
		t->keys[i] = heading_key(turn, row->cells[i].text);
		t->plain[i] = heading_plain(turn, t->keys[i]);
	}
	match_named(t);
	match_alike(t);
	ctx_end(turn);
	return map->known >= ENOUGH;
}

int workbook_place(const struct workbook_map *map,
		   const struct workbook_column *column)
{
	for (int i = 0; i < WORKBOOK_CELLS; i++)
		if (map->at[i] == column)
			return i;
	return -1;
}

/* What hangs on another answer may be missing with it. */
bool workbook_needs(const struct workbook_column *column)
{
	const struct slot *s = column->slot;

	if (!(s->field->flags & F_REQUIRED) || (s->field->flags & F_IF_ANY) ||
	    s->field->choices)
		return false;
	for (; s; s = s->part)
		if (s->field->when)
			return false;
	return true;
}
