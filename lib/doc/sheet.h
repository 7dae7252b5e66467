/* sheet.h - the rows of one sheet while they are read. */
#ifndef DOC_SHEET_H
#define DOC_SHEET_H

#include "doc/xlsx.h"

enum cell_type {
	TYPE_NUMBER,
	TYPE_SHARED,
	TYPE_STRING, /* the result of a formula */
	TYPE_INLINE,
	TYPE_BOOL,
	TYPE_ERROR,
	TYPE_DATE, /* ISO 8601, in "strict" files */
};

/* The cell that is being read. */
struct cell {
	size_t column;
	enum cell_type type;
	enum look look;
	bool formula, stored; /* <f> and <v> were there */
	struct buf value;     /* as in the file */
	struct buf text;      /* of inline strings: joined runs */
};

/* A value that goes on into the rows below, in a merged range. */
struct carried {
	int64_t last; /* row; 0: nothing */
	struct xlsx_cell cell;
	struct buf text;
};

/*
 * A row in the making. Its own texts move while they grow, so until it is
 * given away a cell keeps where its text begins; NOWHERE: a shared one.
 */
struct sheet {
	struct xlsx *x;
	struct xlsx_row row;
	struct xlsx_cell *cells, *with_merged;
	size_t *begins;
	size_t n;
	struct buf texts;
	bool *hidden; /* columns */
	struct cell cell;
	struct merges merges;
	size_t next_merge, ncarried;
	struct carried *carried; /* of each column */
};

#define NOWHERE SIZE_MAX

void sheet_init(struct sheet *s, struct xlsx *x, struct ctx *cx);

void cell_clear(struct cell *c);
/* Adds the cell that has been read to the row, unless it is empty. */
enum status cell_take(struct sheet *s) MUST_USE;

/* The row is complete: cells get their texts, and those of merged ranges. */
void sheet_row_end(struct sheet *s);

#endif
