/* audit_chain.c - proves that the audit trail was not changed. */
#include "audit_chain.h"

#include <sodium.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "db/db.h"
#include "sql/worker/audit.h"

#define HASH_BYTES crypto_hash_sha256_BYTES
/* The worker chains within a minute; older ones have been overlooked. */
#define OPEN_LIMIT (10 * MINUTE)

struct hash {
	unsigned char b[HASH_BYTES];
};

/* Each value with its length before it, so that no two rows read alike. */
static void add_value(struct buf *to, const struct value *v)
{
	switch (v->kind) {
	case V_NULL:
		buf_add(to, "-;");
		return;
	case V_INT:
	case V_TIME:
		buf_printf(to, "%lld;", (long long)v->number);
		return;
	case V_ID:
	case V_TEXT:
	case V_BYTES:
		buf_printf(to, "%zu:", v->n);
		buf_add_n(to, v->text, v->n);
		return;
	}
}

static struct hash next_hash(struct ctx *cx, const struct hash *before,
			     int64_t seq, const struct row *row)
{
	static const char *const columns[] = { "id",	 "at",	   "account",
					       "org",	 "role",   "site",
					       "act",	 "object", "object_id",
					       "detail", "request" };
	struct hash h;
	struct buf text;

	buf_init(&text, cx);
	buf_add_n(&text, (const char *)before->b, sizeof(before->b));
	buf_printf(&text, "%lld;", (long long)seq);
	for (size_t i = 0; i < COUNT(columns); i++)
		add_value(&text, row_value(row, columns[i]));
	(void)crypto_hash_sha256(h.b, (const unsigned char *)text.text, text.n);
	return h;
}

static void take_hash(const struct row *row, struct hash *h)
{
	const struct value *v = row_value(row, "hash");

	if (v->n == sizeof(h->b))
		memcpy(h->b, v->text, sizeof(h->b));
}

struct chaining {
	bool all;
	int64_t rows;
};

/* The head of the chain, locked; nothing to lock when it is empty: then the
 * key keeps two workers apart. */
static enum status read_head(struct ctx *cx, int64_t *seq, struct hash *h)
{
	struct row *row;
	enum status st = db_one(cx, &sql_audit_head, NO_ARGS, &row);

	*seq = 0;
	memset(h, 0, sizeof(*h));
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	*seq = row_int(row, "seq");
	take_hash(row, h);
	return ST_OK;
}

static enum status chain(struct ctx *cx, void *arg)
{
	struct chaining *c = arg;
	struct bulk *bulk = bulk_new(cx, &sql_audit_link);
	struct rows rows;
	struct row *floor;
	struct hash h;
	int64_t seq;

	TRY(read_head(cx, &seq, &h));
	TRY(db_one(cx, &sql_audit_floor,
		   ARGS({ "head", value_int(c->all ? 0 : seq) }), &floor));
	TRY(db_many(cx, &sql_audit_open,
		    ARGS({ "floor", value_int(row_int(floor, "audit")) }),
		    &rows));
	for (size_t i = 0; i < rows.n; i++) {
		h = next_hash(cx, &h, ++seq, rows.list[i]);
		TRY(bulk_add(bulk,
			     ARGS({ "seq", value_int(seq) },
				  { "audit",
				    value_int(row_int(rows.list[i], "id")) },
				  { "hash", value_bytes(h.b, sizeof(h.b)) })));
	}
	c->rows = (int64_t)rows.n;
	return bulk_end(bulk);
}

enum status audit_chain(struct ctx *cx, bool all, int64_t *rows)
{
	struct chaining c = { .all = all };
	enum status st = db_transaction(cx, chain, &c);

	/* Another worker was quicker. */
	*rows = st == ST_OK ? c.rows : 0;
	return st == ST_DUPLICATE ? ST_OK : st;
}

struct verifying {
	struct audit_report *r;
	struct hash h;
};

static enum status verify(struct ctx *cx, void *arg, const struct row *row)
{
	struct verifying *v = arg;
	struct audit_report *r = v->r;
	struct hash stored = { { 0 } };
	int64_t seq = row_int(row, "seq");

	r->seq = r->rows + 1;
	r->audit = row_int(row, "audit");
	if (seq != r->seq || row_value(row, "id")->kind == V_NULL) {
		r->trouble = "missing";
		return ST_STATE;
	}
	take_hash(row, &stored);
	v->h = next_hash(cx, &v->h, seq, row);
	if (sodium_memcmp(v->h.b, stored.b, sizeof(stored.b)) != 0) {
		r->trouble = "changed";
		return ST_STATE;
	}
	r->rows++;
	return ST_OK;
}

enum status audit_verify(struct ctx *cx, struct audit_report *r)
{
	struct verifying v = { .r = r };
	struct row *row;
	enum status st;

	*r = (struct audit_report) { .trouble = "" };
	st = db_each(cx, &sql_audit_verify, NO_ARGS, verify, &v);
	if (st != ST_STATE)
		TRY(st);
	TRY(db_one(cx, &sql_audit_forgotten,
		   ARGS({ "before", value_time(cx->now - OPEN_LIMIT) }), &row));
	r->open = row_int(row, "n");
	return ST_OK;
}
