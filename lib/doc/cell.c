/* cell.c - what a cell says. */
#include "doc/sheet.h"

#include <string.h>

void cell_clear(struct cell *c)
{
	c->type = TYPE_NUMBER;
	c->look = LOOK_PLAIN;
	c->formula = false;
	c->stored = false;
	buf_clear(&c->value);
	buf_clear(&c->text);
}

static enum status damaged(struct sheet *s)
{
	return budget_refuse(&s->x->b, XLSX_DAMAGED);
}

/* The cell's text is shared, or has been added to s->texts from begins on. */
static enum status add(struct sheet *s, enum cell_kind kind, const char *shared,
		       size_t begins)
{
	size_t column = s->cell.column;

	if (column >= s->x->b.limits->columns)
		return budget_refuse(&s->x->b, XLSX_TOO_MANY_COLUMNS);
	s->cells[s->n] = (struct xlsx_cell) {
		.column = column,
		.kind = kind,
		.hidden = s->hidden[column],
		.text = shared,
	};
	s->begins[s->n++] = shared ? NOWHERE : begins;
	if (!shared)
		buf_char(&s->texts, '\0');
	return ST_OK;
}

static enum status add_own(struct sheet *s, enum cell_kind kind,
			   const char *text)
{
	size_t begins = s->texts.n;

	buf_add(&s->texts, text);
	return add(s, kind, NULL, begins);
}

static enum status take_shared(struct sheet *s)
{
	const struct strings *all = &s->x->strings;
	struct xml_value v = { s->cell.value.text, s->cell.value.n };
	const char *text;
	int64_t i;

	if (!xml_whole(v, INT32_MAX, &i) || (size_t)i >= all->n)
		return damaged(s);
	text = all->text.text + all->at[i];
	return *text ? add(s, CELL_TEXT, text, 0) : ST_OK;
}

static enum status take_number(struct sheet *s)
{
	size_t begins = s->texts.n;
	enum cell_kind kind;

	if (!number_show(&s->texts, s->cell.value.text, s->cell.look,
			 s->x->since_1904, &kind))
		return damaged(s);
	return add(s, kind, NULL, begins);
}

/* from: what stands in the file; of an inline string already joined. */
static enum status take_text(struct sheet *s, const struct buf *from)
{
	size_t begins = s->texts.n;

	if (from == &s->cell.text)
		buf_add_n(&s->texts, from->text, from->n);
	else
		text_add(&s->texts, from, true);
	if (s->texts.n == begins)
		return ST_OK;
	if (text_too_long(s->texts.text + begins, s->texts.n - begins))
		return budget_refuse(&s->x->b, XLSX_CELL_TOO_LONG);
	return add(s, CELL_TEXT, NULL, begins);
}

/* "2022-02-15T13:05:00.000Z" in our form. */
static enum status take_date(struct sheet *s)
{
	char *text = s->cell.value.text, *t = strchr(text, 'T');
	size_t n = strcspn(text, ".Z");

	text[n] = '\0';
	if (t && t < text + n) {
		*t = ' ';
		if (strcmp(t, " 00:00:00") == 0)
			*t = '\0';
	}
	return add_own(s, CELL_DATE, text);
}

/*
 * A formula without a stored result has never been calculated: some program
 * wrote it, and no spreadsheet has saved it since. A text result may be empty.
 */
static bool unsaved(const struct cell *c)
{
	return c->formula &&
	       (!c->stored || (c->value.n == 0 && c->type != TYPE_STRING));
}

enum status cell_take(struct sheet *s)
{
	const struct cell *c = &s->cell;

	if (unsaved(c))
		return add_own(s, CELL_UNSAVED, "");
	if (c->type == TYPE_INLINE)
		return take_text(s, &c->text);
	if (c->value.n == 0)
		return ST_OK;
	switch (c->type) {
	case TYPE_SHARED:
		return take_shared(s);
	case TYPE_STRING:
		return take_text(s, &c->value);
	case TYPE_BOOL:
		return add_own(s, CELL_BOOL,
			       strcmp(c->value.text, "0") == 0 ||
					       strcmp(c->value.text, "false") ==
						       0
				       ? "FALSE"
				       : "TRUE");
	case TYPE_ERROR:
		return add_own(s, CELL_ERROR, c->value.text);
	case TYPE_DATE:
		return take_date(s);
	default:
		return take_number(s);
	}
}
