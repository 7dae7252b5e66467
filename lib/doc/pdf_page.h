/* pdf_page.h - the page that a PDF is at, for the files that fill it. */
#ifndef DOC_PDF_PAGE_H
#define DOC_PDF_PAGE_H

#include <pango/pangocairo.h>

#include "doc/pdf.h"

/* Points of 1/72 inch. */
#define PDF_MARGIN 42.5 /* 15 mm */
#define PDF_BODY 9.5
#define PDF_SMALL 8.0
/* From line to line, by the size of the letters. */
#define PDF_LEADING 1.5
#define PDF_PAD 3.0

struct pdf_cell {
	PangoLayout *layout;
	double x, width;
	bool right;
	int next; /* line to show */
};

struct pdf {
	struct ctx *cx;
	struct pdf_setup setup;
	enum status st;
	cairo_surface_t *surface;
	cairo_t *cairo;
	PangoLayout *layout;  /* for everything but tables */
	double width, height; /* of the page */
	double y;	      /* where the next thing begins */
	int page;

	/* The table that is open. */
	struct ctx *table;
	struct pdf_cell cells[PDF_COLUMNS];
	const struct pdf_column *columns;
	size_t ncolumns;
};

/* A layout for Japanese text of that size; it goes with cx. */
PangoLayout *pdf_layout(struct pdf *p, struct ctx *cx, double size, bool bold);

double pdf_bottom(const struct pdf *p);
/* Begins a page unless that much room is left on this one. */
void pdf_need(struct pdf *p, double room);
void pdf_page_next(struct pdf *p);

/*
 * Shows the lines of each cell side by side, with a rule below, over as many
 * pages as they take. repeat, if not NULL, is called on each new page.
 */
void pdf_cells(struct pdf *p, struct pdf_cell *cells, size_t n, double size,
	       void (*repeat)(struct pdf *));

#endif
