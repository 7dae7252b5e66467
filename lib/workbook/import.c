/* import.c - goes through a workbook: headings, then lines, then offices. */
#include "workbook/import.h"

#include <string.h>

#include "text/searchkey.h"
#include "workbook/importing.h"

/* Titles and notes above the headings. */
#define HEADING_TRIES 30

/* Lines of a sheet (decisions: upload limits), headings and titles apart. */
#define MOST_LINES 50000

/* --- headings ------------------------------------------------------------ */

static enum status refuse_headings(struct import *in, const char *missing)
{
	in->result->headings = missing;
	return ST_INVALID;
}

/* A column that nobody knows is passed over, and said so; but not the one that
 * we have added to a marked copy. */
static void note_unknown(struct import *in, const struct xlsx_row *row)
{
	const char *reason = workbook_text(in->w, "sheet.reason");

	for (size_t i = 0; i < row->n; i++)
		if (!in->map.at[row->cells[i].column] &&
		    strcmp(row->cells[i].text, reason) != 0)
			remark_add(in,
				   &(struct import_remark) {
					   .row = row->number,
					   .column = (int)row->cells[i].column,
					   .place = "",
					   .what.key = "unknown_column",
					   .raw = row->cells[i].text,
					   .stored = "",
				   });
}

static enum status check_headings(struct import *in)
{
	struct buf missing;

	buf_init(&missing, in->cx);
	for (size_t i = 0; i < in->w->n; i++) {
		const struct workbook_column *c = &in->w->columns[i];

		in->place[i] = workbook_place(&in->map, c);
		if (in->place[i] < 0 && workbook_needs(c))
			buf_printf(&missing, "%s%s",
				   missing.n
					   ? workbook_text(in->w, "sheet.comma")
					   : "",
				   c->heading);
	}
	return missing.n ? refuse_headings(in, missing.text) : ST_OK;
}

static enum status try_headings(struct import *in, const struct xlsx_row *row)
{
	struct workbook_map map;

	if (workbook_headings(in->cx, in->w, row, &map)) {
		in->headed = true;
		in->map = map;
		TRY(check_headings(in));
		note_unknown(in, row);
		return ST_OK;
	}
	if (++in->tried == HEADING_TRIES)
		return refuse_headings(in, "");
	return ST_OK;
}

/* --- lines --------------------------------------------------------------- */

static enum status finish(struct import *in, struct group *g)
{
	enum status st;

	if (g->n == 0)
		return ST_OK;
	st = office_finish(in, g);
	group_clear(g);
	return st;
}

/* The office of the key, whose lines are gathered until the end. */
static struct group *gathered_of(struct import *in, uint64_t key)
{
	int64_t at = seen_put(&in->where, key, (int64_t)in->ngathered + 1);

	if (at)
		return in->gathered[at - 1];
	if (in->ngathered == in->room_gathered) {
		in->room_gathered = 2 * in->room_gathered + 16;
		in->gathered = mem_grow(in->cx, in->gathered, in->room_gathered,
					sizeof(struct group *));
	}
	in->gathered[in->ngathered] = group_new(in->cx);
	in->gathered[in->ngathered]->key = key;
	return in->gathered[in->ngathered++];
}

static void note_apart(struct import *in, int64_t row)
{
	remark_add(in, &(struct import_remark) {
			       .row = row,
			       .column = in->place[in->name],
			       .place = "name",
			       .what.key = "apart",
			       .raw = group_meant(in->next, in->name),
			       .stored = "",
		       });
}

/* The line begins another office than the one before, or goes on with one that
 * was begun further up. */
static enum status change_office(struct import *in)
{
	uint64_t key = line_key(in, in->next);
	int64_t row = in->next->lines[0].row;
	struct group *old = in->plain;

	TRY(finish(in, old));
	if (in->gathering && key && seen_has(&in->apart, key)) {
		in->group = gathered_of(in, key);
		if (in->group->n)
			note_apart(in, row);
		line_add(in->group, in->next);
		return ST_OK;
	}
	in->plain = in->group = in->next;
	in->next = old;
	in->group->key = key;
	if (key && seen_put(&in->met, key, row)) {
		(void)seen_put(&in->apart, key, row);
		in->result->apart = true;
	}
	return ST_OK;
}

static enum status on_row(void *arg, const struct xlsx_row *row)
{
	struct import *in = arg;

	if (!in->headed)
		return try_headings(in, row);
	if (!line_read(in, in->next, row) || line_is_example(in, in->next))
		return ST_OK;
	if (++in->result->rows > MOST_LINES)
		return ST_OK; /* the others are only counted */
	if (!line_continues(in, in->group, in->next))
		return change_office(in);
	line_add(in->group, in->next);
	return ST_OK;
}

/* --- the whole ----------------------------------------------------------- */

static bool is_match(const struct slot *s)
{
	for (; s; s = s->part)
		if (s->field->flags & F_MATCH)
			return true;
	return false;
}

static bool is_institution(const struct slot *s)
{
	for (; s; s = s->part)
		if (s->form == &institution_form)
			return true;
	return false;
}

static int column_of(const struct workbook *w, const char *place)
{
	const struct workbook_column *c = workbook_find(w, place);

	if (!c)
		BUG("there is no column %s", place);
	return (int)(c - w->columns);
}

static void learn_labels(struct import *in, size_t column)
{
	const struct slot *s = in->w->columns[column].slot;
	struct column_use *use = &in->use[column];
	size_t n = 0;

	while (s->field->choices && s->field->choices[n])
		n++;
	use->labels = mem_array(in->cx, n, sizeof(*use->labels));
	use->keys = mem_array(in->cx, n, sizeof(*use->keys));
	for (size_t i = 0; i < n; i++) {
		use->labels[i] = workbook_word(in->w, s, s->field->choices[i]);
		use->keys[i] = text_key(in->cx, use->labels[i]);
	}
}

static void learn_columns(struct import *in)
{
	const struct workbook *w = in->w;

	if (w->n > WORKBOOK_CELLS)
		BUG("%zu columns", w->n);
	for (size_t i = 0; i < w->n; i++) {
		const struct workbook_column *c = &w->columns[i];

		in->use[i] = (struct column_use) {
			.match = !c->business && is_match(c->slot),
			.institution = !c->business && is_institution(c->slot),
			.example = workbook_example(w, c, 0),
			.example3 = workbook_example(w, c, 2),
		};
		learn_labels(in, i);
	}
	in->number = column_of(w, "number");
	in->name = column_of(w, "name");
	in->town = column_of(w, "at.town");
	in->secured = column_of(w, "inst.secured");
	in->plan = column_of(w, "inst.plan");
	in->inst_zip = column_of(w, "inst.at.zip");
	in->inst_town = column_of(w, "inst.at.town");
	in->inst_name = column_of(w, "inst.name");
	in->inst_tel = column_of(w, "inst.tel");
	institution_learn(in);
}

static struct import *begin(struct ctx *cx, const struct import_job *job,
			    struct import_result *result)
{
	struct import *in = mem_zero(cx, sizeof(*in));

	*result = (struct import_result) { .headings = "" };
	in->cx = cx;
	in->job = job;
	in->w = job->w;
	in->result = result;
	hasher_init(&in->hasher);
	buf_init(&in->scratch, cx);
	seen_init(&in->met, cx);
	seen_init(&in->offices, cx);
	seen_init(&in->apart, cx);
	seen_init(&in->where, cx);
	in->plain = in->group = group_new(cx);
	in->next = group_new(cx);
	learn_columns(in);
	return in;
}

static enum status finish_all(struct import *in)
{
	TRY(finish(in, in->plain));
	for (size_t i = 0; i < in->ngathered; i++)
		TRY(finish(in, in->gathered[i]));
	if (in->headed)
		return in->result->rows ? ST_OK : ST_INVALID;
	return refuse_headings(in, "");
}

const struct xlsx_limits *import_limits(struct ctx *cx)
{
	struct xlsx_limits *limits = mem_zero(cx, sizeof(*limits));

	*limits = xlsx_usual;
	limits->rows = MOST_LINES + HEADING_TRIES;
	return limits;
}

/* One reading of the sheet of that name, or of the first one. */
static enum status read_sheet(struct import *in)
{
	struct import_result *r = in->result;
	struct xlsx *x;
	size_t sheet;
	enum status st;

	TRY(xlsx_open(in->cx, in->job->fd, import_limits(in->cx), &x, &r->why));
	if (!xlsx_sheet_find(x, workbook_text(in->w, "sheet.name.offices"),
			     &sheet)) {
		r->why = XLSX_NO_SHEET;
		return ST_INVALID;
	}
	st = xlsx_each(x, sheet, on_row, in, &r->why);
	r->rows_seen = xlsx_rows_seen(x);
	TRY(st);
	if (r->rows > MOST_LINES) {
		r->rows_seen = r->rows;
		r->why = XLSX_TOO_MANY_ROWS;
		return ST_INVALID;
	}
	st = finish_all(in);
	if (st == ST_INVALID && in->headed && r->rows == 0)
		r->why = XLSX_EMPTY;
	return st;
}

/* A reading that only looks which lines stand apart. */
static enum status look(struct import *in)
{
	in->looking = true;
	return read_sheet(in);
}

/* The reading once more, now that it is known which offices to gather. */
static struct import *again(struct ctx *cx, const struct import *before,
			    struct import_result *result)
{
	struct import *in = begin(cx, before->job, result);

	in->hasher = before->hasher;
	in->apart = before->apart;
	in->gathering = true;
	result->apart = true;
	if (in->job->draft)
		import_draft_rewind(in->job->draft);
	return in;
}

enum status import_read(struct ctx *cx, const struct import_job *job,
			struct import_result *result)
{
	struct import *in = begin(cx, job, result);

	TRY(job->apart ? look(in) : read_sheet(in));
	if (job->apart || result->apart) {
		if (job->take && !job->apart)
			return ST_RETRY;
		in = again(cx, in, result);
		TRY(read_sheet(in));
	}
	result->remarks = in->remarks;
	result->nremarks = in->nremarks;
	if (job->draft)
		result->missing = import_draft_missing(job->draft);
	return ST_OK;
}
