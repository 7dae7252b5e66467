/* cache.c - master data that a process has read within the last minute. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "db/connection.h"

/* One answer. Old rows stay until the process ends, because a request may
 * still point at them: a few kilobytes a minute at most. */
struct cached {
	const struct query *query;
	const char *key; /* the values of its binds */
	int64_t read_at;
	struct rows rows;
	struct cached *next;
};

static void add_value(struct buf *key, const struct value *v)
{
	if (v->kind == V_INT)
		buf_printf(key, "%lld", (long long)v->number);
	else if (v->text)
		buf_add_n(key, v->text, v->n);
	buf_char(key, '\x1f');
}

/* :now is left out: what is valid changes by the day, the cache lives a
 * minute. */
static const char *make_key(struct ctx *cx, const struct query *q,
			    const struct args *args)
{
	struct buf key;

	buf_init(&key, cx);
	for (size_t i = 0; i < q->nbinds; i++) {
		struct value v;

		if (strcmp(q->binds[i], "now") == 0)
			continue;
		if (strncmp(q->binds[i], "my_", 3) == 0)
			BUG("%s depends on who asks", q->name);
		v = bind_value(cx, args, q->binds[i], q->name);
		add_value(&key, &v);
	}
	return key.text;
}

static size_t slot_of(const struct query *q, const char *key)
{
	size_t h = (size_t)(uintptr_t)q >> 5;

	for (; *key; key++)
		h = h * 31 + (unsigned char)*key;
	return h % CACHE_SLOTS;
}

static struct cached *find(struct db *db, const struct query *q,
			   const char *key, size_t slot)
{
	for (struct cached *c = db->cached[slot]; c; c = c->next)
		if (c->query == q && strcmp(c->key, key) == 0)
			return c;
	return NULL;
}

static struct cached *add(struct db *db, const struct query *q, const char *key,
			  size_t slot)
{
	struct cached *c = mem_zero(db->cx, sizeof(*c));

	c->query = q;
	c->key = mem_text(db->cx, key);
	c->next = db->cached[slot];
	db->cached[slot] = c;
	return c;
}

/* Reads into the memory of the process, not of the request. */
static enum status read_rows(struct ctx *cx, const struct query *q,
			     const struct args *args, struct rows *rows)
{
	struct ctx *keep = ctx_new(cx->db->cx);

	keep->now = cx->now;
	keep->db = cx->db;
	keep->who = cx->who;
	return db_many(keep, q, args, rows);
}

enum status db_cached(struct ctx *cx, const struct query *q,
		      const struct args *args, const struct rows **rows)
{
	const char *key = make_key(cx, q, args);
	size_t slot = slot_of(q, key);
	struct cached *c = find(cx->db, q, key, slot);
	int64_t now = clock_monotonic_us();
	struct rows fresh;

	if (!c || now - c->read_at > MINUTE) {
		TRY(read_rows(cx, q, args, &fresh));
		if (!c)
			c = add(cx->db, q, key, slot);
		c->rows = fresh;
		c->read_at = now;
	}
	*rows = &c->rows;
	return ST_OK;
}
