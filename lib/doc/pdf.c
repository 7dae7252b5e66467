/* pdf.c - makes a PDF: its pages, headings and texts. */
#include "doc/pdf_page.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

/* A4 */
#define SHORT_SIDE 595.276
#define LONG_SIDE 841.890

/* The first that is installed and has the letter. */
#define FONT "IPAexGothic, Noto Sans CJK JP, sans-serif"

static cairo_status_t write_out(void *arg, const unsigned char *data,
				unsigned int n)
{
	struct pdf *p = arg;

	if (p->setup.buf) {
		buf_add_n(p->setup.buf, (const char *)data, n);
		return CAIRO_STATUS_SUCCESS;
	}
	while (n > 0) {
		ssize_t put = write(p->setup.fd, data, n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0) {
			p->st = fail(ST_IO, "pdf: write: %s", strerror(errno));
			return CAIRO_STATUS_WRITE_ERROR;
		}
		data += put;
		n -= (unsigned)put;
	}
	return CAIRO_STATUS_SUCCESS;
}

static void layout_close(void *arg)
{
	g_object_unref(arg);
}

static void cairo_close(void *arg)
{
	struct pdf *p = arg;

	cairo_destroy(p->cairo);
	cairo_surface_destroy(p->surface);
}

PangoLayout *pdf_layout(struct pdf *p, struct ctx *cx, double size, bool bold)
{
	PangoFontDescription *font = pango_font_description_new();
	PangoLayout *layout = pango_cairo_create_layout(p->cairo);
	PangoContext *context = pango_layout_get_context(layout);

	pango_font_description_set_family(font, FONT);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	if (bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_context_set_language(context, pango_language_from_string("ja"));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	mem_at_end(cx, layout_close, layout);
	return layout;
}

static void show_line(struct pdf *p, PangoLayout *layout, double x, double y)
{
	cairo_move_to(p->cairo, x, y);
	pango_cairo_show_layout_line(p->cairo,
				     pango_layout_get_line_readonly(layout, 0));
}

static void rule(struct pdf *p, double y)
{
	cairo_set_line_width(p->cairo, 0.5);
	cairo_move_to(p->cairo, PDF_MARGIN, y);
	cairo_line_to(p->cairo, p->width - PDF_MARGIN, y);
	cairo_stroke(p->cairo);
}

/* The head and the number, in the margins. */
static void page_begin(struct pdf *p)
{
	char number[16];

	p->page++;
	pango_layout_set_width(p->layout, -1);
	pango_layout_set_text(p->layout, p->setup.head, -1);
	show_line(p, p->layout, PDF_MARGIN, PDF_MARGIN);
	rule(p, PDF_MARGIN + 5);
	(void)snprintf(number, sizeof(number), "%d", p->page);
	pango_layout_set_text(p->layout, number, -1);
	show_line(p, p->layout, p->width / 2 - PDF_SMALL / 2,
		  p->height - PDF_MARGIN / 2);
	p->y = PDF_MARGIN + 18;
}

void pdf_page_next(struct pdf *p)
{
	cairo_show_page(p->cairo);
	page_begin(p);
}

double pdf_bottom(const struct pdf *p)
{
	return p->height - PDF_MARGIN;
}

void pdf_need(struct pdf *p, double room)
{
	if (p->y + room > pdf_bottom(p))
		pdf_page_next(p);
}

enum status pdf_new(struct ctx *cx, const struct pdf_setup *setup,
		    struct pdf **out)
{
	struct pdf *p = mem_zero(cx, sizeof(*p));
	char when[40];

	p->cx = cx;
	p->setup = *setup;
	p->width = setup->landscape ? LONG_SIDE : SHORT_SIDE;
	p->height = setup->landscape ? SHORT_SIDE : LONG_SIDE;
	p->surface = cairo_pdf_surface_create_for_stream(write_out, p, p->width,
							 p->height);
	p->cairo = cairo_create(p->surface);
	mem_at_end(cx, cairo_close, p);
	if (cairo_status(p->cairo) != CAIRO_STATUS_SUCCESS)
		return fail(ST_IO, "pdf_new: %s",
			    cairo_status_to_string(cairo_status(p->cairo)));
	clock_rfc3339(cx->now, when);
	memcpy(when + strlen("2022-02-15T06:00:00"), "Z", 2); /* no fraction */
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
				       setup->title);
	cairo_pdf_surface_set_metadata(p->surface,
				       CAIRO_PDF_METADATA_CREATE_DATE, when);
	p->layout = pdf_layout(p, cx, PDF_SMALL, false);
	page_begin(p);
	*out = p;
	return ST_OK;
}

/* What is left of the width beside a line, before it. */
static double indent(const struct pdf *p, PangoLayoutLine *line,
		     enum pdf_place place)
{
	PangoRectangle used;
	double room;

	if (place == PDF_LEFT)
		return 0;
	pango_layout_line_get_extents(line, NULL, &used);
	room = p->width - 2 * PDF_MARGIN - (double)used.width / PANGO_SCALE;
	return place == PDF_CENTRE ? room / 2 : room;
}

/* Lines over the whole width, one by one, so that a page may end anywhere. */
static void flow(struct pdf *p, const char *text, double size, bool bold,
		 enum pdf_place place)
{
	struct ctx *cx = ctx_new(p->cx);
	PangoLayout *layout = pdf_layout(p, cx, size, bold);
	double leading = size * PDF_LEADING;
	int n;

	pango_layout_set_text(layout, text, -1);
	pango_layout_set_width(
		layout, (int)((p->width - 2 * PDF_MARGIN) * PANGO_SCALE));
	n = pango_layout_get_line_count(layout);
	for (int i = 0; i < n; i++) {
		PangoLayoutLine *line = pango_layout_get_line_readonly(layout,
								       i);

		pdf_need(p, leading);
		p->y += leading;
		cairo_move_to(p->cairo, PDF_MARGIN + indent(p, line, place),
			      p->y - size * 0.4);
		pango_cairo_show_layout_line(p->cairo, line);
	}
	ctx_end(cx);
}

void pdf_heading(struct pdf *p, int level, const char *text)
{
	static const double sizes[] = { 16, 12.5, 10.5 };
	double size;
	char link[48];

	if (level < 1 || level > (int)COUNT(sizes))
		BUG("pdf_heading: level %d", level);
	size = sizes[level - 1];
	/* Never at the foot of a page, away from what it is about. */
	pdf_need(p, size * PDF_LEADING + 6 * PDF_BODY);
	if (level < 3) {
		(void)snprintf(link, sizeof(link), "page=%d pos=[%d %d]",
			       p->page, (int)PDF_MARGIN, (int)p->y);
		cairo_pdf_surface_add_outline(
			p->surface, CAIRO_PDF_OUTLINE_ROOT, text, link,
			CAIRO_PDF_OUTLINE_FLAG_OPEN);
	}
	p->y += size * 0.5;
	flow(p, text, size, true, PDF_LEFT);
	p->y += size * 0.3;
}

void pdf_text(struct pdf *p, const char *text)
{
	flow(p, text, PDF_BODY, false, PDF_LEFT);
	p->y += PDF_BODY * 0.5;
}

void pdf_line(struct pdf *p, enum pdf_place place, bool large, const char *text)
{
	flow(p, text, large ? 16 : 11, large, place);
	p->y += PDF_BODY * 0.4;
}

enum status pdf_end(struct pdf *p)
{
	cairo_status_t st;

	cairo_show_page(p->cairo);
	cairo_surface_finish(p->surface);
	st = cairo_surface_status(p->surface);
	if (p->st == ST_OK && st != CAIRO_STATUS_SUCCESS)
		p->st = fail(ST_IO, "pdf_end: %s", cairo_status_to_string(st));
	return p->st;
}
