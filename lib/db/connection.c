/* connection.c - the connection: opened at need, closed when it is broken. */
#include "db/connection.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"

static void close_at_end(void *arg)
{
	connection_close(arg);
}

struct db *db_new(struct ctx *cx, const struct db_config *config)
{
	struct db *db = mem_zero(cx, sizeof(*db));

	db->cx = cx;
	db->config = config;
	mem_at_end(cx, close_at_end, db);
	return db;
}

void connection_close(struct db *db)
{
	/* Whatever it says: nothing more will be done with it. */
	if (db->mysql && pending_settle(db) != ST_OK && !db->mysql)
		return;
	for (size_t i = 0; i < STATEMENT_SLOTS; i++) {
		for (struct statement *s = db->slots[i]; s; s = s->next)
			(void)mysql_stmt_close(s->stmt);
		db->slots[i] = NULL;
	}
	if (db->prepared)
		ctx_end(db->prepared);
	db->prepared = NULL;
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->in_transaction = false;
}

void db_rest(struct db *db, int64_t idle_us)
{
	if (db->mysql && clock_monotonic_us() - db->used_at >= idle_us)
		connection_close(db);
}

int64_t db_count(struct db *db)
{
	int64_t count = db->count;

	db->count = 0;
	return count;
}

/* security IN-02; the modes stand here too, whatever the server's file says. */
static const char *const opening =
	"SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,"
	"NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO', "
	"time_zone = '+00:00', "
	"tx_isolation = 'READ-COMMITTED'";

enum status connection_open(struct db *db)
{
	const struct db_config *c = db->config;
	unsigned seconds = 5;

	db->used_at = clock_monotonic_us();
	if (db->mysql)
		return pending_settle(db);
	db->mysql = mysql_init(NULL);
	if (!db->mysql)
		BUG("mysql_init: out of memory");
	(void)mysql_options(db->mysql, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	(void)mysql_options(db->mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	(void)mysql_options(db->mysql, MYSQL_OPT_NONBLOCK, NULL);
	if (!mysql_real_connect(db->mysql, NULL, c->user, c->password, c->name,
				0, c->socket, 0)) {
		enum status st = fail(ST_DB, "connect: %u %s",
				      mysql_errno(db->mysql),
				      mysql_error(db->mysql));

		connection_close(db);
		return st;
	}
	TRY(connection_word(db, opening));
	if (c->read_only)
		TRY(connection_word(db, "SET SESSION TRANSACTION READ ONLY"));
	return ST_OK;
}

static bool is_lost(unsigned number)
{
	return number == CR_SERVER_GONE_ERROR || number == CR_SERVER_LOST ||
	       number == CR_CONNECTION_ERROR ||
	       number == CR_COMMANDS_OUT_OF_SYNC ||
	       number == ER_SERVER_SHUTDOWN || number == ER_CONNECTION_KILLED;
}

/* "Duplicate entry 'x' for key 'name'": only the name is kept. */
static void keep_key(struct db *db, const char *text)
{
	const char *end = strrchr(text, '\''), *begin = end;

	db->duplicate[0] = '\0';
	while (begin && begin > text && begin[-1] != '\'')
		begin--;
	if (begin && end > begin)
		(void)snprintf(db->duplicate, sizeof(db->duplicate), "%.*s",
			       (int)(end - begin), begin);
}

enum status connection_error(struct db *db, unsigned number, const char *text,
			     const char *what)
{
	bool inside = db->in_transaction;

	switch (number) {
	case ER_DUP_ENTRY:
		keep_key(db, text);
		return ST_DUPLICATE;
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_CHECKREAD:
		return ST_RETRY;
	default:
		break;
	}
	if (is_lost(number)) {
		connection_close(db);
		(void)fail(ST_DB, "%s: connection lost (%u)", what, number);
		return inside ? ST_RETRY : ST_DB;
	}
	/* The text may quote a value: only the number goes to the log. */
	return fail(ST_DB, "%s: error %u", what, number);
}

enum status connection_word(struct db *db, const char *word)
{
	TRY(pending_settle(db));
	db->count++;
	if (mysql_real_query(db->mysql, word, strlen(word)) == 0)
		return ST_OK;
	return connection_error(db, mysql_errno(db->mysql),
				mysql_error(db->mysql), word);
}

int64_t db_last_id(struct ctx *cx)
{
	return cx->db->last_id;
}

const char *db_duplicate_key(struct ctx *cx)
{
	return cx->db->duplicate;
}
