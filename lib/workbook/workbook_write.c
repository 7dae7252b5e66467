/* workbook_write.c - the sheet of offices: headings, drop-downs, lines. */
#include <string.h>

#include "base/buf.h"
#include "tokutei/office.h"
#include "workbook/workbook.h"

#define FILL_MUST 0xFFE8B0
#define FILL_MAY 0xE8F1FE

/* As many lines as may be read back. */
#define FIRST_LINE (WORKBOOK_HEADING_ROW + 1)
#define LAST_LINE (FIRST_LINE + OFFICE_MAX - 1)

static int width_of(const struct workbook_column *c)
{
	const struct field *f = c->slot->field;

	if (f->kind == &kind_number)
		return 14;
	if (f->kind == &kind_zip)
		return 12;
	if (f->kind == &kind_tel)
		return 16;
	if (f->options || f->kind == &kind_mail)
		return 22;
	return f->max > 100 ? 40 : 28;
}

/* 「必須」 or 「任意」, and what the screen says beside the field. */
static const char *note_of(struct ctx *cx, const struct workbook *w,
			   const struct workbook_column *c)
{
	const struct field *f = c->slot->field;
	const char *need = f->flags & F_REQUIRED ? "ui.required"
						 : "ui.optional";
	const char *own = workbook_word(w, c->slot, "sheet_note");
	const char *hint = *own ? own : workbook_word(w, c->slot, "hint");
	struct buf note;

	buf_init(&note, cx);
	buf_printf(&note, "%s（%s）", c->heading, workbook_text(w, need));
	if (*hint)
		buf_printf(&note, "\n%s", hint);
	if (f->options || f->choices)
		buf_printf(&note, "\n%s", workbook_text(w, "sheet.choose"));
	return note.text;
}

static void write_headings(struct ctx *cx, struct workbook_sheet *sheet)
{
	const struct workbook *w = sheet->w;

	for (size_t i = 0; i < w->n; i++) {
		const struct workbook_column *c = &w->columns[i];
		bool number = c->slot->field->kind == &kind_number;

		xlsx_write_column(sheet->out, i, width_of(c),
				  number ? sheet->plain : sheet->code);
	}
	xlsx_write_text(sheet->out, 0, 0, workbook_text(w, "sheet.stamp"),
			sheet->title);
	for (size_t i = 0; i < w->n; i++) {
		const struct workbook_column *c = &w->columns[i];
		bool must = c->slot->field->flags & F_REQUIRED;

		xlsx_write_text(sheet->out, WORKBOOK_HEADING_ROW, i, c->heading,
				must ? sheet->must : sheet->may);
		xlsx_write_note(sheet->out, WORKBOOK_HEADING_ROW, i,
				note_of(cx, w, c));
	}
	sheet->row = FIRST_LINE;
}

/* The codes of a field and what they are called. */
static void write_own_choices(struct ctx *cx, struct workbook_sheet *sheet,
			      const struct xlsx_cells *where,
			      const struct slot *s)
{
	const char *const *codes = s->field->choices;
	size_t n = 0;
	const char **labels;

	while (codes[n])
		n++;
	labels = mem_array(cx, n, sizeof(*labels));
	for (size_t i = 0; i < n; i++)
		labels[i] = workbook_word(sheet->w, s, codes[i]);
	xlsx_write_choices(sheet->out, where, labels, n);
}

/* On the sheet of lists: code, what it hangs on (if anything), label. */
static struct xlsx_cells list_cells(const struct workbook_list *l,
				    size_t column)
{
	return (struct xlsx_cells) { l->column + column, 1, l->n };
}

static void write_drop_down(struct ctx *cx, struct workbook_sheet *sheet,
			    size_t i)
{
	const struct slot *s = sheet->w->columns[i].slot;
	const struct xlsx_cells where = { i, FIRST_LINE, LAST_LINE };
	const char *name = workbook_text(sheet->w, "sheet.name.lists");
	const struct workbook_list *l;
	struct xlsx_cells labels;

	if (s->field->choices)
		write_own_choices(cx, sheet, &where, s);
	if (!s->field->options)
		return;
	l = workbook_list_of(sheet->lists, s->field);
	if (!l->parent) {
		labels = list_cells(l, 1);
		xlsx_write_choices_from(sheet->out, &where, name, &labels);
		return;
	}
	xlsx_write_choices_by(
		sheet->out, &where,
		&(struct xlsx_dependent) {
			.by = (size_t)(workbook_column(sheet->w,
						       s->binds[0].from) -
				       sheet->w->columns),
			.sheet = name,
			.keys = list_cells(l, 1),
			.choices = l->column + 2,
		});
}

static void make_styles(struct workbook_sheet *s)
{
	static const struct xlsx_style styles[] = {
		{ .bold = true },
		{ .fill = FILL_MUST,
		  .bold = true,
		  .wrap = true,
		  .border = true,
		  .code = true },
		{ .fill = FILL_MAY,
		  .wrap = true,
		  .border = true,
		  .code = true },
		{ .code = true },
	};

	s->title = xlsx_write_style(s->out, &styles[0]);
	s->must = xlsx_write_style(s->out, &styles[1]);
	s->may = xlsx_write_style(s->out, &styles[2]);
	s->code = xlsx_write_style(s->out, &styles[3]);
}

enum status workbook_begin(struct ctx *cx, const struct workbook *w,
			   const struct workbook_lists *lists, int fd,
			   struct workbook_sheet *sheet)
{
	*sheet = (struct workbook_sheet) { .w = w, .lists = lists };
	TRY(xlsx_write_open(cx, fd, &sheet->out));
	make_styles(sheet);
	xlsx_write_sheet(sheet->out,
			 &(struct xlsx_sheet_setup) {
				 .name = workbook_text(w, "sheet.name.offices"),
				 .frozen_rows = FIRST_LINE,
				 .frozen_columns = 2,
			 });
	write_headings(cx, sheet);
	for (size_t i = 0; i < w->n; i++)
		write_drop_down(cx, sheet, i);
	return ST_OK;
}

/* What people choose by: the label; the code if it has none any more. The
 * lists are those of today, in the order of the codes. */
static const char *label_of(const struct workbook_sheet *sheet,
			    const struct slot *s, const char *code)
{
	const struct workbook_list *l;
	const char *label;
	size_t low = 0, high;

	if (*code == '\0')
		return code;
	if (s->field->choices) {
		label = workbook_word(sheet->w, s, code);
		return *label ? label : code;
	}
	l = workbook_list_of(sheet->lists, s->field);
	for (high = l ? l->n : 0; low < high;) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(l->codes[mid], code);

		if (order == 0)
			return l->labels[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return code;
}

static void write_cell(struct ctx *cx, struct workbook_sheet *sheet, size_t i,
		       const void *row)
{
	const struct slot *s = sheet->w->columns[i].slot;
	const struct field *f = s->field;
	const void *value = slot_value(s, row);
	const char *text;

	if (f->kind == &kind_number) {
		if (!f->kind->missing(value))
			xlsx_write_number(sheet->out, sheet->row, i,
					  f->kind->bind(value).number,
					  sheet->plain);
		return;
	}
	text = label_of(sheet, s, f->kind->show(cx, f, value));
	xlsx_write_text(sheet->out, sheet->row, i, text,
			*text ? sheet->code : sheet->plain);
}

enum status workbook_line(struct ctx *cx, struct workbook_sheet *sheet,
			  const void *office)
{
	const struct office *o = office;

	for (size_t i = 0; i < sheet->w->n; i++)
		write_cell(cx, sheet, i,
			   sheet->w->columns[i].business ? o->business
							 : office);
	sheet->row++;
	return ST_OK;
}
