/* merge.c - merged cells, which a sheet names only behind its rows. */
#include "doc/sheet.h"

#include <stdlib.h>
#include <string.h>

enum { MERGE_CELL, REF };

static const char *const names[] = {
	[MERGE_CELL] = "mergeCell",
	[REF] = "ref",
};

enum { PIECE = 64 << 10, MOST_MERGES = 500000 };

struct reading {
	struct xlsx *x;
	struct ctx *cx;
	struct merges *out;
};

bool cell_place(struct xml_value v, size_t *column, int64_t *row)
{
	size_t i = 0, sum = 0;

	for (; i < v.n && i < 3 && v.s[i] >= 'A' && v.s[i] <= 'Z'; i++)
		sum = 26 * sum + (size_t)(v.s[i] - 'A') + 1;
	if (i == 0 || sum > MOST_COLUMN)
		return false;
	*column = sum - 1;
	*row = 0;
	if (i == v.n)
		return true;
	return xml_whole((struct xml_value) { v.s + i, v.n - i }, MOST_ROW,
			 row);
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;
	struct merges *m = r->out;
	struct xml_value from, to;
	struct merge merge;
	const char *colon;
	size_t end;

	if (tag->name != MERGE_CELL)
		return ST_OK;
	if (!xml_attribute(tag, REF, &from))
		return budget_refuse(&r->x->b, XLSX_DAMAGED);
	colon = memchr(from.s, ':', from.n);
	if (!colon)
		return ST_OK; /* of one cell */
	to = (struct xml_value) { colon + 1,
				  from.n - (size_t)(colon + 1 - from.s) };
	from.n = (size_t)(colon - from.s);
	if (!cell_place(from, &merge.column, &merge.first) ||
	    !cell_place(to, &end, &merge.last))
		return budget_refuse(&r->x->b, XLSX_DAMAGED);
	if (merge.first >= merge.last ||
	    merge.column >= r->x->b.limits->columns)
		return ST_OK;
	if (m->n == MOST_MERGES)
		return budget_refuse(&r->x->b, XLSX_TOO_MANY_STYLES);
	if (m->n == m->room) {
		m->room = m->room ? 2 * m->room : 64;
		m->merge = mem_grow(r->cx, m->merge, m->room, sizeof(merge));
	}
	m->merge[m->n++] = merge;
	return ST_OK;
}

/*
 * Whether the part may hold merged cells: looking for the word costs a quarter
 * of reading the XML, and most sheets have none. It stands at least three times
 * close together, so the edge of a piece does not hide it. In UTF-16 it looks
 * different, and no program writes that: yes.
 */
static enum status may_have(struct xlsx *x, const struct zip_part *p,
			    struct ctx *cx, bool *yes)
{
	const size_t word = strlen(names[MERGE_CELL]);
	char *piece = mem_zero(cx, PIECE);
	struct zip_stream *s;
	size_t n;

	TRY(zip_stream_open(cx, x->zip, p, &s));
	TRY(zip_stream_read(s, piece, PIECE, &n));
	*yes = n > 0 && (unsigned char)piece[0] >= 0xfe;
	while (n > 0 && !*yes) {
		*yes = memmem(piece, n, names[MERGE_CELL], word) != NULL;
		TRY(zip_stream_read(s, piece, PIECE, &n));
	}
	return ST_OK;
}

static int by_first(const void *a, const void *b)
{
	const struct merge *m = a, *o = b;

	return (m->first > o->first) - (m->first < o->first);
}

enum status merges_read(struct xlsx *x, const struct zip_part *p,
			struct ctx *cx, struct merges *out)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = xml_spreadsheet,
		.nspaces = XML_SPACES,
		.start = on_start,
	};
	struct reading r = { x, cx, out };
	struct ctx *look = ctx_new(cx);
	bool yes;

	*out = (struct merges) { 0 };
	TRY(may_have(x, p, look, &yes));
	ctx_end(look);
	if (!yes)
		return ST_OK;
	TRY(xml_read(cx, x->zip, p, &how, &r));
	if (out->n > 0)
		qsort(out->merge, out->n, sizeof(*out->merge), by_first);
	return ST_OK;
}

void sheet_init(struct sheet *s, struct xlsx *x, struct ctx *cx)
{
	size_t n = x->b.limits->columns;

	*s = (struct sheet) { .x = x };
	s->cells = mem_array(cx, n, sizeof(*s->cells));
	s->with_merged = mem_array(cx, n, sizeof(*s->cells));
	s->begins = mem_array(cx, n, sizeof(*s->begins));
	s->hidden = mem_array(cx, n, sizeof(*s->hidden));
	s->carried = mem_array(cx, n, sizeof(*s->carried));
	buf_init(&s->texts, cx);
	buf_init(&s->cell.value, cx);
	buf_init(&s->cell.text, cx);
	for (size_t i = 0; i < n; i++)
		buf_init(&s->carried[i].text, cx);
}

/* The merged range begins in this row: its value is kept for those below. */
static void carry(struct sheet *s, const struct merge *m)
{
	struct carried *c = &s->carried[m->column];

	if (c->last == 0)
		s->ncarried++;
	c->last = m->last;
	c->cell = (struct xlsx_cell) { 0 };
	for (size_t i = 0; i < s->n; i++) {
		if (s->cells[i].column != m->column)
			continue;
		c->cell = s->cells[i];
		c->cell.merged = true;
		buf_clear(&c->text);
		buf_add(&c->text, c->cell.text);
		c->cell.text = c->text.text;
	}
}

/* Ranges above this row end, those that begin at it or were passed begin. */
static void carry_all(struct sheet *s)
{
	for (size_t i = 0; s->ncarried > 0 && i < s->x->b.limits->columns; i++)
		if (s->carried[i].last && s->carried[i].last < s->row.number) {
			s->carried[i].last = 0;
			s->ncarried--;
		}
	for (; s->next_merge < s->merges.n; s->next_merge++) {
		const struct merge *m = &s->merges.merge[s->next_merge];

		if (m->first > s->row.number)
			break;
		if (m->first == s->row.number)
			carry(s, m);
	}
}

/* The cells of the row, and between them those that come from above. */
static void add_carried(struct sheet *s)
{
	size_t own = 0, n = 0;

	for (size_t i = 0; i < s->x->b.limits->columns; i++) {
		const struct carried *c = &s->carried[i];

		if (own < s->n && s->cells[own].column == i)
			s->with_merged[n++] = s->cells[own++];
		else if (c->last && c->cell.text)
			s->with_merged[n++] = c->cell;
	}
	s->row.cells = s->with_merged;
	s->row.n = n;
}

void sheet_row_end(struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->begins[i] != NOWHERE)
			s->cells[i].text = s->texts.text + s->begins[i];
	s->row.cells = s->cells;
	s->row.n = s->n;
	if (s->merges.n == 0)
		return;
	carry_all(s);
	if (s->ncarried > 0)
		add_carried(s);
}
