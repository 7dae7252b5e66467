/* connection.h - inside lib/db: the connection and its prepared statements. */
#ifndef DB_CONNECTION_H
#define DB_CONNECTION_H

#include <mysql.h>
#include <stdbool.h>

#include "db/db.h"

/* A statement prepared on this connection, with room for one row. */
struct statement {
	const struct query *query;
	MYSQL_STMT *stmt;
	size_t ncolumns;
	const char **names;
	MYSQL_BIND *out;
	unsigned long *lengths;
	my_bool *nulls;
	struct statement *next;
};

/* A statement on its way; the connection is good for nothing else meanwhile. */
struct pending {
	MYSQL_STMT *stmt; /* NULL: none */
	int want;	  /* what the client library waits for */
	const char *what; /* name of the query */
};

#define STATEMENT_SLOTS 64
#define CACHE_SLOTS 256

struct cached;

struct db {
	struct ctx *cx; /* lives as long as the program */
	const struct db_config *config;
	MYSQL *mysql;	      /* NULL: not connected */
	struct ctx *prepared; /* memory of the statements below */
	struct statement *slots[STATEMENT_SLOTS]; /* by address of the query */
	struct pending pending;
	bool in_transaction;
	int64_t used_at, count, last_id;
	char duplicate[80];
	struct cached *cached[CACHE_SLOTS];
};

/* Connects unless there is a connection. */
enum status connection_open(struct db *db) MUST_USE;
void connection_close(struct db *db);
/* Turns an error of the server or the client library into a status. */
enum status connection_error(struct db *db, unsigned number, const char *text,
			     const char *what);
/* A fixed word: BEGIN, COMMIT … */
enum status connection_word(struct db *db, const char *word) MUST_USE;

/*
 * Sends a bulk and comes back while the server is busy with it. Whatever uses
 * the connection next waits for the answer first (connection_open, _word,
 * _close); a failure comes out there, or from pending_settle().
 */
enum status pending_start(struct db *db, MYSQL_STMT *stmt,
			  const char *what) MUST_USE;
enum status pending_settle(struct db *db) MUST_USE;

/* The prepared form of q on this connection. */
enum status statement_get(struct db *db, const struct query *q,
			  struct statement **out) MUST_USE;
/* The value of a bind, from args, the asker or the clock; BUG if nowhere. */
struct value bind_value(struct ctx *cx, const struct args *args,
			const char *name, const char *query);

#endif
