/* pdf_table.c - tables of a PDF: pairs, and rows under repeated heads. */
#include "doc/pdf_page.h"

#define KEY_SHARE 0.3

/* The most lines that a cell still has to show. */
static int lines_left(const struct pdf_cell *cells, size_t n)
{
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		int left = pango_layout_get_line_count(cells[i].layout) -
			   cells[i].next;

		if (left > most)
			most = left;
	}
	return most;
}

static void show_cell(struct pdf *p, struct pdf_cell *c, int lines, double size)
{
	double y = p->y + PDF_PAD + size;
	int n = pango_layout_get_line_count(c->layout);

	for (; lines-- > 0 && c->next < n; c->next++) {
		PangoLayoutLine *line = pango_layout_get_line_readonly(
			c->layout, c->next);
		double x = c->x + PDF_PAD;
		PangoRectangle used;

		if (c->right) {
			pango_layout_line_get_extents(line, NULL, &used);
			x = c->x + c->width - PDF_PAD -
			    (double)used.width / PANGO_SCALE;
		}
		cairo_move_to(p->cairo, x, y);
		pango_cairo_show_layout_line(p->cairo, line);
		y += size * PDF_LEADING;
	}
}

static void rule(struct pdf *p, const struct pdf_cell *cells, size_t n)
{
	const struct pdf_cell *last = &cells[n - 1];

	cairo_set_line_width(p->cairo, 0.3);
	cairo_move_to(p->cairo, cells[0].x, p->y);
	cairo_line_to(p->cairo, last->x + last->width, p->y);
	cairo_stroke(p->cairo);
}

void pdf_cells(struct pdf *p, struct pdf_cell *cells, size_t n, double size,
	       void (*repeat)(struct pdf *))
{
	double leading = size * PDF_LEADING;
	int left = lines_left(cells, n);
	double top = PDF_MARGIN + 60; /* room that a new page surely has */

	/* A row that fits on a page stays on one. */
	if (p->y + left * leading + 2 * PDF_PAD > pdf_bottom(p) &&
	    top + left * leading + 2 * PDF_PAD <= pdf_bottom(p)) {
		pdf_page_next(p);
		if (repeat)
			repeat(p);
	}
	while (left > 0) {
		int fit = (int)((pdf_bottom(p) - p->y - 2 * PDF_PAD) / leading);

		if (fit <= 0) {
			pdf_page_next(p);
			if (repeat)
				repeat(p);
			continue;
		}
		if (fit > left)
			fit = left;
		for (size_t i = 0; i < n; i++)
			show_cell(p, &cells[i], fit, size);
		left -= fit;
		p->y += fit * leading + 2 * PDF_PAD;
		rule(p, cells, n);
	}
}

static void cell_set(struct pdf_cell *c, const char *text)
{
	int width = (int)((c->width - 2 * PDF_PAD) * PANGO_SCALE);

	pango_layout_set_width(c->layout, width);
	pango_layout_set_text(c->layout, text, -1);
	c->next = 0;
}

void pdf_pairs(struct pdf *p, const struct pdf_pair *pairs, size_t n)
{
	double width = p->width - 2 * PDF_MARGIN;
	struct ctx *cx = ctx_new(p->cx);
	struct pdf_cell cells[2] = {
		{ .layout = pdf_layout(p, cx, PDF_BODY, true),
		  .x = PDF_MARGIN,
		  .width = width * KEY_SHARE },
		{ .layout = pdf_layout(p, cx, PDF_BODY, false),
		  .x = PDF_MARGIN + width * KEY_SHARE,
		  .width = width * (1 - KEY_SHARE) },
	};

	for (size_t i = 0; i < n; i++) {
		cell_set(&cells[0], pairs[i].name);
		cell_set(&cells[1], pairs[i].value);
		pdf_cells(p, cells, COUNT(cells), PDF_BODY, NULL);
	}
	ctx_end(cx);
	p->y += PDF_BODY * 0.5;
}

/* The heads, bold, while the columns' own layouts may be in use for a row. */
static void show_heads(struct pdf *p)
{
	struct ctx *cx = ctx_new(p->cx);
	struct pdf_cell heads[PDF_COLUMNS];

	for (size_t i = 0; i < p->ncolumns; i++) {
		heads[i] = p->cells[i];
		heads[i].layout = pdf_layout(p, cx, PDF_SMALL, true);
		cell_set(&heads[i], p->columns[i].head);
	}
	pdf_cells(p, heads, p->ncolumns, PDF_SMALL, NULL);
	ctx_end(cx);
}

void pdf_table(struct pdf *p, const struct pdf_column *columns, size_t n)
{
	double x = PDF_MARGIN, width = p->width - 2 * PDF_MARGIN;
	int shares = 0;

	p->table = ctx_new(p->cx);
	if (n == 0 || n > PDF_COLUMNS)
		BUG("pdf_table: %zu columns", n);
	for (size_t i = 0; i < n; i++)
		shares += columns[i].width;
	for (size_t i = 0; i < n; i++) {
		p->cells[i] = (struct pdf_cell) {
			.layout = pdf_layout(p, p->table, PDF_SMALL, false),
			.x = x,
			.width = width * columns[i].width / shares,
			.right = columns[i].right,
		};
		x += p->cells[i].width;
	}
	p->columns = columns;
	p->ncolumns = n;
	pdf_need(p, 5 * PDF_BODY);
	show_heads(p);
}

void pdf_row(struct pdf *p, const char *const *cells)
{
	if (p->ncolumns == 0)
		BUG("pdf_row outside of a table");
	for (size_t i = 0; i < p->ncolumns; i++)
		cell_set(&p->cells[i], cells[i]);
	pdf_cells(p, p->cells, p->ncolumns, PDF_SMALL, show_heads);
}

void pdf_table_end(struct pdf *p)
{
	ctx_end(p->table);
	p->ncolumns = 0;
	p->y += PDF_BODY * 0.5;
}
