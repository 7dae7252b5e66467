/* styles.c - what the styles of a workbook make of a number. */
#include "doc/xlsx.h"

#include <string.h>
#include <strings.h>

/*
 * Formats 27 to 36 and 50 to 58 are dates in the Japanese, Chinese and Korean
 * editions of Excel, and unused elsewhere (ECMA-376 part 1, 18.8.30).
 */
enum look look_of_number(int64_t id)
{
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 58))
		return LOOK_DATE;
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) ||
	    (id >= 45 && id <= 47))
		return LOOK_TIME;
	return LOOK_PLAIN;
}

/*
 * How long the piece at s is that stands for itself or says nothing about the
 * kind of the number: a quoted text, a colour, a fill; 0: it is none. Elapsed
 * hours such as [h] are not skipped.
 */
static size_t literal(const char *s)
{
	const char *end;

	switch (*s) {
	case '"':
		end = strchr(s + 1, '"');
		return end ? (size_t)(end - s) + 1 : strlen(s);
	case '[':
		if (s[1 + strspn(s + 1, "hHmMsS")] == ']')
			return 0;
		end = strchr(s, ']');
		return end ? (size_t)(end - s) + 1 : strlen(s);
	case '\\':
	case '_':
	case '*':
		return s[1] ? 2 : 1;
	}
	if (strncasecmp(s, "General", 7) == 0)
		return 7;
	if (strncasecmp(s, "AM/PM", 5) == 0)
		return 5;
	return strncasecmp(s, "A/P", 3) == 0 ? 3 : 0;
}

/* Year, era, day and weekday make a date; hours and seconds a time. */
static enum look date_or_time(const char *code)
{
	bool date = false, time = false, m = false;

	while (*code && *code != ';') {
		size_t n = literal(code);

		if (n > 0) {
			code += n;
			continue;
		}
		if (strchr("yYdDgGaAbB", *code))
			date = true;
		if (strchr("eE", *code) && code[1] != '+' && code[1] != '-')
			date = true;
		time |= strchr("hHsS", *code) != NULL;
		m |= *code == 'm' || *code == 'M';
		code++;
	}
	if (date || (m && !time))
		return LOOK_DATE;
	return time ? LOOK_TIME : LOOK_PLAIN;
}

/*
 * Leading zeros: 0000000, or the Japanese postal code, whose last case is
 * 000-0000. Anything but zeros and what stands between them: plain.
 */
static enum look zeros(const char *code)
{
	const char *last = strrchr(code, ';');
	int n = 0;

	if (last)
		code = last + 1;
	while (*code) {
		size_t skip = literal(code);

		if (skip == 0 && !strchr("0-() ", *code))
			return LOOK_PLAIN;
		n += skip == 0 && *code == '0';
		code += skip ? skip : 1;
	}
	return n > 1 && n <= LOOK_MOST - LOOK_ZEROS
		       ? (enum look)(LOOK_ZEROS + n)
		       : LOOK_PLAIN;
}

enum look look_of_code(const char *code)
{
	enum look look = date_or_time(code);

	return look == LOOK_PLAIN ? zeros(code) : look;
}

enum { NUM_FMTS, NUM_FMT, CELL_XFS, XF, NUM_FMT_ID, FORMAT_CODE };

static const char *const names[] = {
	[NUM_FMTS] = "numFmts",	   [NUM_FMT] = "numFmt",
	[CELL_XFS] = "cellXfs",	   [XF] = "xf",
	[NUM_FMT_ID] = "numFmtId", [FORMAT_CODE] = "formatCode",
};

/* Excel itself stops at 64,000 styles, and at far fewer formats. */
enum { MOST_STYLES = 65536, MOST_FORMATS = 4096, MOST_ID = 65535 };

struct reading {
	struct xlsx *x;
	struct ctx *cx;
	bool in_formats, in_styles;
	unsigned char *own; /* look + 1 of the file's formats, by id */
	size_t nown, room;
};

static int64_t format_id(const struct xml_tag *tag)
{
	struct xml_value v;
	int64_t id = 0;

	if (!xml_attribute(tag, NUM_FMT_ID, &v) || !xml_whole(v, MOST_ID, &id))
		return 0;
	return id;
}

static enum status add_format(struct reading *r, const struct xml_tag *tag)
{
	struct xml_value v;

	if (!xml_attribute(tag, FORMAT_CODE, &v))
		return ST_OK;
	if (++r->nown > MOST_FORMATS)
		return budget_refuse(&r->x->b, XLSX_TOO_MANY_STYLES);
	r->own[format_id(tag)] =
		(unsigned char)(look_of_code(xml_value_text(r->cx, v)) + 1);
	return ST_OK;
}

static enum status add_style(struct reading *r, const struct xml_tag *tag)
{
	struct xlsx *x = r->x;
	int64_t id = format_id(tag);

	if (x->nlooks == MOST_STYLES)
		return budget_refuse(&x->b, XLSX_TOO_MANY_STYLES);
	if (x->nlooks == r->room) {
		r->room = r->room ? 2 * r->room : 64;
		x->looks = mem_grow(x->cx, x->looks, r->room, 1);
	}
	x->looks[x->nlooks++] =
		(unsigned char)(r->own[id] ? r->own[id] - 1
					   : (int)look_of_number(id));
	return ST_OK;
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;

	if (tag->name == NUM_FMTS)
		r->in_formats = true;
	if (tag->name == CELL_XFS)
		r->in_styles = true;
	if (tag->name == NUM_FMT && r->in_formats)
		return add_format(r, tag);
	if (tag->name == XF && r->in_styles)
		return add_style(r, tag);
	return ST_OK;
}

static enum status on_end(void *arg, int name)
{
	struct reading *r = arg;

	if (name == NUM_FMTS)
		r->in_formats = false;
	if (name == CELL_XFS)
		r->in_styles = false;
	return ST_OK;
}

enum status styles_read(struct xlsx *x)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = xml_spreadsheet,
		.nspaces = XML_SPACES,
		.start = on_start,
		.end = on_end,
	};
	const struct zip_part *p;
	struct reading r = { .x = x };

	if (!x->styles_part)
		return ST_OK;
	p = zip_find(x->zip, x->styles_part);
	if (!p)
		return budget_refuse(&x->b, XLSX_DAMAGED);
	r.cx = ctx_new(x->cx);
	r.own = mem_zero(r.cx, MOST_ID + 1);
	TRY(xml_read(r.cx, x->zip, p, &how, &r));
	ctx_end(r.cx);
	return ST_OK;
}
