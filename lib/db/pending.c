/* pending.c - a statement whose answer is not waited for yet. */
#include <errno.h>
#include <poll.h>

#include "db/connection.h"

/* What the client library calls its waits, and what poll() does. */
static const struct {
	int want;
	short ask, answer;
} waits[] = {
	{ MYSQL_WAIT_READ, POLLIN, POLLIN | POLLERR | POLLHUP },
	{ MYSQL_WAIT_WRITE, POLLOUT, POLLOUT | POLLERR | POLLHUP },
	{ MYSQL_WAIT_EXCEPT, POLLPRI, POLLPRI },
};

/* Waits for what the client library waits for; gives what has come. */
static int wait_for(struct db *db, int want)
{
	struct pollfd fd = { .fd = mysql_get_socket(db->mysql) };
	int ready = 0, n;

	for (size_t i = 0; i < COUNT(waits); i++)
		if (want & waits[i].want)
			fd.events = (short)(fd.events | waits[i].ask);
	do
		n = poll(&fd, 1, -1);
	while (n < 0 && errno == EINTR);
	for (size_t i = 0; i < COUNT(waits); i++)
		if ((want & waits[i].want) && (fd.revents & waits[i].answer))
			ready |= waits[i].want;
	return ready ? ready : want;
}

static enum status finish(struct db *db, MYSQL_STMT *stmt, int rc,
			  const char *what)
{
	unsigned none = 0;
	enum status st = ST_OK;

	if (rc)
		st = connection_error(db, mysql_stmt_errno(stmt),
				      mysql_stmt_error(stmt), what);
	/* The statement may serve a single row next. */
	if (db->mysql)
		(void)mysql_stmt_attr_set(stmt, STMT_ATTR_ARRAY_SIZE, &none);
	return st;
}

enum status pending_start(struct db *db, MYSQL_STMT *stmt, const char *what)
{
	int rc = 0, want;

	TRY(pending_settle(db));
	want = mysql_stmt_execute_start(&rc, stmt);
	while (want && !(want & MYSQL_WAIT_READ))
		want = mysql_stmt_execute_cont(&rc, stmt, wait_for(db, want));
	if (!want)
		return finish(db, stmt, rc, what);
	db->pending = (struct pending) { stmt, want, what };
	return ST_OK;
}

enum status pending_settle(struct db *db)
{
	struct pending p = db->pending;
	int rc = 0;

	if (!p.stmt)
		return ST_OK;
	db->pending.stmt = NULL;
	while (p.want)
		p.want = mysql_stmt_execute_cont(&rc, p.stmt,
						 wait_for(db, p.want));
	return finish(db, p.stmt, rc, p.what);
}
