/* cache.c - master data that a process has read within the last minute. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "db/connection.h"

#define NAME_CODE 16

/* One answer. Rows that have changed stay until the process ends, because a
 * request may still point at them; those that have not are the same rows. */
struct cached {
	const struct query *query;
	const char *key; /* the values of its binds */
	int64_t read_at;
	struct rows rows;
	struct names *names; /* of rows, when somebody has asked */
	struct cached *next;
};

/* A short code beside its name: to look one up touches little memory. */
struct name {
	char code[NAME_CODE];
	const char *text;
};

struct names {
	size_t n; /* a power of two, at least twice as many as there are */
	struct name *list;
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

static bool same_value(const struct value *a, const struct value *b)
{
	return a->kind == b->kind && a->number == b->number && a->n == b->n &&
	       (a->n == 0 || memcmp(a->text, b->text, a->n) == 0);
}

static bool same_rows(const struct rows *a, const struct rows *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < a->list[i]->n; k++)
			if (!same_value(&a->list[i]->values[k],
					&b->list[i]->values[k]))
				return false;
	return true;
}

/* Reads into the memory of the process, not of the request. What has not
 * changed stays where it is. */
static enum status read_rows(struct ctx *cx, const struct query *q,
			     const struct args *args, struct cached *c)
{
	struct ctx *keep = ctx_new(cx->db->cx);
	struct rows fresh;
	enum status st;

	keep->now = cx->now;
	keep->db = cx->db;
	keep->who = cx->who;
	st = db_many(keep, q, args, &fresh);
	if (st != ST_OK) {
		ctx_end(keep);
		return st;
	}
	if (c->read_at && same_rows(&fresh, &c->rows)) {
		ctx_end(keep);
	} else {
		c->rows = fresh;
		c->names = NULL;
	}
	c->read_at = clock_monotonic_us();
	return ST_OK;
}

static enum status get(struct ctx *cx, const struct query *q,
		       const struct args *args, struct cached **out)
{
	const char *key = make_key(cx, q, args);
	size_t slot = slot_of(q, key);
	struct cached *c = find(cx->db, q, key, slot);

	if (!c)
		c = add(cx->db, q, key, slot);
	if (!c->read_at || clock_monotonic_us() - c->read_at > MINUTE)
		TRY(read_rows(cx, q, args, c));
	*out = c;
	return ST_OK;
}

enum status db_cached(struct ctx *cx, const struct query *q,
		      const struct args *args, const struct rows **rows)
{
	struct cached *c;

	TRY(get(cx, q, args, &c));
	*rows = &c->rows;
	return ST_OK;
}

/* Where a code stands, or where it would. */
static struct name *place_of(const struct names *names, const char *code,
			     size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++)
		at = at * 31 + (unsigned char)code[i];
	for (at &= names->n - 1;; at = (at + 1) & (names->n - 1)) {
		struct name *one = &names->list[at];

		if (!one->text ||
		    (memcmp(one->code, code, n) == 0 && one->code[n] == '\0'))
			return one;
	}
}

static struct names *make_names(struct ctx *cx, const struct cached *c)
{
	struct names *names = mem_zero(cx, sizeof(*names));

	names->n = 8;
	while (names->n < 2 * c->rows.n)
		names->n *= 2;
	names->list = mem_array(cx, names->n, sizeof(*names->list));
	for (size_t i = 0; i < c->rows.n; i++) {
		const struct value *v = c->rows.list[i]->values;
		struct name *one;

		if (v[0].n >= NAME_CODE)
			BUG("%s: %s is a long code", c->query->name, v[0].text);
		one = place_of(names, v[0].text, v[0].n);
		memcpy(one->code, v[0].text, v[0].n);
		one->text = v[1].text;
	}
	return names;
}

enum status db_names(struct ctx *cx, const struct query *q,
		     const struct args *args, const struct names **names)
{
	struct cached *c;

	TRY(get(cx, q, args, &c));
	if (!c->names)
		c->names = make_names(cx->db->cx, c);
	*names = c->names;
	return ST_OK;
}

const char *name_of(const struct names *names, const char *code, size_t n)
{
	return n < NAME_CODE ? place_of(names, code, n)->text : NULL;
}
