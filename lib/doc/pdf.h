/* pdf.h - makes a PDF: headings, texts and tables flow over A4 pages. */
#ifndef DOC_PDF_H
#define DOC_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "base/status.h"

/*
 * Texts are UTF-8; lines break by the rules of Japanese (no 。 at the start of
 * a line). Each page has the head on top and its number below.
 */
struct pdf_setup {
	const char *title; /* of the file, as a viewer shows it */
	const char *head;  /* system, receipt number, time: one line */
	bool landscape;
	int fd;		 /* where it goes; */
	struct buf *buf; /* if not NULL, here instead */
};

struct pdf;

enum status pdf_new(struct ctx *cx, const struct pdf_setup *setup,
		    struct pdf **out) MUST_USE;

/* level 1 to 3; 1 and 2 stand in the viewer's outline. */
void pdf_heading(struct pdf *p, int level, const char *text);
void pdf_text(struct pdf *p, const char *text);

/* For letters: to whom, from whom, about what. */
enum pdf_place { PDF_LEFT, PDF_CENTRE, PDF_RIGHT };
void pdf_line(struct pdf *p, enum pdf_place place, bool large,
	      const char *text);

struct pdf_pair {
	const char *name, *value;
};

/* Names on the left, values on the right, a line below each. */
void pdf_pairs(struct pdf *p, const struct pdf_pair *pairs, size_t n);

struct pdf_column {
	const char *head;
	int width;  /* a share: 1 and 3 make a quarter and three quarters */
	bool right; /* numbers */
};

enum { PDF_COLUMNS = 24 };

/*
 * A table of up to PDF_COLUMNS columns, row by row: nothing is kept, so that
 * thousands of rows are welcome. The heads are repeated on each page; a row
 * is parted only if it is higher than a page.
 */
void pdf_table(struct pdf *p, const struct pdf_column *columns, size_t n);
void pdf_row(struct pdf *p, const char *const *cells);
void pdf_table_end(struct pdf *p);

/* The last page, and the end of the file. ST_IO: it could not be written. */
enum status pdf_end(struct pdf *p) MUST_USE;

#endif
