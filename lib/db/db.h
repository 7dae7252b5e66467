/* db.h - named statements on one connection, made at first use. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/query.h"
#include "db/value.h"

/* How to reach the server; the texts must outlive the connection. */
struct db_config {
	const char *socket;
	const char *user, *password; /* password "": unix_socket login */
	const char *name;
	bool read_only; /* between transactions only reading is possible */
};

/*
 * A connection that is made by its first statement, made again when the server
 * went away, and closed with cx. Statements are prepared once and prepared
 * again after a reconnect.
 */
struct db *db_new(struct ctx *cx, const struct db_config *config);
/* Lets go of a connection that nobody used for idle_us. */
void db_rest(struct db *db, int64_t idle_us);
/* How many statements went out since the last call: one log line's figure. */
int64_t db_count(struct db *db);

/*
 * All of them: ST_DB the server is away or refused; ST_RETRY deadlock, lock
 * wait, lost certification or a connection lost inside a transaction: run the
 * whole transaction again; ST_DUPLICATE a unique key has the value already.
 */

/* The one row; ST_NOT_FOUND if there is none. */
enum status db_one(struct ctx *cx, const struct query *q,
		   const struct args *args, struct row **row) MUST_USE;
/* All rows, kept in cx. */
enum status db_many(struct ctx *cx, const struct query *q,
		    const struct args *args, struct rows *rows) MUST_USE;
/* The same, remembered by this process for a minute: for master data that is
 * the same for everybody. The rows live as long as the process; statements
 * with :my_… are a BUG. */
enum status db_cached(struct ctx *cx, const struct query *q,
		      const struct args *args,
		      const struct rows **rows) MUST_USE;
/* Of the same, what its first column is called by its second: codes of up to
 * 15 bytes. name_of: NULL if there is none of these n bytes. */
struct names;
enum status db_names(struct ctx *cx, const struct query *q,
		     const struct args *args,
		     const struct names **names) MUST_USE;
const char *name_of(const struct names *names, const char *code, size_t n);
/* Row by row in a context of its own, memory flat. fn must not use cx->db;
 * what it returns other than ST_OK ends the reading and is passed on. */
enum status
db_each(struct ctx *cx, const struct query *q, const struct args *args,
	enum status (*fn)(struct ctx *cx, void *arg, const struct row *row),
	void *arg) MUST_USE;
/* changed (or NULL): rows that the statement changed or added. */
enum status db_exec(struct ctx *cx, const struct query *q,
		    const struct args *args, int64_t *changed) MUST_USE;
/* The AUTO_INCREMENT value of the last db_exec. */
int64_t db_last_id(struct ctx *cx);
/* The key that the last ST_DUPLICATE named, "" if unknown. */
const char *db_duplicate_key(struct ctx *cx);

/*
 * Many rows by one statement and few packets: bulk_add() copies the arguments,
 * bulk_end() sends what is left. The statement is an INSERT … VALUES (…) or an
 * UPDATE, :exec, and runs once per row in the order they were added; without a
 * subquery, which the server would answer once for all rows. The server
 * works while more are added: a failure comes out of a later call, at the
 * latest of bulk_end(). bulk_send() sends what there is before it is many.
 */
struct bulk;
struct bulk *bulk_new(struct ctx *cx, const struct query *q);
enum status bulk_add(struct bulk *b, const struct args *args) MUST_USE;
enum status bulk_send(struct bulk *b) MUST_USE;
enum status bulk_end(struct bulk *b) MUST_USE;

/* Is a transaction open, in which the asker may have changed something? */
bool db_writing(const struct ctx *cx);

/* The runner and db_transaction use these; nobody else does. */
enum status db_begin(struct ctx *cx) MUST_USE;
enum status db_commit(struct ctx *cx) MUST_USE;
void db_rollback(struct ctx *cx);

/*
 * Runs fn in a read-write transaction and a child context; again, up to three
 * times, on ST_RETRY. Commits on ST_OK, rolls back on anything else. Results
 * that fn leaves behind must live in memory of arg's owner.
 */
enum status db_transaction(struct ctx *cx,
			   enum status (*fn)(struct ctx *cx, void *arg),
			   void *arg) MUST_USE;

/*
 * For sesshuctl migrate alone: runs the statements of a migration file, one by
 * one; they end with ; at the end of a line.
 */
enum status db_script(struct ctx *cx, const char *text) MUST_USE;

/* For the tests: prepares q and says the columns it gives. */
struct db_column {
	const char *name;
	size_t width; /* characters; 0 unless it is a text */
};
enum status db_describe(struct ctx *cx, const struct query *q,
			struct db_column **columns, size_t *n) MUST_USE;

#endif
