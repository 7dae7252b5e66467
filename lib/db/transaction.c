/* transaction.c - all or nothing, and once more when the server asks for it. */
#include <mysqld_error.h>
#include <string.h>

#include "db/connection.h"

#define TRIES 3

/* An idle connection may have died: one new try before it is a failure. */
bool db_writing(const struct ctx *cx)
{
	return cx->db->in_transaction;
}

enum status db_begin(struct ctx *cx)
{
	static const char *const words = "START TRANSACTION READ WRITE";
	struct db *db = cx->db;
	bool had = db->mysql != NULL;
	enum status st;

	TRY(connection_open(db));
	st = connection_word(db, words);
	if (st != ST_OK && had && !db->mysql) {
		TRY(connection_open(db));
		st = connection_word(db, words);
	}
	TRY(st);
	db->in_transaction = true;
	return ST_OK;
}

enum status db_commit(struct ctx *cx)
{
	enum status st;

	if (!cx->db->mysql)
		return ST_RETRY;
	st = connection_word(cx->db, "COMMIT");
	cx->db->in_transaction = false;
	return st;
}

void db_rollback(struct ctx *cx)
{
	struct db *db = cx->db;

	if (db->mysql && connection_word(db, "ROLLBACK") != ST_OK)
		connection_close(db);
	db->in_transaction = false;
}

static enum status run_once(struct ctx *cx,
			    enum status (*fn)(struct ctx *, void *), void *arg)
{
	struct ctx *child = ctx_new(cx);
	enum status st = db_begin(child);

	if (st == ST_OK)
		st = fn(child, arg);
	if (st == ST_OK)
		st = db_commit(child);
	if (st != ST_OK)
		db_rollback(child);
	ctx_end(child);
	return st;
}

enum status db_transaction(struct ctx *cx,
			   enum status (*fn)(struct ctx *, void *), void *arg)
{
	enum status st = ST_RETRY;

	for (int i = 0; i < TRIES && st == ST_RETRY; i++)
		st = run_once(cx, fn, arg);
	return st == ST_RETRY ? fail(ST_DB, "transaction: too many tries") : st;
}

/* Where the statement that begins at text ends: a ; at the end of a line. */
static const char *statement_end(const char *text)
{
	for (const char *p = text; *p; p++)
		if (*p == ';' && (p[1] == '\n' || p[1] == '\0'))
			return p;
	return NULL;
}

enum status db_script(struct ctx *cx, const char *text)
{
	const char *end;

	TRY(connection_open(cx->db));
	for (; (end = statement_end(text)); text = end + 1) {
		const char *one = mem_text_n(cx, text, (size_t)(end - text));

		if (mysql_real_query(cx->db->mysql, one, strlen(one)))
			return fail(ST_DB, "script: %u %s in: %.200s",
				    mysql_errno(cx->db->mysql),
				    mysql_error(cx->db->mysql), one);
	}
	return ST_OK;
}
