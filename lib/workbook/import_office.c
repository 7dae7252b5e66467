/* import_office.c - the lines of an office become one, or remarks. */
#include <stdlib.h>
#include <string.h>

#include "text/digits.h"
#include "text/searchkey.h"
#include "text/utf8.h"
#include "workbook/importing.h"

#define LONGEST_SHOWN 200

/* --- remarks ------------------------------------------------------------- */

static const char *shortened(struct ctx *cx, const char *text)
{
	return utf8_cut(cx, text, LONGEST_SHOWN);
}

static void keep_remark(struct import *in, const struct import_remark *r)
{
	struct import_remark *kept;

	if (in->nremarks == in->room) {
		in->room = in->room ? 2 * in->room : 64;
		in->remarks = mem_grow(in->cx, in->remarks, in->room,
				       sizeof(*in->remarks));
	}
	kept = &in->remarks[in->nremarks++];
	*kept = *r;
	kept->place = mem_text(in->cx, r->place);
	kept->raw = shortened(in->cx, r->raw);
	kept->stored = shortened(in->cx, r->stored);
	kept->what.cx = in->cx;
	kept->what.key = mem_text(in->cx, r->what.key);
	for (size_t i = 0; i < r->what.nargs; i++)
		kept->what.args[i].text = mem_text(in->cx,
						   r->what.args[i].text);
}

/* Counts it; true if there is room to keep it. */
static bool count_remark(struct import *in, bool bad)
{
	size_t *kept = bad ? &in->kept_bad : &in->kept_tidied;
	size_t most = bad ? IMPORT_MISTAKES : IMPORT_TIDIED;

	if (bad)
		in->result->mistakes++;
	else
		in->result->tidied++;
	if (in->job->take || *kept == most)
		return false;
	++*kept;
	return true;
}

void remark_add(struct import *in, const struct import_remark *r)
{
	if (count_remark(in, r->bad))
		keep_remark(in, r);
}

/* The line that a column of the office, or of its row-th business, is in. */
static const struct line *line_of(const struct making *m, size_t column,
				  size_t row)
{
	const struct group *g = m->g;

	if (!m->in->w->columns[column].business)
		return &g->lines[g->from[column]];
	return &g->lines[row < g->nbusiness ? g->business[row] : 0];
}

void office_remark(const struct making *m, size_t column,
		   const struct line *line, struct import_remark r)
{
	if (!count_remark(m->in, r.bad))
		return;
	r.row = line->row;
	r.column = m->in->place[column];
	if (!r.place)
		r.place = mem_printf(
			m->cx, "%s%s",
			m->in->w->columns[column].business ? "business." : "",
			m->in->w->columns[column].slot->place);
	if (!r.raw)
		r.raw = group_text(m->g, line->raw[column]);
	if (!r.stored)
		r.stored = "";
	keep_remark(m->in, &r);
}

/* --- the office as input of its form ------------------------------------- */

static const char *get_at(void *arg, const struct slot *s, size_t row)
{
	const struct making *m = arg;
	const struct workbook *w = m->in->w;
	const struct workbook_column *c = workbook_column(w, s);
	size_t i;

	if (!c)
		return "";
	i = (size_t)(c - w->columns);
	if ((int)i == m->in->secured && m->secured)
		return m->secured;
	if (m->dummy && m->in->use[i].institution && (int)i != m->in->plan)
		return "";
	return group_text(m->g, line_of(m, i, row)->meant[i]);
}

static size_t rows(void *arg, const char *place)
{
	const struct making *m = arg;

	(void)place; /* there is but one */
	return m->g->nbusiness;
}

static void on_tidied(void *arg, const struct slot *s, size_t row,
		      const char *raw, const char *stored)
{
	const struct making *m = arg;
	const struct workbook_column *c = workbook_column(m->in->w, s);
	const struct line *line;
	size_t i;

	if (!c)
		return;
	i = (size_t)(c - m->in->w->columns);
	line = line_of(m, i, row);
	if (line->repaired[i])
		return; /* told with what stood there */
	office_remark(m, i, line,
		      (struct import_remark) {
			      .what.key = "", .raw = raw, .stored = stored });
}

/* --- cells without a text, and lines that say different things ----------- */

static const char *wrong_key(unsigned char kind)
{
	switch ((enum cell_kind)kind) {
	case CELL_DATE:
		return "sheet.date";
	case CELL_BOOL:
		return "sheet.bool";
	case CELL_UNSAVED:
		return "sheet.unsaved";
	default:
		return "sheet.error";
	}
}

static void check_cells(const struct making *m)
{
	const struct group *g = m->g;

	for (size_t i = 0; i < g->n; i++)
		for (size_t c = 0; c < m->in->w->n; c++)
			if (g->lines[i].wrong[c])
				office_remark(
					m, c, &g->lines[i],
					(struct import_remark) {
						.bad = true,
						.what.key = wrong_key(
							g->lines[i].wrong[c]),
					});
}

static void check_line(const struct making *m, const struct line *l)
{
	const struct group *g = m->g;

	for (size_t c = 0; c < m->in->w->n; c++) {
		const struct line *first = &g->lines[g->from[c]];
		struct import_remark r = { .bad = true };

		if (m->in->w->columns[c].business || !l->meant[c] ||
		    first == l || !first->meant[c] ||
		    same_loosely(group_text(g, l->meant[c]),
				 group_text(g, first->meant[c])))
			continue;
		r.what = (struct report) { .cx = m->cx,
					   .key = "sheet.differs" };
		report_arg(&r.what, "row", "%lld", (long long)first->row);
		report_arg(&r.what, "first", "%s",
			   shortened(m->cx, group_text(g, first->meant[c])));
		office_remark(m, c, l, r);
	}
}

/* --- problems become remarks --------------------------------------------- */

/* "business.2.own": 2, the row of the business. */
static size_t row_of(const char *place)
{
	const char *dot = strchr(place, '.');

	if (!dot || dot[1] < '0' || dot[1] > '9')
		return 0;
	return (size_t)strtoul(dot + 1, NULL, 10);
}

static void take_problem(const struct making *m, const struct problem *p)
{
	const struct workbook *w = m->in->w;
	const struct workbook_column *c = workbook_find(w, p->place);
	struct import_remark r = { .bad = true, .what = p->what };
	const struct line *line;
	size_t i;

	/* The businesses as a whole: the first column of theirs. */
	i = (size_t)((c ? c : workbook_find(w, "business.type")) - w->columns);
	line = line_of(m, i, row_of(p->place));
	if (line->wrong[i])
		return; /* told already */
	if (m->dummy && (int)i == m->in->plan &&
	    strcmp(p->what.key, "empty") == 0)
		r.what.key = "sheet.dummy";
	if (!c)
		r.place = p->place;
	office_remark(m, i, line, r);
}

static void tell_repaired(const struct making *m)
{
	const struct group *g = m->g;

	for (size_t i = 0; g->repaired && i < g->n; i++)
		for (size_t c = 0; c < m->in->w->n; c++) {
			const struct line *l = &g->lines[i];

			if (l->repaired[c])
				office_remark(m, c, l,
					      (struct import_remark) {
						      .what.key = "",
						      .stored = group_text(
							      g, l->meant[c]),
					      });
		}
}

/* The same office in words that only the check could see to be the same. */
static void check_again(struct making *m, const struct office *o)
{
	struct buf *b = &m->in->scratch;
	struct import_remark r = { .bad = true };
	int64_t first;

	buf_clear(b);
	buf_add(b, o->at.city);
	buf_char(b, '\x1f');
	buf_add(b, o->name);
	buf_char(b, '\x1f');
	buf_add(b, o->at.town);
	first = seen_put(&m->in->offices,
			 hash_text(&m->in->hasher, b->text, b->n),
			 m->g->lines[0].row);
	if (!first || o->number != NO_NUMBER)
		return;
	r.what = (struct report) { .cx = m->cx, .key = "sheet.again" };
	report_arg(&r.what, "row", "%lld", (long long)first);
	office_remark(m, (size_t)m->in->name, &m->g->lines[0], r);
}

static enum status clean(struct making *m, struct office *o)
{
	const struct input input = { .rows = rows, .arg = m, .get_at = get_at };
	int64_t before = m->in->result->mistakes, number;

	m->p = (struct problems) { .cx = m->cx, .tidied = on_tidied, .arg = m };
	group_settle(m->g);
	institution_judge(m);
	check_cells(m);
	for (size_t i = 1; i < m->g->n; i++)
		check_line(m, &m->g->lines[i]);
	TRY(shape_clean(m->cx, m->in->w->office, &input, o, &m->p));
	for (size_t i = 0; i < m->p.n; i++)
		take_problem(m, &m->p.list[i]);
	if (text_number(group_meant(m->g, m->in->number), 1, OFFICE_MAX * 20,
			&number) == NUMBER_OK)
		o->number = number;
	if (m->in->result->mistakes == before)
		check_again(m, o);
	return m->in->result->mistakes == before ? ST_OK : ST_INVALID;
}

static enum status hand_on(struct import *in, struct ctx *cx, struct office *o)
{
	enum import_match match = IMPORT_NEW;

	if (in->job->draft)
		match = draft_match(cx, in->job->draft, o);
	else
		o->number = NO_NUMBER;
	in->result->offices++;
	if (match == IMPORT_NEW)
		in->result->added++;
	else if (match == IMPORT_CHANGED)
		in->result->changed++;
	else
		in->result->same++;
	if (in->job->take)
		return in->job->take(in->job->arg, cx, o, match);
	return ST_OK;
}

static enum status make(struct import *in, struct group *g, struct ctx *cx)
{
	struct making m = { .in = in, .g = g, .cx = cx };
	struct office *o = shape_row(cx, in->w->office);
	enum status st = clean(&m, o);

	if (st == ST_OK) {
		tell_repaired(&m);
		return hand_on(in, cx, o);
	}
	if (st != ST_INVALID)
		return st;
	in->result->bad++;
	if (in->job->draft)
		draft_meet(cx, in->job->draft, o);
	return ST_OK;
}

enum status office_finish(struct import *in, struct group *g)
{
	struct ctx *cx;
	enum status st;

	if (in->looking)
		return ST_OK;
	cx = ctx_new(in->cx);
	st = make(in, g, cx);
	ctx_end(cx);
	return st;
}
