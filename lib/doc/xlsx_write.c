/* xlsx_write.c - makes a workbook (.xlsx) in flat memory: libxlsxwriter. */
#include "doc/xlsx_write.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <xlsxwriter.h>

#include "base/buf.h"
#include "base/clock.h"

enum { MOST_STYLES = 64, MOST_SHEETS = 16 };

/* The rows of a sheet wait in a file without a name. */
struct waiting {
	FILE *file;
	int fd;
	struct stat st;
};

struct xlsx_out {
	struct ctx *cx;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *styles[MOST_STYLES]; /* the first is NULL: plain */
	int nstyles;
	struct waiting waiting[MOST_SHEETS];
	size_t nwaiting;
	lxw_error error; /* the first one */
	struct buf text;
};

static void note_error(struct xlsx_out *out, lxw_error error)
{
	if (out->error == LXW_NO_ERROR)
		out->error = error;
}

/* The library closes the files of sheets that it has written, and forgets those
 * of the others: without rows, given up, or behind one that failed. What the
 * number of an open one stands for says whether it is still the same. */
static void close_waiting(struct xlsx_out *out)
{
	for (size_t i = 0; i < out->nwaiting; i++) {
		const struct waiting *w = &out->waiting[i];
		struct stat now;

		if (fstat(w->fd, &now) == 0 && now.st_dev == w->st.st_dev &&
		    now.st_ino == w->st.st_ino)
			(void)fclose(w->file);
	}
	out->nwaiting = 0;
}

static void keep_waiting(struct xlsx_out *out)
{
	struct waiting *w = &out->waiting[out->nwaiting];

	if (out->nwaiting == MOST_SHEETS)
		BUG("a workbook with more than %d sheets", MOST_SHEETS);
	w->file = out->sheet->optimize_tmpfile;
	w->fd = w->file ? fileno(w->file) : -1;
	if (w->fd >= 0 && fstat(w->fd, &w->st) == 0)
		out->nwaiting++;
}

/* Given up before its end: what it has in temporary files goes too. */
static void out_close(void *arg)
{
	struct xlsx_out *out = arg;

	if (out->book)
		lxw_workbook_free(out->book);
	close_waiting(out);
}

enum status xlsx_write_open(struct ctx *cx, int fd, struct xlsx_out **made)
{
	struct xlsx_out *out = mem_zero(cx, sizeof(*out));
	/* Zip64 is only for files beyond 4 GB, and some programs balk at it. */
	lxw_workbook_options how = { .constant_memory = 1 };
	lxw_doc_properties properties = {
		.created = (time_t)(cx->now / SECOND),
	};

	out->cx = cx;
	out->nstyles = 1;
	buf_init(&out->text, cx);
	/* The library only takes a path; this one is the file itself. */
	out->book = workbook_new_opt(mem_printf(cx, "/proc/self/fd/%d", fd),
				     &how);
	if (!out->book)
		return fail(ST_IO, "xlsx_write_open: no workbook");
	mem_at_end(cx, out_close, out);
	note_error(out, workbook_set_properties(out->book, &properties));
	*made = out;
	return ST_OK;
}

void xlsx_write_sheet(struct xlsx_out *out, const struct xlsx_sheet_setup *s)
{
	enum { A4 = 9 };

	out->sheet = workbook_add_worksheet(out->book, s->name);
	if (!out->sheet)
		BUG("xlsx_write_sheet: name taken or bad");
	keep_waiting(out);
	if (s->frozen_rows || s->frozen_columns)
		worksheet_freeze_panes(out->sheet, (lxw_row_t)s->frozen_rows,
				       (lxw_col_t)s->frozen_columns);
	if (s->frozen_rows)
		note_error(out, worksheet_repeat_rows(
					out->sheet, 0,
					(lxw_row_t)s->frozen_rows - 1));
	if (s->hidden)
		worksheet_hide(out->sheet);
	worksheet_set_paper(out->sheet, A4);
	worksheet_set_landscape(out->sheet);
	worksheet_fit_to_pages(out->sheet, 1, 0);
}

int xlsx_write_style(struct xlsx_out *out, const struct xlsx_style *s)
{
	lxw_format *format = workbook_add_format(out->book);

	if (!format || out->nstyles == MOST_STYLES)
		BUG("xlsx_write_style: too many");
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (s->bold)
		format_set_bold(format);
	if (s->wrap)
		format_set_text_wrap(format);
	if (s->border)
		format_set_border(format, LXW_BORDER_THIN);
	if (s->code)
		format_set_num_format(format, "@");
	if (s->fill) {
		format_set_pattern(format, LXW_PATTERN_SOLID);
		format_set_bg_color(format, s->fill);
	}
	out->styles[out->nstyles] = format;
	return out->nstyles++;
}

static lxw_format *style_of(const struct xlsx_out *out, int style)
{
	if (style < 0 || style >= out->nstyles)
		BUG("style %d", style);
	return out->styles[style];
}

void xlsx_write_column(struct xlsx_out *out, size_t column, int width,
		       int style)
{
	note_error(out, worksheet_set_column(out->sheet, (lxw_col_t)column,
					     (lxw_col_t)column, (double)width,
					     style_of(out, style)));
}

/* Whether s begins with _xHHHH_, which a reader would take for one letter. */
static bool looks_escaped(const char *s)
{
	return strncmp(s, "_x", 2) == 0 &&
	       strspn(s + 2, "0123456789abcdefABCDEF") >= 4 && s[6] == '_';
}

/* The library escapes control characters, but not what looks like that. */
static const char *escape(struct xlsx_out *out, const char *s)
{
	if (!strstr(s, "_x"))
		return s;
	buf_clear(&out->text);
	for (; *s; s++) {
		if (looks_escaped(s))
			buf_add(&out->text, "_x005F");
		buf_char(&out->text, *s);
	}
	return out->text.text;
}

void xlsx_write_text(struct xlsx_out *out, size_t row, size_t column,
		     const char *text, int style)
{
	lxw_row_t r = (lxw_row_t)row;
	lxw_col_t c = (lxw_col_t)column;
	lxw_format *format = style_of(out, style);

	if (*text)
		note_error(out,
			   worksheet_write_string(out->sheet, r, c,
						  escape(out, text), format));
	else if (format)
		note_error(out,
			   worksheet_write_blank(out->sheet, r, c, format));
}

void xlsx_write_number(struct xlsx_out *out, size_t row, size_t column,
		       int64_t number, int style)
{
	note_error(out, worksheet_write_number(
				out->sheet, (lxw_row_t)row, (lxw_col_t)column,
				(double)number, style_of(out, style)));
}

/* As high as the text needs, some 18 full-width letters on a line. */
void xlsx_write_note(struct xlsx_out *out, size_t row, size_t column,
		     const char *text)
{
	enum { WIDTH = 260, LINE = 18, LINE_BYTES = 3 * 18 };
	size_t lines = 2;
	lxw_comment_options how = { .width = WIDTH };

	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");

		lines += 1 + n / LINE_BYTES;
		s += n + (s[n] == '\n');
	}
	how.height = (uint16_t)(LINE * (lines < 30 ? lines : 30));
	note_error(out,
		   worksheet_write_comment_opt(out->sheet, (lxw_row_t)row,
					       (lxw_col_t)column, text, &how));
}

static void add_choices(struct xlsx_out *out, const struct xlsx_cells *where,
			lxw_data_validation *how)
{
	lxw_col_t column = (lxw_col_t)where->column;

	how->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
	note_error(out, worksheet_data_validation_range(
				out->sheet, (lxw_row_t)where->first, column,
				(lxw_row_t)where->last, column, how));
}

/*
 * libxlsxwriter (1.1.4) copies the formula of a list twice and loses
 * the first copy, in a program that lives long. A formula of one's own it
 * copies once, and what it keeps can be told to be a list afterwards.
 */
static void add_list(struct xlsx_out *out, const struct xlsx_cells *where,
		     const char *formula)
{
	lxw_data_validation how = {
		.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
		.value_formula = mem_text(out->cx, formula),
	};
	struct lxw_data_val_obj *kept;

	add_choices(out, where, &how);
	STAILQ_FOREACH(kept, out->sheet->data_validations, list_pointers)
	if (kept->validate == LXW_VALIDATION_TYPE_CUSTOM_FORMULA)
		kept->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

void xlsx_write_choices(struct xlsx_out *out, const struct xlsx_cells *where,
			const char *const *choices, size_t n)
{
	char **list = mem_array(out->cx, n + 1, sizeof(*list));
	lxw_data_validation how = {
		.validate = LXW_VALIDATION_TYPE_LIST,
		.value_list = list,
	};

	for (size_t i = 0; i < n; i++)
		list[i] = mem_text(out->cx, choices[i]);
	add_choices(out, where, &how);
}

/* Inside quotes a quote is doubled. */
static const char *quoted(struct xlsx_out *out, const char *sheet)
{
	buf_clear(&out->text);
	for (; *sheet; sheet++) {
		if (*sheet == '\'')
			buf_char(&out->text, '\'');
		buf_char(&out->text, *sheet);
	}
	return out->text.text;
}

void xlsx_write_choices_from(struct xlsx_out *out,
			     const struct xlsx_cells *where, const char *sheet,
			     const struct xlsx_cells *choices)
{
	char column[LXW_MAX_COL_NAME_LENGTH];

	lxw_col_to_name(column, (lxw_col_t)choices->column, 1);
	add_list(out, where,
		 mem_printf(out->cx, "='%s'!%s$%zu:%s$%zu", quoted(out, sheet),
			    column, choices->first + 1, column,
			    choices->last + 1));
}

/* OFFSET from the first that fits, as many as fit: what spreadsheets can do
 * without macros. The row of the first cell stands for each one's own. */
void xlsx_write_choices_by(struct xlsx_out *out, const struct xlsx_cells *where,
			   const struct xlsx_dependent *d)
{
	char by[LXW_MAX_COL_NAME_LENGTH], keys[LXW_MAX_COL_NAME_LENGTH];
	char choices[LXW_MAX_COL_NAME_LENGTH];
	const char *sheet = mem_text(out->cx, quoted(out, d->sheet));
	const char *range, *cell;

	lxw_col_to_name(by, (lxw_col_t)d->by, 1);
	lxw_col_to_name(keys, (lxw_col_t)d->keys.column, 1);
	lxw_col_to_name(choices, (lxw_col_t)d->choices, 1);
	cell = mem_printf(out->cx, "%s%zu", by, where->first + 1);
	range = mem_printf(out->cx, "'%s'!%s$%zu:%s$%zu", sheet, keys,
			   d->keys.first + 1, keys, d->keys.last + 1);
	add_list(out, where,
		 mem_printf(out->cx,
			    "=OFFSET('%s'!%s$%zu,MATCH(%s,%s,0)-1,0,"
			    "COUNTIF(%s,%s),1)",
			    sheet, choices, d->keys.first + 1, cell, range,
			    range, cell));
}

enum status xlsx_write_end(struct xlsx_out *out)
{
	lxw_workbook *book = out->book;

	out->book = NULL;
	note_error(out, workbook_close(book));
	close_waiting(out);
	if (out->error != LXW_NO_ERROR)
		return fail(ST_IO, "xlsx_write_end: %s",
			    lxw_strerror(out->error));
	return ST_OK;
}
