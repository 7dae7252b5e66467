/* bulk.c - many rows by one statement, a packet for a thousand of them. */
#include <string.h>

#include "base/buf.h"
#include "db/connection.h"
#include "db/time.h"

#define BATCH 1000

/* One bind's values, side by side as the client library wants them. */
struct column {
	enum enum_field_types type; /* of the first value that is not NULL */
	int64_t numbers[BATCH];
	MYSQL_TIME *times;     /* made when the first one comes */
	size_t begins[BATCH];  /* of texts, in bulk.texts */
	const void *at[BATCH]; /* the library wants pointers to both */
	unsigned long lengths[BATCH];
	char indicators[BATCH];
	size_t hint; /* where the name stood in the arguments before */
};

struct bulk {
	struct ctx *cx;
	struct buf texts; /* copies of all texts, until they are sent */
	const struct query *q;
	struct column *columns;
	size_t n;
};

struct bulk *bulk_new(struct ctx *cx, const struct query *q)
{
	struct bulk *b = mem_zero(cx, sizeof(*b));

	if (q->kind != QUERY_EXEC)
		BUG("%s is of another kind", q->name);
	b->cx = cx;
	b->q = q;
	buf_init(&b->texts, cx);
	/* Not cleared: room for a thousand rows is mostly for one or two. */
	b->columns = mem_grow(cx, NULL, q->nbinds, sizeof(*b->columns));
	for (size_t i = 0; i < q->nbinds; i++) {
		b->columns[i].type = MYSQL_TYPE_NULL;
		b->columns[i].times = NULL;
		b->columns[i].hint = 0;
	}
	return b;
}

/* Rows come with their arguments in one order: try that place first. */
static struct value find_value(struct bulk *b, const struct args *args,
			       struct column *c, const char *name)
{
	if (args && c->hint < args->n &&
	    strcmp(args->list[c->hint].name, name) == 0)
		return args->list[c->hint].v;
	for (size_t i = 0; args && i < args->n; i++)
		if (strcmp(args->list[i].name, name) == 0)
			c->hint = i;
	return bind_value(b->cx, args, name, b->q->name);
}

static void put_bytes(struct bulk *b, struct column *c, const void *s, size_t n,
		      enum enum_field_types type)
{
	c->type = type;
	c->begins[b->n] = b->texts.n;
	c->lengths[b->n] = n;
	buf_add_n(&b->texts, s, n);
}

static void put_time(struct bulk *b, struct column *c, int64_t us)
{
	if (!c->times)
		c->times = mem_array(b->cx, BATCH, sizeof(*c->times));
	c->type = MYSQL_TYPE_DATETIME;
	time_to_mysql(us, &c->times[b->n]);
}

static void put(struct bulk *b, struct column *c, const struct value *v)
{
	c->indicators[b->n] = v->kind == V_NULL ? STMT_INDICATOR_NULL
						: STMT_INDICATOR_NONE;
	c->numbers[b->n] = 0;
	c->begins[b->n] = 0;
	c->lengths[b->n] = 0;
	switch (v->kind) {
	case V_NULL:
		return;
	case V_INT:
		c->type = MYSQL_TYPE_LONGLONG;
		c->numbers[b->n] = v->number;
		return;
	case V_TIME:
		put_time(b, c, v->number);
		return;
	case V_ID:
		put_bytes(b, c, v->id.b, sizeof(v->id.b), MYSQL_TYPE_BLOB);
		return;
	case V_TEXT:
		put_bytes(b, c, v->text, v->n, MYSQL_TYPE_STRING);
		return;
	case V_BYTES:
		put_bytes(b, c, v->text, v->n, MYSQL_TYPE_BLOB);
		return;
	}
}

/* Texts have found their last place only now. */
static void point(struct bulk *b, struct column *c)
{
	bool times = c->type == MYSQL_TYPE_DATETIME;

	for (size_t i = 0; i < b->n; i++)
		c->at[i] = times ? (const void *)&c->times[i]
				 : b->texts.text + c->begins[i];
}

static void bind_columns(struct bulk *b, MYSQL_BIND *in)
{
	for (size_t i = 0; i < b->q->nbinds; i++) {
		struct column *c = &b->columns[i];

		in[i].buffer_type = c->type;
		in[i].u.indicator = c->indicators;
		if (c->type == MYSQL_TYPE_LONGLONG) {
			in[i].buffer = c->numbers;
		} else {
			point(b, c);
			memcpy(&in[i].buffer, &(const void **) { c->at },
			       sizeof(in[i].buffer));
			in[i].length = c->lengths;
		}
		if (c->type == MYSQL_TYPE_NULL)
			in[i].buffer_type = MYSQL_TYPE_STRING;
	}
}

static enum status bind(struct bulk *b, struct statement *s, unsigned rows)
{
	struct ctx *turn = ctx_new(b->cx);
	MYSQL_BIND *in = mem_array(turn, b->q->nbinds, sizeof(*in));
	bool bound;

	bind_columns(b, in);
	(void)mysql_stmt_attr_set(s->stmt, STMT_ATTR_ARRAY_SIZE, &rows);
	bound = mysql_stmt_bind_param(s->stmt, in) == 0;
	ctx_end(turn);
	return bound ? ST_OK : fail(ST_DB, "%s: bind", b->q->name);
}

/* Once it is on its way the client library has no more need of our copies. */
enum status bulk_send(struct bulk *b)
{
	struct db *db = b->cx->db;
	struct statement *s;

	if (b->n == 0)
		return ST_OK;
	TRY(connection_open(db));
	TRY(statement_get(db, b->q, &s));
	db->count++;
	TRY(bind(b, s, (unsigned)b->n));
	b->n = 0;
	TRY(pending_start(db, s->stmt, b->q->name));
	buf_clear(&b->texts);
	return ST_OK;
}

enum status bulk_add(struct bulk *b, const struct args *args)
{
	for (size_t i = 0; i < b->q->nbinds; i++) {
		struct column *c = &b->columns[i];
		struct value v = find_value(b, args, c, b->q->binds[i]);

		put(b, c, &v);
	}
	if (++b->n < BATCH)
		return ST_OK;
	return bulk_send(b);
}

enum status bulk_end(struct bulk *b)
{
	TRY(bulk_send(b));
	return pending_settle(b->cx->db);
}
