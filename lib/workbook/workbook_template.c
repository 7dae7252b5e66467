/* workbook_template.c - the empty workbook, its example and its lists. */
#include <string.h>

#include "tokutei/office.h"
#include "workbook/workbook.h"

/* --- 「記入例」 ----------------------------------------------------------- */

/* A number in the example stands as a number. */
static void write_example_cell(struct workbook_sheet *sheet, size_t row,
			       size_t i, const char *text)
{
	const struct workbook_column *c = &sheet->w->columns[i];

	xlsx_write_text(sheet->out, row, i, text,
			*text && c->slot->field->kind != &kind_number
				? sheet->code
				: sheet->plain);
}

static void write_examples(struct workbook_sheet *sheet)
{
	const struct workbook *w = sheet->w;
	enum { LINES = 3 };

	xlsx_write_sheet(sheet->out,
			 &(struct xlsx_sheet_setup) {
				 .name = workbook_text(w, "sheet.name.example"),
				 .frozen_rows = WORKBOOK_HEADING_ROW + 1,
			 });
	for (size_t i = 0; i < w->n; i++)
		xlsx_write_column(sheet->out, i, 24, sheet->plain);
	xlsx_write_text(sheet->out, 0, 0, workbook_text(w, "sheet.example"),
			sheet->title);
	for (size_t i = 0; i < w->n; i++) {
		const struct workbook_column *c = &w->columns[i];
		bool must = c->slot->field->flags & F_REQUIRED;

		xlsx_write_text(sheet->out, WORKBOOK_HEADING_ROW, i, c->heading,
				must ? sheet->must : sheet->may);
	}
	for (int line = 0; line < LINES; line++)
		for (size_t i = 0; i < w->n; i++)
			write_example_cell(
				sheet, WORKBOOK_HEADING_ROW + 1 + (size_t)line,
				i, workbook_example(w, &w->columns[i], line));
}

/* --- 「一覧」 ------------------------------------------------------------- */

static const struct slot *slot_of(const struct workbook *w,
				  const struct field *field)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->columns[i].slot->field == field)
			return w->columns[i].slot;
	BUG("%s is no column", field->name);
}

static void write_list_head(struct ctx *cx, struct workbook_sheet *sheet,
			    const struct workbook_list *l)
{
	const struct workbook *w = sheet->w;
	const char *label = workbook_word(w, slot_of(w, l->field), "label");
	size_t at = l->column;

	xlsx_write_text(
		sheet->out, 0, at++,
		mem_printf(cx, "%s%s", label, workbook_text(w, "sheet.code")),
		sheet->may);
	if (l->parent)
		xlsx_write_text(
			sheet->out, 0, at++,
			workbook_word(w, slot_of(w, l->parent), "label"),
			sheet->may);
	xlsx_write_text(sheet->out, 0, at, label, sheet->may);
}

static void write_list_line(struct workbook_sheet *sheet,
			    const struct workbook_list *l, size_t i)
{
	size_t at = l->column;

	if (i >= l->n)
		return;
	xlsx_write_text(sheet->out, i + 1, at++, l->codes[i], sheet->code);
	if (l->parent)
		xlsx_write_text(sheet->out, i + 1, at++, l->parents[i],
				sheet->code);
	xlsx_write_text(sheet->out, i + 1, at, l->labels[i], sheet->code);
}

/* Row by row, all lists side by side, as the writer wants it. */
static void write_lists(struct ctx *cx, struct workbook_sheet *sheet)
{
	const struct workbook_lists *all = sheet->lists;
	size_t most = 0;

	xlsx_write_sheet(
		sheet->out,
		&(struct xlsx_sheet_setup) {
			.name = workbook_text(sheet->w, "sheet.name.lists"),
			.frozen_rows = 1,
		});
	for (size_t i = 0; i < all->n; i++) {
		const struct workbook_list *l = &all->list[i];

		most = l->n > most ? l->n : most;
		xlsx_write_column(sheet->out, l->column, 12, sheet->plain);
		for (size_t k = 1; k < (l->parent ? 3u : 2u); k++)
			xlsx_write_column(sheet->out, l->column + k, 26,
					  sheet->plain);
	}
	for (size_t i = 0; i < all->n; i++)
		write_list_head(cx, sheet, &all->list[i]);
	for (size_t k = 0; k < most; k++)
		for (size_t i = 0; i < all->n; i++)
			write_list_line(sheet, &all->list[i], k);
}

enum status workbook_end(struct ctx *cx, struct workbook_sheet *sheet)
{
	write_examples(sheet);
	write_lists(cx, sheet);
	return xlsx_write_end(sheet->out);
}

enum status workbook_template(struct ctx *cx,
			      const struct workbook_words *words, int fd)
{
	const struct workbook *w = workbook_new(cx, words);
	struct workbook_lists lists;
	struct workbook_sheet sheet;

	TRY(workbook_lists(cx, w, &lists));
	TRY(workbook_begin(cx, w, &lists, fd, &sheet));
	return workbook_end(cx, &sheet);
}
