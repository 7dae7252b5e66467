/* sheet.c - goes through the XML of a sheet and gives away its rows. */
#include "doc/sheet.h"

#include <string.h>

#include "base/clock.h"

/* The most frequent first: a name is looked for from the top. */
enum {
	C,
	V,
	ROW,
	T,
	F,
	IS,
	R,
	S,
	RPH,
	COL,
	SHEET_DATA,
	HIDDEN,
	MIN,
	MAX,
	SPACE
};

static const char *const names[] = {
	[C] = "c",     [V] = "v",	    [ROW] = "row",
	[T] = "t",     [F] = "f",	    [IS] = "is",
	[R] = "r",     [S] = "s",	    [RPH] = "rPh",
	[COL] = "col", [HIDDEN] = "hidden", [MIN] = "min",
	[MAX] = "max", [SPACE] = "space",   [SHEET_DATA] = "sheetData",
};

enum place {
	OUTSIDE,
	IN_DATA,
	IN_ROW,
	IN_CELL,
	IN_VALUE,
	IN_INLINE,
	IN_TEXT, /* of an inline string; collected in cell.value */
	IN_PHONETIC,
};

struct reading {
	struct sheet s;
	enum place place;
	bool keep_space;
	size_t next_column;
	enum status (*row)(void *arg, const struct xlsx_row *);
	void *arg;
};

static enum status damaged(struct reading *r)
{
	return budget_refuse(&r->s.x->b, XLSX_DAMAGED);
}

/* <col min="2" max="5" hidden="1"/>, numbered from 1. */
static enum status hide_columns(struct reading *r, const struct xml_tag *tag)
{
	size_t n = r->s.x->b.limits->columns;
	struct xml_value min, max;
	int64_t from, to;

	if (!xml_flag(tag, HIDDEN))
		return ST_OK;
	if (!xml_attribute(tag, MIN, &min) || !xml_attribute(tag, MAX, &max) ||
	    !xml_whole(min, MOST_COLUMN, &from) ||
	    !xml_whole(max, MOST_COLUMN, &to) || from == 0)
		return damaged(r);
	for (size_t i = (size_t)from - 1; i < (size_t)to && i < n; i++)
		r->s.hidden[i] = true;
	return ST_OK;
}

/* Numbers of rows are optional, but must grow. */
static enum status row_begin(struct reading *r, const struct xml_tag *tag)
{
	struct sheet *s = &r->s;
	int64_t number = s->row.number + 1;
	struct xml_value v;

	if (xml_attribute(tag, R, &v) && !xml_whole(v, MOST_ROW, &number))
		return damaged(r);
	if (number <= s->row.number || number > MOST_ROW)
		return damaged(r);
	s->row = (struct xlsx_row) { number, xml_flag(tag, HIDDEN), NULL, 0 };
	s->n = 0;
	buf_clear(&s->texts);
	r->next_column = 0;
	r->place = IN_ROW;
	return ST_OK;
}

static bool type_of(struct xml_value v, enum cell_type *type)
{
	static const char *const types[] = {
		[TYPE_NUMBER] = "n",   [TYPE_SHARED] = "s",
		[TYPE_STRING] = "str", [TYPE_INLINE] = "inlineStr",
		[TYPE_BOOL] = "b",     [TYPE_ERROR] = "e",
		[TYPE_DATE] = "d",
	};

	for (size_t i = 0; i < COUNT(types); i++) {
		if (xml_value_is(v, types[i])) {
			*type = (enum cell_type)i;
			return true;
		}
	}
	return false;
}

/* A style that is not there looks plain, as in every spreadsheet program. */
static enum status cell_begin(struct reading *r, const struct xml_tag *tag)
{
	struct cell *c = &r->s.cell;
	const struct xlsx *x = r->s.x;
	struct xml_value v;
	int64_t n;

	cell_clear(c);
	c->column = r->next_column;
	if (xml_attribute(tag, R, &v) && !cell_place(v, &c->column, &n))
		return damaged(r);
	if (c->column < r->next_column || c->column >= MOST_COLUMN)
		return damaged(r);
	r->next_column = c->column + 1;
	if (xml_attribute(tag, T, &v) && !type_of(v, &c->type))
		return damaged(r);
	if (xml_attribute(tag, S, &v) && xml_whole(v, INT32_MAX, &n) &&
	    (size_t)n < x->nlooks)
		c->look = (enum look)x->looks[n];
	r->place = IN_CELL;
	return ST_OK;
}

static enum status in_cell(struct reading *r, int name)
{
	switch (name) {
	case V:
		r->s.cell.stored = true;
		r->place = IN_VALUE;
		return ST_OK;
	case IS:
		r->place = IN_INLINE;
		return ST_OK;
	case F:
		r->s.cell.formula = true;
		return ST_OK;
	}
	return damaged(r);
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;

	switch (r->place) {
	case OUTSIDE:
		if (tag->name == COL)
			return hide_columns(r, tag);
		if (tag->name == SHEET_DATA)
			r->place = IN_DATA;
		return ST_OK;
	case IN_DATA:
		return tag->name == ROW ? row_begin(r, tag) : damaged(r);
	case IN_ROW:
		return tag->name == C ? cell_begin(r, tag) : damaged(r);
	case IN_CELL:
		return in_cell(r, tag->name);
	case IN_INLINE:
		if (tag->name == RPH)
			r->place = IN_PHONETIC;
		if (tag->name == T) {
			r->place = IN_TEXT;
			r->keep_space = text_keeps_space(tag, SPACE);
			buf_clear(&r->s.cell.value);
		}
		return ST_OK;
	case IN_PHONETIC:
		return ST_OK;
	default:
		return damaged(r);
	}
}

static enum status on_text(void *arg, const char *text, size_t n)
{
	struct reading *r = arg;
	struct buf *value = &r->s.cell.value;

	if (r->place != IN_VALUE && r->place != IN_TEXT)
		return ST_OK;
	if (value->n + r->s.cell.text.n + n > MOST_RAW)
		return budget_refuse(&r->s.x->b, XLSX_CELL_TOO_LONG);
	buf_add_n(value, text, n);
	return ST_OK;
}

/* What the receiver takes for a row is not the file's time. */
static enum status row_end(struct reading *r)
{
	struct xlsx *x = r->s.x;
	enum status st;
	int64_t before;

	if (r->s.n == 0 || ++x->rows_seen > x->b.limits->rows)
		return ST_OK; /* the others are only counted */
	sheet_row_end(&r->s);
	before = clock_monotonic_us();
	st = r->row(r->arg, &r->s.row);
	x->b.deadline += clock_monotonic_us() - before;
	return st;
}

/* The element whose end leads out of a place, and where to. */
static const struct way {
	int name;
	enum place to;
} ways_out[] = {
	[OUTSIDE] = { -1, OUTSIDE },  [IN_DATA] = { SHEET_DATA, OUTSIDE },
	[IN_ROW] = { ROW, IN_DATA },  [IN_CELL] = { C, IN_ROW },
	[IN_VALUE] = { V, IN_CELL },  [IN_INLINE] = { IS, IN_CELL },
	[IN_TEXT] = { T, IN_INLINE }, [IN_PHONETIC] = { RPH, IN_INLINE },
};

static enum status on_end(void *arg, int name)
{
	struct reading *r = arg;
	enum place was = r->place;

	if (ways_out[was].name != name)
		return ST_OK;
	r->place = ways_out[was].to;
	switch (was) {
	case IN_CELL:
		return cell_take(&r->s);
	case IN_ROW:
		return row_end(r);
	case IN_TEXT:
		text_add(&r->s.cell.text, &r->s.cell.value, r->keep_space);
		return ST_OK;
	default:
		return ST_OK;
	}
}

static enum status read_sheet(struct xlsx *x, struct ctx *cx,
			      const struct zip_part *p, struct reading *r)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = xml_spreadsheet,
		.nspaces = XML_SPACES,
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};

	if (!x->prepared) {
		TRY(styles_read(x));
		TRY(strings_read(x));
		x->prepared = true;
	}
	sheet_init(&r->s, x, cx);
	TRY(merges_read(x, p, cx, &r->s.merges));
	TRY(xml_read(cx, x->zip, p, &how, r));
	if (x->rows_seen > x->b.limits->rows)
		return budget_refuse(&x->b, XLSX_TOO_MANY_ROWS);
	if (x->rows_seen == 0)
		return budget_refuse(&x->b, XLSX_EMPTY);
	return ST_OK;
}

enum status xlsx_each(struct xlsx *x, size_t sheet,
		      enum status (*row)(void *arg, const struct xlsx_row *),
		      void *arg, enum xlsx_trouble *why)
{
	struct reading r = { .row = row, .arg = arg };
	struct ctx *cx = ctx_new(x->cx);
	const struct zip_part *p;
	enum status st;

	if (sheet >= x->nsheets)
		BUG("xlsx_each: sheet %zu of %zu", sheet, x->nsheets);
	budget_start(&x->b, x->b.limits);
	x->rows_seen = 0;
	p = zip_find(x->zip, x->sheets[sheet].part);
	st = p ? read_sheet(x, cx, p, &r) : budget_refuse(&x->b, XLSX_DAMAGED);
	*why = x->b.why;
	ctx_end(cx);
	return st;
}
