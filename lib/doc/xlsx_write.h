/* xlsx_write.h - makes a workbook (.xlsx) in flat memory. */
#ifndef DOC_XLSX_WRITE_H
#define DOC_XLSX_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/status.h"

/*
 * A text is always written as a text, never as a formula or a number, and a
 * program reads back exactly what was given (security EX-02). Rows and columns
 * count from 0. Cells must be given row by row from the top. A mistake on the
 * way (a text over 32,767 characters) is kept and comes out at the end.
 */
struct xlsx_out;

/* fd: an empty file, open for reading and writing, or a memfd. */
enum status xlsx_write_open(struct ctx *cx, int fd,
			    struct xlsx_out **made) MUST_USE;

struct xlsx_sheet_setup {
	const char *name;
	size_t frozen_rows, frozen_columns; /* stay in view, and on paper */
	bool hidden;			    /* not the first sheet */
};

/* The sheet that everything after this is about. */
void xlsx_write_sheet(struct xlsx_out *out, const struct xlsx_sheet_setup *s);

struct xlsx_style {
	uint32_t fill; /* 0xRRGGBB; 0: none */
	bool bold, wrap, border;
	bool code; /* what a user types stays text: leading zeros, 1-2 */
};

/* A style for the calls below; 0 is the plain one and always there. */
int xlsx_write_style(struct xlsx_out *out, const struct xlsx_style *s);

/* Width in half-width characters; style: of cells that have none yet. */
void xlsx_write_column(struct xlsx_out *out, size_t column, int width,
		       int style);

/* An empty text makes a cell that has only a style. */
void xlsx_write_text(struct xlsx_out *out, size_t row, size_t column,
		     const char *text, int style);
/* Exact up to 15 digits, as everywhere in Excel. */
void xlsx_write_number(struct xlsx_out *out, size_t row, size_t column,
		       int64_t number, int style);

/* A note that opens when the pointer rests on the cell. */
void xlsx_write_note(struct xlsx_out *out, size_t row, size_t column,
		     const char *text);

/* A column's cells from one row to another. */
struct xlsx_cells {
	size_t column, first, last;
};

/*
 * A drop-down list for those cells. Something else may be typed after a
 * warning: the reader checks anyway. Short lists only: together at most 255
 * characters, and no comma in them.
 */
void xlsx_write_choices(struct xlsx_out *out, const struct xlsx_cells *where,
			const char *const *choices, size_t n);
/* The choices are what stands in those cells of another sheet. */
void xlsx_write_choices_from(struct xlsx_out *out,
			     const struct xlsx_cells *where, const char *sheet,
			     const struct xlsx_cells *choices);

/*
 * The choices hang on another column of the same row: of the choices those
 * beside which, in the column keys, the same stands. They must be together.
 */
struct xlsx_dependent {
	size_t by; /* the column of the same row */
	const char *sheet;
	struct xlsx_cells keys;
	size_t choices; /* column of the sheet */
};
void xlsx_write_choices_by(struct xlsx_out *out, const struct xlsx_cells *where,
			   const struct xlsx_dependent *d);

/* Completes the file. ST_IO: also if a text was too long for a cell. */
enum status xlsx_write_end(struct xlsx_out *out) MUST_USE;

#endif
