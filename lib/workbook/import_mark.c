/*
 * import_mark.c - the uploaded workbook, given back with its mistakes marked.
 */
#include "workbook/import_mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define FILL_BAD 0xFFD9D9
#define FILL_HEAD 0xE8F1FE
#define LONGEST_NUMBER 15 /* digits that a spreadsheet keeps */

struct marking {
	struct ctx *cx;
	const struct import_job *job;
	const struct import_marks *marks;
	size_t next_mark, next_fix;
	struct workbook_map map;
	bool headed;
	int64_t head_row;
	size_t width;	/* columns that hold anything */
	int old_reason; /* the column of a copy that was marked before; -1 */
	struct xlsx_out *out;
	int plain, bad, head;
};

static int by_row(const void *a, const void *b)
{
	const struct import_mark *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column - y->column;
}

/* --- first: how wide it is, and where the headings are ------------------- */

static enum status measure(void *arg, const struct xlsx_row *row)
{
	struct marking *m = arg;
	const char *reason = workbook_text(m->job->w, "sheet.reason");
	size_t last = row->n ? row->cells[row->n - 1].column + 1 : 0;

	m->width = last > m->width ? last : m->width;
	if (m->headed || !workbook_headings(m->cx, m->job->w, row, &m->map))
		return ST_OK;
	m->headed = true;
	m->head_row = row->number;
	for (size_t i = 0; i < row->n; i++)
		if (strcmp(row->cells[i].text, reason) == 0)
			m->old_reason = (int)row->cells[i].column;
	return ST_OK;
}

/* --- then: every cell ---------------------------------------------------- */

/* A whole number stays one, unless it would lose its zeros. */
static bool is_number(const struct xlsx_cell *cell, int64_t *number)
{
	const char *text = cell->text;
	size_t n = strlen(text);

	if (cell->kind != CELL_NUMBER || n == 0 || n > LONGEST_NUMBER ||
	    strspn(text, "0123456789") != n || (*text == '0' && n > 1))
		return false;
	*number = strtoll(text, NULL, 10);
	return true;
}

static const struct import_mark *mark_of(const struct marking *m, size_t column)
{
	for (size_t i = m->next_mark; i < m->marks->n; i++) {
		const struct import_mark *mark = &m->marks->list[i];

		if (mark->row != m->marks->list[m->next_mark].row)
			return NULL;
		if (mark->column == (int)column)
			return mark;
	}
	return NULL;
}

static const char *fix_of(const struct marking *m, int64_t row, size_t column)
{
	const struct import_fixes *fixes = m->job->fixes;

	if (!m->map.at[column])
		return NULL;
	for (size_t i = m->next_fix; fixes && i < fixes->n; i++) {
		const struct import_fix *fix = &fixes->list[i];

		if (fix->row != row)
			return NULL;
		if (workbook_find(m->job->w, fix->place) == m->map.at[column])
			return fix->value;
	}
	return NULL;
}

static void write_cell(struct marking *m, size_t row, size_t column,
		       const struct xlsx_cell *cell, const char *fix)
{
	const struct import_mark *mark = m->next_mark < m->marks->n
						 ? mark_of(m, column)
						 : NULL;
	int style = mark ? m->bad : m->plain;
	int64_t number;

	if (row + 1 == (size_t)m->head_row)
		style = m->head;
	if (fix)
		xlsx_write_text(m->out, row, column, fix, style);
	else if (cell && is_number(cell, &number))
		xlsx_write_number(m->out, row, column, number, style);
	else if (cell || mark)
		xlsx_write_text(m->out, row, column, cell ? cell->text : "",
				style);
	if (mark)
		xlsx_write_note(m->out, row, column, mark->text);
}

static void write_reasons(struct marking *m, int64_t number)
{
	size_t row = (size_t)number - 1;
	struct buf text;

	if (number == m->head_row) {
		xlsx_write_text(m->out, row, m->width,
				workbook_text(m->job->w, "sheet.reason"),
				m->head);
		return;
	}
	buf_init(&text, m->cx);
	for (; m->next_mark < m->marks->n &&
	       m->marks->list[m->next_mark].row == number;
	     m->next_mark++)
		buf_printf(&text, "%s%s", text.n ? "\n" : "",
			   m->marks->list[m->next_mark].text);
	if (text.n)
		xlsx_write_text(m->out, row, m->width, text.text, m->bad);
}

static void skip_to(struct marking *m, int64_t row)
{
	const struct import_fixes *fixes = m->job->fixes;

	while (m->next_mark < m->marks->n &&
	       m->marks->list[m->next_mark].row < row)
		m->next_mark++;
	while (fixes && m->next_fix < fixes->n &&
	       fixes->list[m->next_fix].row < row)
		m->next_fix++;
}

static enum status copy_row(void *arg, const struct xlsx_row *row)
{
	struct marking *m = arg;
	struct ctx *cx = m->cx;
	size_t k = 0;

	m->cx = ctx_new(cx);
	skip_to(m, row->number);
	for (size_t column = 0; column < m->width; column++) {
		const struct xlsx_cell *cell = NULL;

		if (k < row->n && row->cells[k].column == column)
			cell = &row->cells[k++];
		if ((int)column != m->old_reason)
			write_cell(m, (size_t)row->number - 1, column, cell,
				   fix_of(m, row->number, column));
	}
	write_reasons(m, row->number);
	ctx_end(m->cx);
	m->cx = cx;
	return ST_OK;
}

static void begin_sheet(struct marking *m)
{
	static const struct xlsx_style styles[] = {
		{ .code = true },
		{ .fill = FILL_BAD,
		  .border = true,
		  .wrap = true,
		  .code = true },
		{ .fill = FILL_HEAD,
		  .bold = true,
		  .wrap = true,
		  .border = true },
	};

	m->plain = xlsx_write_style(m->out, &styles[0]);
	m->bad = xlsx_write_style(m->out, &styles[1]);
	m->head = xlsx_write_style(m->out, &styles[2]);
	xlsx_write_sheet(
		m->out,
		&(struct xlsx_sheet_setup) {
			.name = workbook_text(m->job->w, "sheet.name.offices"),
			.frozen_rows = (size_t)m->head_row,
		});
	for (size_t i = 0; i < m->width; i++)
		xlsx_write_column(m->out, i, 18, m->plain);
	xlsx_write_column(m->out, m->width, 60, m->plain);
}

enum status import_mark(struct ctx *cx, const struct import_job *job,
			struct import_marks *marks, int to)
{
	struct marking m = {
		.cx = cx,
		.job = job,
		.marks = marks,
		.old_reason = -1,
	};
	enum xlsx_trouble why;
	struct xlsx *x;
	size_t sheet;

	qsort(marks->list, marks->n, sizeof(*marks->list), by_row);
	TRY(xlsx_open(cx, job->fd, import_limits(cx), &x, &why));
	if (!xlsx_sheet_find(x, workbook_text(job->w, "sheet.name.offices"),
			     &sheet))
		return ST_INVALID;
	TRY(xlsx_each(x, sheet, measure, &m, &why));
	TRY(xlsx_write_open(cx, to, &m.out));
	begin_sheet(&m);
	TRY(xlsx_each(x, sheet, copy_row, &m, &why));
	return xlsx_write_end(m.out);
}
