/* pass.c - 所管替え as the worker does it. */
#include <string.h>

#include "base/log.h"
#include "db/db.h"
#include "sql/transfer/transfer.h"
#include "transfer/move.h"
#include "transfer/transfer.h"

#define BATCH 100 /* applications of one transaction that are over */
/* Nobody may confirm meanwhile what has changed hands: all of them. */
#define ALL 1000000000

struct turn {
	int64_t transfer;
	int64_t from, to;
	int64_t moved; /* in this transaction */
	bool more;
};

static enum status lock(struct ctx *cx, struct turn *t, bool *planned)
{
	struct row *row;

	TRY(db_one(cx, &sql_transfer_lock,
		   ARGS({ "transfer", value_int(t->transfer) }), &row));
	t->from = row_int(row, "from_ministry");
	t->to = row_int(row, "to_ministry");
	*planned = strcmp(row_text(row, "state"), "planned") == 0;
	return ST_OK;
}

/* In memory of its own each: there may be very many. */
static enum status move_one(struct ctx *cx, struct turn *t, int64_t application)
{
	struct ctx *one = ctx_new(cx);
	bool moved;
	enum status st;

	st = move_application(one, application, t->from, t->to, &moved);
	if (st == ST_OK)
		st = db_exec(one, &sql_transfer_taken,
			     ARGS({ "transfer", value_int(t->transfer) },
				  { "application", value_int(application) }),
			     NULL);
	ctx_end(one);
	t->moved += st == ST_OK && moved;
	return st;
}

static enum status move_some(struct ctx *cx, struct turn *t, bool open,
			     int64_t limit)
{
	struct rows rows;

	TRY(db_many(cx, &sql_transfer_next,
		    ARGS({ "transfer", value_int(t->transfer) },
			 { "open", value_int(open) },
			 { "limit", value_int(limit) }),
		    &rows));
	for (size_t i = 0; i < rows.n; i++)
		TRY(move_one(cx, t, row_int(rows.list[i], "application")));
	t->more = open || (int64_t)rows.n == limit;
	return ST_OK;
}

/* The types, and all that is on a desk. */
static enum status change_hands(struct ctx *cx, struct turn *t)
{
	const struct args *args = ARGS({ "transfer", value_int(t->transfer) },
				       { "from", value_int(t->from) },
				       { "to", value_int(t->to) });
	struct rows held;

	TRY(db_many(cx, &sql_transfer_hold, NO_ARGS, &held));
	TRY(db_exec(cx, &sql_transfer_switch, args, NULL));
	TRY(db_exec(cx, &sql_transfer_queue, args, NULL));
	return move_some(cx, t, true, ALL);
}

static enum status step(struct ctx *cx, void *arg)
{
	struct turn *t = arg;
	bool planned;
	enum status st = lock(cx, t, &planned);

	t->moved = 0;
	t->more = false;
	if (st != ST_OK)
		return st == ST_NOT_FOUND ? ST_OK : st;
	TRY(planned ? change_hands(cx, t) : move_some(cx, t, false, BATCH));
	return db_exec(
		cx, &sql_transfer_state,
		ARGS({ "transfer", value_int(t->transfer) },
		     { "state", value_text(t->more ? "moving" : "done") },
		     { "moved", value_int(t->moved) }),
		NULL);
}

enum status transfer_pass(struct ctx *cx, int64_t *done)
{
	struct rows due;

	TRY(db_many(cx, &sql_transfer_due, NO_ARGS, &due));
	for (size_t i = 0; i < due.n; i++) {
		struct turn t = { .transfer = row_int(due.list[i], "id") };

		do {
			struct ctx *one = ctx_new(cx);
			enum status st = db_transaction(one, step, &t);

			ctx_end(one);
			TRY(st);
			*done += t.moved;
		} while (t.more);
		log_event("transfer", LOG_INT("transfer", t.transfer));
	}
	return ST_OK;
}
