/* clean.c - what was typed becomes values, or problems with a place. */
#include <stdio.h>
#include <string.h>

#include "form/shape.h"
#include "text/utf8.h"

/* One cleaning: what it reads from, and the row below a row that it is at. */
struct work {
	struct ctx *cx;
	const struct input *in;
	struct problems *p;
	const struct work *above; /* NULL: the outermost row */
	const struct slot *rows;  /* above's slot that this row belongs to */
	size_t row;
};

/* business.0.own; made only when somebody wants to know. */
static const char *place_of(const struct work *w, const struct slot *s)
{
	if (!w->above)
		return s->place;
	return mem_printf(w->cx, "%s.%zu.%s", place_of(w->above, w->rows),
			  w->row, s->place);
}

static bool is_space_at(const char *s)
{
	return utf8_is_space(utf8_next(&s));
}

/* Most texts have nothing to clean or trim, and are not copied then. */
static bool is_clean(const char *s)
{
	const unsigned char *at = (const unsigned char *)s;
	const char *last = s;

	if (is_space_at(s))
		return false;
	for (; *at; at++) {
		if (*at < 0x20 || *at == 0x7F ||
		    (*at == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0))
			return false;
		if ((*at & 0xC0) != 0x80)
			last = (const char *)at;
	}
	return !is_space_at(last);
}

static const char *typed(const struct work *w, const struct slot *s)
{
	const struct input *in = w->in;
	const char *raw = in->get_at ? in->get_at(in->arg, s, w->row)
				     : in->get(in->arg, place_of(w, s));

	return raw ? raw : "";
}

static const char *raw_text(const struct work *w, const struct slot *s)
{
	const char *raw = typed(w, s);

	/* A password is taken as it is. */
	if (*raw == '\0' || s->field->kind == &kind_password || is_clean(raw))
		return raw;
	return utf8_trim(w->cx,
			 utf8_clean(w->cx, raw, s->field->kind->multiline));
}

/* Three boxes become one text; a sheet has it as one already. */
static const char *raw_date(const struct work *w, const struct slot *s)
{
	static const char *const parts[] = { "year", "month", "day" };
	const char *text[3];
	bool any = false;

	if (w->in->get_at)
		return raw_text(w, s);
	for (size_t i = 0; i < COUNT(parts); i++) {
		const char *place = mem_printf(w->cx, "%s.%s", place_of(w, s),
					       parts[i]);

		text[i] = w->in->get(w->in->arg, place);
		text[i] = text[i] ? utf8_trim(w->cx, text[i]) : "";
		any = any || *text[i];
	}
	if (!any)
		return raw_text(w, s);
	return mem_printf(w->cx, "%s/%s/%s", text[0], text[1], text[2]);
}

/* Like problem(), with the place of the row before it. */
static struct report *put(const struct work *w, const struct slot *s,
			  const char *key)
{
	return problem(w->p, key, "%s", place_of(w, s));
}

static void take(const struct work *w, const struct slot *s, const char *key,
		 const struct report *said)
{
	struct report *r = put(w, s, key);

	for (size_t i = 0; said && i < said->nargs; i++)
		r->args[r->nargs++] = said->args[i];
}

static const char *empty_key(const struct field *f)
{
	if (f->kind == &kind_check)
		return "tick";
	if (f->kind == &kind_choice || f->kind == &kind_radio)
		return "choose";
	return "empty";
}

/* "30": written as it is shown, which need not be tried. */
static bool is_plain_number(const struct field *f, const char *raw)
{
	size_t n = strspn(raw, "0123456789");

	return f->kind == &kind_number && raw[n] == '\0' &&
	       (*raw != '0' || n == 1);
}

static void tell_tidied(const struct work *w, const struct slot *s,
			const char *raw, const char *stored)
{
	if (w->p->tidied && strcmp(stored, raw) != 0)
		w->p->tidied(w->p->arg, s, w->row, raw, stored);
}

static bool is_listed(const struct field *f, const char *code)
{
	for (size_t i = 0; f->choices[i]; i++)
		if (strcmp(f->choices[i], code) == 0)
			return true;
	return false;
}

/* A code, or the label that stands for it, as a sheet may have it. */
static enum status choose(const struct work *w, const struct slot *s,
			  const char *raw, void *row, bool *found)
{
	struct choice choice;

	if (s->field->choices) {
		*found = is_listed(s->field, raw);
		return ST_OK;
	}
	TRY(slot_choose(w->cx, s, row, raw, &choice));
	*found = choice.code != NULL;
	if (*found)
		memcpy(slot_member(s, row), &choice.code, sizeof(choice.code));
	if (*found && choice.loose)
		tell_tidied(w, s, raw, choice.label);
	return ST_OK;
}

static bool is_choice(const struct field *f)
{
	return f->kind == &kind_choice || f->kind == &kind_radio;
}

static enum status check_value(const struct work *w, const struct slot *s,
			       const char *raw, void *row)
{
	const struct field *f = s->field;
	const char *key;
	bool found = true;

	if (is_choice(f))
		TRY(choose(w, s, raw, row, &found));
	else if (w->p->tidied && !is_plain_number(f, raw))
		tell_tidied(w, s, raw,
			    f->kind->show(w->cx, f, slot_value(s, row)));
	if (!found) {
		f->kind->clear(slot_member(s, row));
		(void)put(w, s, "unknown");
		return ST_OK;
	}
	key = f->check ? f->check(slot_value(s, row)) : NULL;
	if (key)
		(void)put(w, s, key);
	return ST_OK;
}

static enum status clean_value(const struct work *w, const struct slot *s,
			       void *row)
{
	const struct field *f = s->field;
	struct report said = { .cx = w->p->cx };
	const char *raw = f->kind == &kind_date ? raw_date(w, s)
						: raw_text(w, s);

	f->kind->clear(slot_member(s, row));
	if (*raw == '\0') {
		if ((f->flags & F_REQUIRED))
			(void)put(w, s, empty_key(f));
		return ST_OK;
	}
	if (!f->kind->clean(w->cx, f, raw, slot_member(s, row), &said)) {
		f->kind->clear(slot_member(s, row));
		take(w, s, said.key, &said);
		return ST_OK;
	}
	return check_value(w, s, raw, row);
}

static enum status clean_shape(const struct work *w, const struct shape *shape,
			       void *row);

/* Rows that say nothing at all are left out, wherever they stand. */
static bool says_nothing(const struct shape *shape, const void *row)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->kind->missing && !(s->field->flags & F_HIDDEN) &&
		    !s->field->kind->missing(slot_value(s, row)))
			return false;
	}
	return true;
}

static enum status clean_row(const struct work *w, const struct slot *s,
			     size_t i, void *row, bool *empty)
{
	const struct work below = { w->cx, w->in, w->p, w, s, i };
	size_t before = w->p->n;

	TRY(clean_shape(&below, s->rows, row));
	*empty = says_nothing(s->rows, row);
	for (size_t k = before; *empty && k < w->p->n; k++)
		if (strcmp(w->p->list[k].what.key, "empty") != 0 &&
		    strcmp(w->p->list[k].what.key, "choose") != 0)
			*empty = false; /* something was typed, but wrong */
	if (*empty)
		w->p->n = before;
	return ST_OK;
}

static enum status clean_rows(const struct work *w, const struct slot *s,
			      void *row)
{
	const struct field *f = s->field;
	size_t n = w->in->rows(w->in->arg, place_of(w, s)), kept = 0;
	size_t size = f->form->row_size;
	char *list;

	if (n > (size_t)f->max + 1)
		n = (size_t)f->max + 1;
	list = mem_array(w->cx, n, size);
	for (size_t i = 0; i < n; i++) {
		bool empty;
		void *below = shape_row(w->cx, s->rows);

		TRY(clean_row(w, s, i, below, &empty));
		if (!empty || w->in->blanks)
			memcpy(list + kept++ * size, below, size);
	}
	memcpy(slot_member(s, row), &list, sizeof(list));
	memcpy((char *)row + s->group + f->count, &kept, sizeof(kept));
	if ((f->flags & F_REQUIRED) && kept < (size_t)f->min)
		(void)put(w, s, "rows.few");
	if (kept > (size_t)f->max)
		report_arg(put(w, s, "rows.many"), "max", "%lld",
			   (long long)f->max);
	return ST_OK;
}

static void clear_value(const struct slot *s, void *row)
{
	static const size_t none;

	if (s->field->kind == &kind_rows)
		memcpy((char *)row + s->group + s->field->count, &none,
		       sizeof(none));
	else if (s->field->kind->clear)
		s->field->kind->clear(slot_member(s, row));
}

/* A second detail is asked where the master has any (F_IF_ANY). */
static enum status is_asked(const struct work *w, const struct slot *s,
			    const void *row, bool *asked)
{
	struct choice choice;

	*asked = slot_asked(s, row);
	if (!*asked || !(s->field->flags & F_IF_ANY))
		return ST_OK;
	TRY(slot_choose(w->cx, s, row, "", &choice));
	*asked = choice.any;
	return ST_OK;
}

static enum status clean_shape(const struct work *w, const struct shape *shape,
			       void *row)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		bool asked;

		if (s->field->kind == &kind_part ||
		    (s->field->flags & F_SERVER))
			continue;
		TRY(is_asked(w, s, row, &asked));
		if (!asked)
			clear_value(s, row);
		else if (s->field->kind == &kind_rows)
			TRY(clean_rows(w, s, row));
		else
			TRY(clean_value(w, s, row));
	}
	return ST_OK;
}

enum status shape_clean(struct ctx *cx, const struct shape *shape,
			const struct input *in, void *row, struct problems *p)
{
	const struct work w = { .cx = cx, .in = in, .p = p };
	size_t before = p->n;

	TRY(clean_shape(&w, shape, row));
	if (p->n == before && shape->form->rules)
		shape->form->rules(p, row);
	return ST_OK;
}

enum status form_clean(struct ctx *cx, const struct form *form,
		       const struct input *in, void *row, struct problems *p)
{
	return shape_clean(cx, shape_of(cx, form), in, row, p);
}
