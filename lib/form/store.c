/* store.c - rows of a form to the database and back, with their audit entry. */
#include <string.h>

#include "base/buf.h"
#include "db/audit.h"
#include "form/shape.h"

/* Every stored form has an id; most have a revision. */
static const struct slot *slot_named(const struct shape *shape,
				     const char *bind)
{
	for (size_t i = 0; i < shape->n; i++)
		if (strcmp(shape->list[i].bind, bind) == 0)
			return &shape->list[i];
	return NULL;
}

static struct id row_own_id(const struct shape *shape, const void *row)
{
	const struct slot *s = slot_named(shape, "id");
	struct id id = { { 0 } };

	if (s)
		memcpy(&id, slot_value(s, row), sizeof(id));
	return id;
}

/* The rows below, by one statement for each field of rows. */
static enum status load_rows(struct ctx *cx, const struct slot *s,
			     const struct args *args, void *row)
{
	const struct form *form = s->field->form;
	struct rows rows;
	char *list;

	TRY(db_many(cx, form->load, args, &rows));
	list = mem_array(cx, rows.n, form->row_size);
	for (size_t i = 0; i < rows.n; i++) {
		void *one = form_row(cx, form);

		form_fetch(cx, form, rows.list[i], one);
		memcpy(list + i * form->row_size, one, form->row_size);
	}
	memcpy(slot_member(s, row), &list, sizeof(list));
	memcpy((char *)row + s->group + s->field->count, &rows.n,
	       sizeof(rows.n));
	return ST_OK;
}

/* The columns NAME_… of a row, as columns of the row below; false if it has
 * none, because nothing was there to be joined. */
static bool split_row(struct ctx *cx, const char *name, const struct row *from,
		      struct row *below)
{
	size_t n = strlen(name);
	const char **names = mem_array(cx, from->n, sizeof(*names));
	struct value *values = mem_array(cx, from->n, sizeof(*values));
	bool any = false;

	*below = (struct row) { .names = names, .values = values };
	for (size_t i = 0; i < from->n; i++) {
		if (strncmp(from->names[i], name, n) != 0 ||
		    from->names[i][n] != '_')
			continue;
		names[below->n] = from->names[i] + n + 1;
		values[below->n++] = from->values[i];
		any = any || from->values[i].kind != V_NULL;
	}
	return any;
}

/* In the order of their position; they nearly always come so. */
static void sort_rows(struct row **list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i;
		     k > 0 && row_int(list[k], "position") <
				      row_int(list[k - 1], "position");
		     k--) {
			struct row *later = list[k - 1];

			list[k - 1] = list[k];
			list[k] = later;
		}
}

static void take_rows(struct ctx *cx, const struct slot *s,
		      const struct rows *joined, void *row)
{
	const struct form *form = s->field->form;
	struct row **list = mem_array(cx, joined->n, sizeof(*list));
	size_t n = 0;
	char *rows;

	for (size_t i = 0; i < joined->n; i++) {
		list[n] = mem_zero(cx, sizeof(**list));
		n += split_row(cx, s->field->name, joined->list[i], list[n]);
	}
	sort_rows(list, n);
	rows = mem_array(cx, n, form->row_size);
	for (size_t i = 0; i < n; i++) {
		void *one = shape_row(cx, s->rows);

		shape_fetch(cx, s->rows, list[i], one);
		memcpy(rows + i * form->row_size, one, form->row_size);
	}
	memcpy(slot_member(s, row), &rows, sizeof(rows));
	memcpy((char *)row + s->group + s->field->count, &n, sizeof(n));
}

/* One statement for the row and the rows of its one list. */
static enum status load_joined(struct ctx *cx, const struct shape *shape,
			       const struct args *args, void *row)
{
	struct rows joined;

	TRY(db_many(cx, shape->form->load, args, &joined));
	if (joined.n == 0)
		return ST_NOT_FOUND;
	shape_fetch(cx, shape, joined.list[0], row);
	for (size_t i = 0; i < shape->n; i++)
		if (shape->list[i].field->kind == &kind_rows)
			take_rows(cx, &shape->list[i], &joined, row);
	return ST_OK;
}

enum status form_load_by(struct ctx *cx, const struct form *form,
			 const struct args *args, void *row)
{
	const struct shape *shape = shape_of(cx, form);
	struct row *got;

	if (form->load->kind == QUERY_MANY)
		return load_joined(cx, shape, args, row);
	TRY(db_one(cx, form->load, args, &got));
	form_fetch(cx, form, got, row);
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->kind == &kind_rows)
			TRY(load_rows(cx, s, shape_args(cx, shape, row, args),
				      row));
	}
	return ST_OK;
}

enum status form_load(struct ctx *cx, const struct form *form, struct id id,
		      void *row)
{
	return form_load_by(cx, form, ARGS({ "id", value_id(id) }), row);
}

/* Names of what changed, with values only of what is not personal. */
struct change {
	struct ctx *cx;
	struct buf names;
	size_t n;
	bool rows; /* something below the row itself */
};

static void note_change(void *arg, const struct slot *s, const char *place,
			const void *was, const void *is)
{
	struct change *c = arg;

	(void)s, (void)was, (void)is;
	buf_printf(&c->names, "%s\"%s\"", c->n++ ? "," : "", place);
}

static enum status save_rows(struct ctx *cx, const struct slot *s,
			     const struct args *parent, const void *row)
{
	const struct form *form = s->field->form;
	const void *rows;
	size_t n = slot_rows(s, row, &rows);
	struct bulk *bulk = bulk_new(cx, form->insert);

	TRY(db_exec(cx, form->remove, parent, NULL));
	for (size_t i = 0; i < n; i++) {
		struct arg position = { "position", value_int((int64_t)i + 1) };
		struct args place = { &position, 1, parent };

		TRY(bulk_add(bulk,
			     shape_args(cx, s->rows,
					(const char *)rows + i * form->row_size,
					&place)));
	}
	return bulk_end(bulk);
}

/* Parent arguments under names that the rows' own columns cannot hide. */
static enum status save_all_rows(struct ctx *cx, const struct shape *shape,
				 const void *was, const void *row)
{
	const struct args *parent = shape_args(cx, shape, row, NULL);

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		struct change c = { .cx = cx };
		struct shape one = { shape->form, 1, NULL };

		if (s->field->kind != &kind_rows)
			continue;
		one.list = mem_zero(cx, sizeof(*s));
		memcpy(one.list, s, sizeof(*s));
		buf_init(&c.names, cx);
		shape_compare(cx, &one, was, row, note_change, &c);
		if (c.n)
			TRY(save_rows(cx, s, parent, row));
	}
	return ST_OK;
}

static enum status write_audit(struct ctx *cx, const struct shape *shape,
			       const void *was, const void *row)
{
	struct change c = { .cx = cx };

	buf_init(&c.names, cx);
	shape_compare(cx, shape, was, row, note_change, &c);
	return audit_write(cx, mem_printf(cx, "%s.save", shape->form->name),
			   shape->form->name, row_own_id(shape, row),
			   mem_printf(cx, "{\"new\":%s,\"fields\":[%s]}",
				      was ? "false" : "true", c.names.text));
}

static enum status insert(struct ctx *cx, const struct shape *shape, void *row)
{
	const struct slot *id = slot_named(shape, "id");
	const struct slot *revision = slot_named(shape, "revision");
	struct id new = id_new();

	if (id)
		memcpy(slot_member(id, row), &new, sizeof(new));
	if (revision)
		memcpy(slot_member(revision, row), &(int64_t) { 1 },
		       sizeof(int64_t));
	TRY(db_exec(cx, shape->form->insert, shape_args(cx, shape, row, NULL),
		    NULL));
	TRY(save_all_rows(cx, shape, NULL, row));
	return write_audit(cx, shape, NULL, row);
}

static bool same_revision(const struct shape *shape, const void *was,
			  const void *row)
{
	const struct slot *s = slot_named(shape, "revision");

	return !s ||
	       s->field->kind->equal(slot_value(s, was), slot_value(s, row));
}

/* What no request may change comes from the stored row (security IN-11). */
static void keep_server(const struct shape *shape, const void *was, void *row)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->flags & F_SERVER)
			memcpy(slot_member(s, row), slot_value(s, was),
			       s->field->kind->size);
	}
}

static enum status update(struct ctx *cx, const struct shape *shape, void *row)
{
	const struct form *form = shape->form;
	void *was = form_row(cx, form);
	int64_t changed;

	TRY(form_load_by(cx, form, shape_args(cx, shape, row, NULL), was));
	if (!same_revision(shape, was, row))
		return ST_STALE;
	keep_server(shape, was, row);
	TRY(db_exec(cx, form->update, shape_args(cx, shape, row, NULL),
		    &changed));
	if (changed != 1)
		return ST_STALE;
	TRY(save_all_rows(cx, shape, was, row));
	return write_audit(cx, shape, was, row);
}

enum status form_save(struct ctx *cx, const struct form *form, void *row)
{
	const struct shape *shape = shape_of(cx, form);

	/* A form that only changes what is there already has no insert. */
	if (form->insert && !id_set(row_own_id(shape, row)))
		return insert(cx, shape, row);
	return update(cx, shape, row);
}

enum status form_remove(struct ctx *cx, const struct form *form, struct id id)
{
	int64_t changed;

	TRY(db_exec(cx, form->remove, ARGS({ "id", value_id(id) }), &changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_write(cx, mem_printf(cx, "%s.remove", form->name),
			   form->name, id, "");
}
