/* workbook.c - the sheet of offices (事業所一覧): its columns and words. */
#include "workbook/workbook.h"

#include <string.h>

#include "tokutei/office.h"

const char *workbook_text(const struct workbook *w, const char *key)
{
	const char *text = w->words.get(w->words.arg, key);

	return text ? text : key;
}

/* First the word of the place, then that of the group, as on the screens. */
static const char *word(const struct workbook *w, const struct form *top,
			const struct slot *s, const char *what)
{
	struct ctx *turn = ctx_new(w->cx);
	const char *text;

	text = w->words.get(
		w->words.arg,
		mem_printf(turn, "form.%s.%s.%s", top->name, s->place, what));
	if (!text)
		text = w->words.get(w->words.arg,
				    mem_printf(turn, "form.%s.%s.%s",
					       s->form->name, s->field->name,
					       what));
	ctx_end(turn);
	return text;
}

static bool is_of(const struct shape *shape, const struct slot *s)
{
	return s >= shape->list && s < shape->list + shape->n;
}

const char *workbook_word(const struct workbook *w, const struct slot *s,
			  const char *what)
{
	const char *text = word(
		w, is_of(w->office, s) ? w->office->form : w->business->form, s,
		what);

	return text ? text : "";
}

/* What stands in a part of a part takes the outer one along: the postal code
 * of the institution beside that of the office. */
static const char *make_heading(const struct workbook *w, const struct slot *s)
{
	const char *own = workbook_word(w, s, "sheet");
	const char *prefix = NULL;

	if (*own)
		return own;
	own = workbook_word(w, s, "label");
	if (s->part && s->part->part)
		prefix = w->words.get(
			w->words.arg,
			mem_printf(w->cx, "form.%s.prefix",
				   s->part->part->field->form->name));
	return prefix ? mem_printf(w->cx, "%s%s", prefix, own) : own;
}

/* The heading, then its other names, which stand in one text: a|b|c. */
static void add_keys(const struct workbook *w, struct workbook_column *c)
{
	const char *also = workbook_word(w, c->slot, "also");
	const char **keys = mem_array(w->cx, strlen(also) + 2, sizeof(*keys));

	keys[c->nkeys++] = heading_key(w->cx, c->heading);
	while (*also) {
		size_t n = strcspn(also, "|");

		keys[c->nkeys++] = heading_key(w->cx,
					       mem_text_n(w->cx, also, n));
		also += n + (also[n] == '|');
	}
	c->keys = keys;
}

static void add_column(struct workbook *w, struct workbook_column *list,
		       const struct slot *s, bool business)
{
	struct workbook_column *c = &list[w->n++];

	c->slot = s;
	c->business = business;
	c->heading = make_heading(w, s);
	add_keys(w, c);
	c->plain = heading_plain(w->cx, c->keys[0]);
}

static bool is_number(const struct slot *s)
{
	return strcmp(s->place, "number") == 0;
}

static bool is_column(const struct slot *s)
{
	return s->field->kind != &kind_part && s->field->kind != &kind_rows &&
	       !(s->field->flags & (F_HIDDEN | F_NO_SHEET));
}

static void add_businesses(struct workbook *w, struct workbook_column *list)
{
	for (size_t i = 0; i < w->business->n; i++)
		if (is_column(&w->business->list[i]))
			add_column(w, list, &w->business->list[i], true);
}

static void add_columns(struct workbook *w, struct workbook_column *list)
{
	for (size_t i = 0; i < w->office->n; i++)
		if (is_number(&w->office->list[i]))
			add_column(w, list, &w->office->list[i], false);
	for (size_t i = 0; i < w->office->n; i++) {
		const struct slot *s = &w->office->list[i];

		if (s->field->kind == &kind_rows)
			add_businesses(w, list);
		else if (is_column(s))
			add_column(w, list, s, false);
	}
	w->columns = list;
}

static const int *make_index(const struct workbook *w, const struct shape *of)
{
	int *index = mem_array(w->cx, of->n, sizeof(*index));

	for (size_t i = 0; i < of->n; i++)
		index[i] = -1;
	for (size_t i = 0; i < w->n; i++)
		if (is_of(of, w->columns[i].slot))
			index[w->columns[i].slot - of->list] = (int)i;
	return index;
}

/* Two headings that are the same could not be told apart in a file. */
static void check_headings(const struct workbook *w)
{
	for (size_t i = 0; i < w->n; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(w->columns[i].keys[0],
				   w->columns[k].keys[0]) == 0)
				BUG("the headings of %s and %s are the same",
				    w->columns[k].slot->place,
				    w->columns[i].slot->place);
}

const struct workbook *workbook_new(struct ctx *cx,
				    const struct workbook_words *words)
{
	struct workbook *w = mem_zero(cx, sizeof(*w));

	w->cx = cx;
	w->words = *words;
	w->office = shape_remembering(cx, &office_form);
	for (size_t i = 0; i < w->office->n; i++)
		if (w->office->list[i].rows)
			w->business = w->office->list[i].rows;
	add_columns(w, mem_array(cx, w->office->n + w->business->n,
				 sizeof(struct workbook_column)));
	w->of_office = make_index(w, w->office);
	w->of_business = make_index(w, w->business);
	check_headings(w);
	return w;
}

const struct workbook_column *workbook_column(const struct workbook *w,
					      const struct slot *s)
{
	int at = is_of(w->office, s) ? w->of_office[s - w->office->list]
				     : w->of_business[s - w->business->list];

	return at < 0 ? NULL : &w->columns[at];
}

const struct workbook_column *workbook_find(const struct workbook *w,
					    const char *place)
{
	static const char rows[] = "business.";
	bool business = strncmp(place, rows, strlen(rows)) == 0;

	if (business) {
		place += strlen(rows);
		while (*place == '.' || (*place >= '0' && *place <= '9'))
			place++;
	}
	for (size_t i = 0; i < w->n; i++)
		if (w->columns[i].business == business &&
		    strcmp(w->columns[i].slot->place, place) == 0)
			return &w->columns[i];
	return NULL;
}

const char *workbook_example(const struct workbook *w,
			     const struct workbook_column *column, int line)
{
	static const char *const names[] = { "example", "example2",
					     "example3" };

	return workbook_word(w, column->slot, names[line]);
}
