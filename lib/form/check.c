/* check.c - a wrong table is a bug of ours, found when a program starts. */
#include <string.h>

#include "form/shape.h"

static void check_name(const struct form *form, const struct field *f)
{
	for (const char *p = f->name; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') ||
		      *p == '_'))
			BUG("%s.%s: name is not lower case", form->name,
			    f->name);
	if (strncmp(f->name, "my_", 3) == 0 || strcmp(f->name, "now") == 0)
		BUG("%s.%s: the name belongs to the runner", form->name,
		    f->name);
}

static void check_field(const struct form *form, const struct field *f)
{
	unsigned need = f->flags & (F_REQUIRED | F_OPTIONAL | F_HIDDEN);
	bool chooses = f->kind == &kind_choice || f->kind == &kind_radio;

	check_name(form, f);
	if (need != F_REQUIRED && need != F_OPTIONAL && need != F_HIDDEN)
		BUG("%s.%s: required, optional or hidden", form->name, f->name);
	if (f->max && f->min > f->max)
		BUG("%s.%s: min is above max", form->name, f->name);
	if ((f->options || f->choices) != chooses)
		BUG("%s.%s: options", form->name, f->name);
	if ((f->kind == &kind_part || f->kind == &kind_rows) != !!f->form)
		BUG("%s.%s: a form for parts and rows", form->name, f->name);
	if (f->kind == &kind_rows && f->max < 1)
		BUG("%s.%s: how many rows", form->name, f->name);
}

static void check_unique(const struct form *form)
{
	for (size_t i = 0; i < form->nfields; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(form->fields[i].name,
				   form->fields[k].name) == 0)
				BUG("%s.%s stands twice", form->name,
				    form->fields[i].name);
}

/* Rows below a row are found by what the row above gives. */
static bool known(const struct shape *shape, const struct shape *above,
		  const char *bind)
{
	if (strncmp(bind, "my_", 3) == 0 || strcmp(bind, "now") == 0 ||
	    strcmp(bind, "position") == 0 || strncmp(bind, "by_", 3) == 0)
		return true;
	for (size_t i = 0; i < shape->n; i++)
		if (slot_stored(&shape->list[i]) &&
		    strcmp(shape->list[i].bind, bind) == 0)
			return true;
	return above && known(above, NULL, bind);
}

/* Columns of form->more are computed: names that the table lacks are theirs. */
static void check_query(const struct shape *shape, const struct shape *above,
			const struct query *q)
{
	for (size_t i = 0; q && !shape->form->more && i < q->nbinds; i++)
		if (!known(shape, above, q->binds[i]))
			BUG("%s: no field gives %s", q->name, q->binds[i]);
}

/* Statements of rows below take their binds from the parent as well; a part is
 * stored by the form that it stands in. */
static void check_form(struct ctx *cx, const struct form *form,
		       const struct shape *above, bool part)
{
	const struct shape *shape = shape_of(cx, form);

	if (form->row_size == 0)
		BUG("%s: size of the row", form->name);
	check_unique(form);
	for (size_t i = 0; i < form->nfields; i++) {
		check_field(form, &form->fields[i]);
		if (form->fields[i].form)
			check_form(cx, form->fields[i].form, shape,
				   form->fields[i].kind == &kind_part);
	}
	if (part)
		return;
	check_query(shape, above, form->load);
	check_query(shape, above, form->update);
}

void shape_check(struct ctx *cx, const struct form *form)
{
	check_form(cx, form, NULL, false);
}
