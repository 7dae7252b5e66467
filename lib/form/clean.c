/* clean.c - what was typed becomes values, or problems with a place. */
#include <stdio.h>
#include <string.h>

#include "form/shape.h"
#include "text/utf8.h"

/* One cleaning: what it reads from, and where a row below a row begins. */
struct work {
	struct ctx *cx;
	const struct input *in;
	struct problems *p;
	const char *prefix; /* "business.0." */
};

static const char *raw_text(const struct work *w, const struct slot *s)
{
	const char *place = mem_printf(w->cx, "%s%s", w->prefix, s->place);
	const char *raw = w->in->get(w->in->arg, place);

	if (!raw)
		return "";
	/* A password is taken as it is. */
	if (s->field->kind == &kind_password)
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

	for (size_t i = 0; i < COUNT(parts); i++) {
		const char *place = mem_printf(w->cx, "%s%s.%s", w->prefix,
					       s->place, parts[i]);

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
	return problem(w->p, key, "%s%s", w->prefix, s->place);
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

static bool is_choice(const char *code, const struct field *f)
{
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		if (strcmp(f->choices[i], code) == 0)
			return true;
	return f->choices == NULL;
}

/* A code, or the label that stands for it, as a sheet may have it. */
static enum status match_option(const struct work *w, const struct slot *s,
				void *row, bool *found)
{
	const struct rows *options;
	const char *code;

	memcpy(&code, slot_value(s, row), sizeof(code));
	TRY(slot_options(w->cx, s, row, &options));
	*found = is_choice(code, s->field);
	if (!options)
		return ST_OK;
	*found = false;
	for (size_t i = 0; i < options->n && !*found; i++) {
		const char *value = row_text(options->list[i], "value");

		if (strcmp(value, code) != 0 &&
		    strcmp(row_text(options->list[i], "label"), code) != 0)
			continue;
		memcpy(slot_member(s, row), &value, sizeof(value));
		*found = true;
	}
	return ST_OK;
}

static enum status check_value(const struct work *w, const struct slot *s,
			       void *row)
{
	const struct field *f = s->field;
	const char *key;
	bool found = true;

	if (f->kind == &kind_choice || f->kind == &kind_radio) {
		TRY(match_option(w, s, row, &found));
		if (!found) {
			f->kind->clear(slot_member(s, row));
			(void)put(w, s, "unknown");
			return ST_OK;
		}
	}
	key = f->check ? f->check(slot_value(s, row)) : NULL;
	if (key)
		(void)put(w, s, key);
	return ST_OK;
}

static void tell_tidied(const struct work *w, const struct slot *s,
			const char *raw, const void *row)
{
	const struct kind *k = s->field->kind;
	const char *shown;

	if (!w->p->tidied || k == &kind_choice || k == &kind_radio)
		return;
	shown = k->show(w->cx, s->field, slot_value(s, row));
	if (strcmp(shown, raw) != 0)
		w->p->tidied(w->p->arg,
			     mem_printf(w->cx, "%s%s", w->prefix, s->place),
			     raw, shown);
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
	tell_tidied(w, s, raw, row);
	return check_value(w, s, row);
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
	size_t before = w->p->n;
	struct work below = *w;

	below.prefix = mem_printf(w->cx, "%s%s.%zu.", w->prefix, s->place, i);
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
	const char *place = mem_printf(w->cx, "%s%s", w->prefix, s->place);
	size_t n = w->in->rows(w->in->arg, place), kept = 0;
	size_t size = f->form->row_size;
	char *list;

	if (n > (size_t)f->max + 1)
		n = (size_t)f->max + 1;
	list = mem_array(w->cx, n, size);
	for (size_t i = 0; i < n; i++) {
		bool empty;
		void *below = form_row(w->cx, f->form);

		TRY(clean_row(w, s, i, below, &empty));
		if (!empty)
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
	const struct rows *options;

	*asked = slot_asked(s, row);
	if (!*asked || !(s->field->flags & F_IF_ANY))
		return ST_OK;
	TRY(slot_options(w->cx, s, row, &options));
	*asked = options && options->n > 0;
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
	const struct work w = { cx, in, p, "" };
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
