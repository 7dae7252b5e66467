/* withdrawal.c - 取下げ, and what came of one's own application. */
#include "review/withdrawal.h"

#include "sql/review/own.h"
#include "tokutei/flow.h"

enum status withdrawal_look(struct ctx *cx, struct withdrawal *w)
{
	struct row *row;

	TRY(db_one(cx, &sql_own_begun, NO_ARGS, &row));
	*w = (struct withdrawal) {
		.may = row_int(row, "begun") == 0,
		.kind = row_text(row, "kind"),
		.receipt = row_text(row, "receipt"),
	};
	return ST_OK;
}

enum status withdrawal_make(struct ctx *cx, struct id id)
{
	struct flow_step step;

	TRY(flow_begin(cx, "withdraw", id, 0, &step));
	return flow_end(cx, &step, "");
}

enum status own_registration(struct ctx *cx, struct row **row)
{
	return db_one(cx, &sql_own_registration, NO_ARGS, row);
}

enum status own_refusal(struct ctx *cx, struct row **row)
{
	return db_one(cx, &sql_own_refusal, NO_ARGS, row);
}

enum status own_history(struct ctx *cx, struct own_history *h)
{
	struct row *row;

	TRY(db_one(cx, &sql_own_end, NO_ARGS, &row));
	h->state = row_text(row, "state");
	h->sent_at = row_time(row, "sent_at");
	h->ended_at = row_time(row, "ended_at");
	TRY(db_many(cx, &sql_own_versions, NO_ARGS, &h->versions));
	return db_many(cx, &sql_own_inquiries, NO_ARGS, &h->inquiries);
}
