/* export.c - the offices of the draft as a workbook. */
#include <string.h>

#include "sql/tokutei/upload.h"
#include "tokutei/office.h"
#include "workbook/workbook.h"

/* One business a row; its office stands beside it each time. */
static enum status on_row(struct ctx *cx, void *arg, const struct row *row)
{
	struct workbook_sheet *sheet = arg;
	struct office *o = shape_row(cx, sheet->w->office);
	struct business *b = shape_row(cx, sheet->w->business);

	shape_fetch(cx, sheet->w->office, row, o);
	shape_fetch(cx, sheet->w->business, row, b);
	o->business = b;
	o->nbusiness = 1;
	return workbook_line(cx, sheet, o);
}

enum status workbook_export(struct ctx *cx, const struct workbook_words *words,
			    int fd)
{
	const struct workbook *w = workbook_new(cx, words);
	struct workbook_lists lists;
	struct workbook_sheet sheet;

	TRY(workbook_lists(cx, w, &lists));
	TRY(workbook_begin(cx, w, &lists, fd, &sheet));
	TRY(db_each(cx, &sql_export_lines, NO_ARGS, on_row, &sheet));
	return workbook_end(cx, &sheet);
}
