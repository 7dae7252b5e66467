/* shape.h - a form's table laid flat: parts resolved, names and places made. */
#ifndef FORM_SHAPE_H
#define FORM_SHAPE_H

#include "form/form.h"

struct shape;
struct memory; /* of choices, in choice.c */

/* A bind of a list of options, and the slot of the group that gives it. */
struct slot_bind {
	const char *name;
	const struct slot *from;
};

/* One field wherever it stands. */
struct slot {
	const struct field *field;
	const struct form *form;       /* the group whose table holds it */
	const char *place;	       /* at.zip */
	const char *bind;	       /* at_zip */
	size_t offset;		       /* of the value in the outermost row */
	size_t group;		       /* of its group in the outermost row */
	const struct slot *part;       /* the part it stands in, or NULL */
	const struct shape *rows;      /* kind_rows: the shape of one of them */
	const struct slot_bind *binds; /* of its options */
	size_t nbinds;
	struct memory *memory; /* shape_remembering() */
};

/* Parts stand before what is in them. */
struct shape {
	const struct form *form;
	size_t n;
	struct slot *list;
};

const struct shape *shape_of(struct ctx *cx, const struct form *form);
/* From now on this context and its children make the shape of a form once and
 * find it again: for programs that answer many requests. */
void shapes_keep(struct ctx *cx);
/* The same for many rows in a short time: choices that were found once are
 * found again without looking. */
const struct shape *shape_remembering(struct ctx *cx, const struct form *form);
/* An empty row, as form_row(). */
void *shape_row(struct ctx *cx, const struct shape *shape);
/* Is it asked, given the values of this row? */
bool slot_asked(const struct slot *s, const void *row);
const void *slot_value(const struct slot *s, const void *row);
void *slot_member(const struct slot *s, void *row);
/* kind_rows: the rows and their number. */
size_t slot_rows(const struct slot *s, const void *row, const void **rows);
/* Is it a column of the form's own table? */
bool slot_stored(const struct slot *s);

/* The options of a choice for this row (binds come from its group), read once
 * and remembered; *rows NULL when the field has none from a statement. */
enum status slot_options(struct ctx *cx, const struct slot *s, const void *row,
			 const struct rows **options) MUST_USE;

/* What a text stands for among the options of this row. */
struct choice {
	const char *code; /* NULL: nothing, or more than one */
	const char *label;
	bool loose; /* neither the code nor the label itself */
	bool any;   /* there are options at all */
};

/*
 * The code, the label, or one of them spelled a little differently: width,
 * kana, spaces; a code that lost its leading zeros; with F_TAIL the end of one
 * label alone. A field without options from a statement has no choices here.
 */
enum status slot_choose(struct ctx *cx, const struct slot *s, const void *row,
			const char *raw, struct choice *found) MUST_USE;

/* form_clean() and the rest with a shape made before: for many rows. */
enum status shape_clean(struct ctx *cx, const struct shape *shape,
			const struct input *in, void *row,
			struct problems *p) MUST_USE;
const struct args *shape_args(struct ctx *cx, const struct shape *shape,
			      const void *row, const struct args *extra);
void shape_fetch(struct ctx *cx, const struct shape *shape,
		 const struct row *from, void *row);

/* Every difference of two rows, field by field; place of rows: business.1.own.
 * was or is NULL: the whole row is new or gone. */
void shape_compare(struct ctx *cx, const struct shape *shape, const void *was,
		   const void *is,
		   void (*fn)(void *arg, const struct slot *s,
			      const char *place, const void *was,
			      const void *is),
		   void *arg);

/* BUG unless the table is sound: names unique and lower case, one of required,
 * optional, hidden, min <= max, options where they belong. */
void shape_check(struct ctx *cx, const struct form *form);

#endif
