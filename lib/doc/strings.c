/* strings.c - the texts that the cells of a workbook share. */
#include "doc/xlsx.h"

#include <string.h>

enum { SI, T, RPH, SPACE };

static const char *const names[] = {
	[SI] = "si",
	[T] = "t",
	[RPH] = "rPh",
	[SPACE] = "space",
};

struct reading {
	struct xlsx *x;
	struct buf raw; /* of one <t> */
	bool in_text, in_phonetic, keep_space;
};

static enum status text_begin(struct reading *r)
{
	struct strings *s = &r->x->strings;

	if (s->text.n + sizeof(*s->at) * s->n > r->x->b.limits->text)
		return budget_refuse(&r->x->b, XLSX_TOO_MUCH_TEXT);
	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 1024;
		s->at = mem_grow(r->x->cx, s->at, s->room, sizeof(*s->at));
	}
	s->at[s->n++] = (uint32_t)s->text.n;
	return ST_OK;
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;

	if (tag->name == SI)
		return text_begin(r);
	if (tag->name == RPH)
		r->in_phonetic = true;
	if (tag->name == T && !r->in_phonetic) {
		r->in_text = true;
		r->keep_space = text_keeps_space(tag, SPACE);
		buf_clear(&r->raw);
	}
	return ST_OK;
}

static enum status on_text(void *arg, const char *text, size_t n)
{
	struct reading *r = arg;

	if (!r->in_text)
		return ST_OK;
	if (r->raw.n + n > MOST_RAW)
		return budget_refuse(&r->x->b, XLSX_CELL_TOO_LONG);
	buf_add_n(&r->raw, text, n);
	return ST_OK;
}

static enum status text_end(struct reading *r)
{
	struct strings *s = &r->x->strings;
	size_t from;

	if (s->n == 0)
		return budget_refuse(&r->x->b, XLSX_DAMAGED);
	from = s->at[s->n - 1];
	if (text_too_long(s->text.text + from, s->text.n - from))
		return budget_refuse(&r->x->b, XLSX_CELL_TOO_LONG);
	buf_char(&s->text, '\0');
	return ST_OK;
}

static enum status on_end(void *arg, int name)
{
	struct reading *r = arg;

	if (name == RPH)
		r->in_phonetic = false;
	if (name == T && r->in_text) {
		r->in_text = false;
		text_add(&r->x->strings.text, &r->raw, r->keep_space);
	}
	return name == SI ? text_end(r) : ST_OK;
}

enum status strings_read(struct xlsx *x)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = xml_spreadsheet,
		.nspaces = XML_SPACES,
		.start = on_start,
		.end = on_end,
		.text = on_text,
	};
	struct reading r = { .x = x };
	const struct zip_part *p;

	buf_init(&x->strings.text, x->cx);
	if (!x->strings_part)
		return ST_OK;
	p = zip_find(x->zip, x->strings_part);
	if (!p)
		return budget_refuse(&x->b, XLSX_DAMAGED);
	buf_init(&r.raw, x->cx);
	return xml_read(x->cx, x->zip, p, &how, &r);
}
