/* run.c - runs a named statement and reads what it answers. */
#include <mysqld_error.h>
#include <string.h>

#include "base/clock.h"
#include "db/connection.h"
#include "db/time.h"

/* Room for the binds of one call: nothing in it outlives the call. */
struct call {
	struct statement *s;
	MYSQL_BIND *in;
	MYSQL_TIME *times;
	struct value *values;
	my_bool *nulls;
};

static void bind_in(MYSQL_BIND *b, struct value *v, MYSQL_TIME *time,
		    my_bool *is_null)
{
	static my_bool yes = 1;

	*is_null = v->kind == V_NULL;
	b->is_null = v->kind == V_NULL ? &yes : NULL;
	switch (v->kind) {
	case V_NULL:
		b->buffer_type = MYSQL_TYPE_NULL;
		return;
	case V_INT:
		b->buffer_type = MYSQL_TYPE_LONGLONG;
		b->buffer = &v->number;
		return;
	case V_TIME:
		time_to_mysql(v->number, time);
		b->buffer_type = MYSQL_TYPE_DATETIME;
		b->buffer = time;
		return;
	case V_ID:
		b->buffer_type = MYSQL_TYPE_BLOB;
		b->buffer = v->id.b;
		b->buffer_length = sizeof(v->id.b);
		return;
	case V_TEXT:
	case V_BYTES:
		b->buffer_type = v->kind == V_TEXT ? MYSQL_TYPE_STRING
						   : MYSQL_TYPE_BLOB;
		memcpy(&b->buffer, &v->text, sizeof(v->text));
		b->buffer_length = v->n;
		return;
	}
}

static enum status bind_all(struct ctx *cx, const struct args *args,
			    struct call *c)
{
	const struct query *q = c->s->query;
	size_t n = q->nbinds;

	if (n == 0)
		return ST_OK;
	c->in = mem_array(cx, n, sizeof(*c->in));
	c->times = mem_array(cx, n, sizeof(*c->times));
	c->values = mem_array(cx, n, sizeof(*c->values));
	c->nulls = mem_array(cx, n, sizeof(*c->nulls));
	for (size_t i = 0; i < n; i++) {
		c->values[i] = bind_value(cx, args, q->binds[i], q->name);
		bind_in(&c->in[i], &c->values[i], &c->times[i], &c->nulls[i]);
	}
	if (mysql_stmt_bind_param(c->s->stmt, c->in))
		return fail(ST_DB, "%s: bind", q->name);
	return ST_OK;
}

static enum status execute_once(struct ctx *cx, const struct query *q,
				const struct args *args, struct call *c)
{
	struct db *db = cx->db;

	TRY(connection_open(db));
	TRY(statement_get(db, q, &c->s));
	TRY(bind_all(cx, args, c));
	db->count++;
	if (mysql_stmt_execute(c->s->stmt) == 0)
		return ST_OK;
	return connection_error(db, mysql_stmt_errno(c->s->stmt),
				mysql_stmt_error(c->s->stmt), q->name);
}

/* A connection that died while it was idle costs one more try, no error. */
static enum status execute(struct ctx *cx, const struct query *q,
			   const struct args *args, struct call *c)
{
	bool had = cx->db->mysql != NULL && !cx->db->in_transaction;
	enum status st = execute_once(cx, q, args, c);

	if (st == ST_DB && had && !cx->db->mysql)
		st = execute_once(cx, q, args, c);
	return st;
}

/* A text longer than the room is fetched once more, at its full length. */
static enum status long_text(struct statement *s, size_t i, char *text)
{
	MYSQL_BIND whole = s->out[i];

	whole.buffer = text;
	whole.buffer_length = s->lengths[i];
	if (mysql_stmt_fetch_column(s->stmt, &whole, (unsigned)i, 0))
		return fail(ST_DB, "%s: long text", s->query->name);
	return ST_OK;
}

static enum status take_text(struct statement *s, size_t i, char *text,
			     struct value *v)
{
	v->n = s->lengths[i];
	if (v->n > s->out[i].buffer_length)
		TRY(long_text(s, i, text));
	else
		memcpy(text, s->out[i].buffer, v->n);
	text[v->n] = '\0';
	v->text = text;
	v->kind = V_TEXT;
	if (s->out[i].buffer_type != MYSQL_TYPE_BLOB)
		return ST_OK;
	v->kind = v->n == ID_BYTES ? V_ID : V_BYTES;
	if (v->kind == V_ID)
		memcpy(v->id.b, text, ID_BYTES);
	return ST_OK;
}

#define DATE_TEXT 10 /* 2026-11-21 */

/* Days are texts; the library would make them with sprintf. */
static void take_date(const MYSQL_TIME *t, char *text, struct value *v)
{
	unsigned year = t->year;

	for (int i = 3; i >= 0; i--, year /= 10)
		text[i] = (char)('0' + year % 10);
	text[4] = text[7] = '-';
	text[5] = (char)('0' + t->month / 10 % 10);
	text[6] = (char)('0' + t->month % 10);
	text[8] = (char)('0' + t->day / 10 % 10);
	text[9] = (char)('0' + t->day % 10);
	text[DATE_TEXT] = '\0';
	*v = (struct value) { .kind = V_TEXT, .text = text, .n = DATE_TEXT };
}

/* Bytes of a column's text with what ends it; 0: it has none. */
static size_t text_room(const struct statement *s, size_t i)
{
	if (s->nulls[i] || s->out[i].buffer_type == MYSQL_TYPE_LONGLONG ||
	    s->out[i].buffer_type == MYSQL_TYPE_DATETIME)
		return 0;
	return s->out[i].buffer_type == MYSQL_TYPE_DATE ? DATE_TEXT + 1
							: s->lengths[i] + 1;
}

/* A row, its values and their texts are one piece of memory. */
static struct row *row_new(struct ctx *cx, const struct statement *s,
			   char **texts)
{
	size_t head = sizeof(struct row) + s->ncolumns * sizeof(struct value);
	size_t bytes = head;
	struct row *row;

	for (size_t i = 0; i < s->ncolumns; i++)
		bytes += text_room(s, i);
	row = mem_grow(cx, NULL, bytes, 1);
	memset(row, 0, head);
	row->n = s->ncolumns;
	row->names = s->names;
	row->values = (struct value *)(row + 1);
	*texts = (char *)row + head;
	return row;
}

static enum status take_row(struct ctx *cx, struct statement *s,
			    struct row **out)
{
	char *text;
	struct row *row = row_new(cx, s, &text);

	for (size_t i = 0; i < row->n; i++) {
		struct value *v = &row->values[i];

		if (s->nulls[i])
			continue;
		if (s->out[i].buffer_type == MYSQL_TYPE_LONGLONG) {
			v->kind = V_INT;
			memcpy(&v->number, s->out[i].buffer, sizeof(v->number));
		} else if (s->out[i].buffer_type == MYSQL_TYPE_DATETIME) {
			v->kind = V_TIME;
			v->number = time_from_mysql(s->out[i].buffer);
		} else if (s->out[i].buffer_type == MYSQL_TYPE_DATE) {
			take_date(s->out[i].buffer, text, v);
		} else {
			TRY(take_text(s, i, text, v));
		}
		text += text_room(s, i);
	}
	*out = row;
	return ST_OK;
}

/* ST_NOT_FOUND after the last row. */
static enum status fetch(struct ctx *cx, struct statement *s, struct row **row)
{
	int rc = mysql_stmt_fetch(s->stmt);

	if (rc == MYSQL_NO_DATA)
		return ST_NOT_FOUND;
	if (rc != 0 && rc != MYSQL_DATA_TRUNCATED)
		return connection_error(cx->db, mysql_stmt_errno(s->stmt),
					mysql_stmt_error(s->stmt),
					s->query->name);
	return take_row(cx, s, row);
}

static void must_be(const struct query *q, enum query_kind kind)
{
	if (q->kind != kind)
		BUG("%s is of another kind", q->name);
}

enum status db_many(struct ctx *cx, const struct query *q,
		    const struct args *args, struct rows *rows)
{
	struct call c = { .s = NULL };
	size_t room = 0;
	enum status st;
	struct row *row = NULL;

	*rows = (struct rows) { .n = 0 };
	TRY(execute(cx, q, args, &c));
	while ((st = fetch(cx, c.s, &row)) == ST_OK) {
		if (rows->n == room) {
			room = room ? 2 * room : 16;
			rows->list = mem_grow(cx, rows->list, room,
					      sizeof(struct row *));
		}
		rows->list[rows->n++] = row;
	}
	if (st != ST_NOT_FOUND)
		return st;
	(void)mysql_stmt_free_result(c.s->stmt);
	return ST_OK;
}

enum status db_one(struct ctx *cx, const struct query *q,
		   const struct args *args, struct row **row)
{
	struct rows rows;

	must_be(q, QUERY_ONE);
	TRY(db_many(cx, q, args, &rows));
	if (rows.n == 0)
		return ST_NOT_FOUND;
	*row = rows.list[0];
	return ST_OK;
}

enum status db_each(struct ctx *cx, const struct query *q,
		    const struct args *args,
		    enum status (*fn)(struct ctx *, void *, const struct row *),
		    void *arg)
{
	struct call c = { .s = NULL };
	enum status st = ST_OK;
	bool end = false;

	must_be(q, QUERY_MANY);
	TRY(execute(cx, q, args, &c));
	while (st == ST_OK && !end) {
		struct ctx *turn = ctx_new(cx);
		struct row *row = NULL;

		st = fetch(turn, c.s, &row);
		end = st == ST_NOT_FOUND;
		if (st == ST_OK)
			st = fn(turn, arg, row);
		ctx_end(turn);
	}
	if (cx->db->mysql)
		(void)mysql_stmt_free_result(c.s->stmt);
	return end ? ST_OK : st;
}

enum status db_exec(struct ctx *cx, const struct query *q,
		    const struct args *args, int64_t *changed)
{
	struct call c = { .s = NULL };

	must_be(q, QUERY_EXEC);
	TRY(execute(cx, q, args, &c));
	if (changed)
		*changed = (int64_t)mysql_stmt_affected_rows(c.s->stmt);
	cx->db->last_id = (int64_t)mysql_stmt_insert_id(c.s->stmt);
	return ST_OK;
}

enum status db_describe(struct ctx *cx, const struct query *q,
			struct db_column **columns, size_t *n)
{
	struct statement *s;
	MYSQL_RES *meta;

	TRY(connection_open(cx->db));
	TRY(statement_get(cx->db, q, &s));
	*n = s->ncolumns;
	*columns = mem_array(cx, *n, sizeof(**columns));
	meta = mysql_stmt_result_metadata(s->stmt);
	for (size_t i = 0; i < *n; i++) {
		const MYSQL_FIELD *f = mysql_fetch_field_direct(meta,
								(unsigned)i);

		(*columns)[i].name = s->names[i];
		if (f->type == MYSQL_TYPE_VAR_STRING ||
		    f->type == MYSQL_TYPE_STRING)
			(*columns)[i].width = f->length / 4;
	}
	if (meta)
		mysql_free_result(meta);
	return ST_OK;
}
