/*
 * move.h - 所管替え of one application: what a ministry had of it goes to the
 * one that its types belong to now (worker).
 */
#ifndef TRANSFER_MOVE_H
#define TRANSFER_MOVE_H

#include <stdbool.h>

#include "base/ctx.h"

/* What becomes of two desks of an application. Their states are those of
 * review_unit; "" a desk that is not there. */
struct move_desks {
	const char *giver, *taker;
	bool stays; /* the giver keeps a part of it */
};

enum move_way {
	MOVE_WHOLE, /* the desk goes as it is */
	MOVE_SPLIT, /* the taker gets a desk of its own */
	MOVE_MERGE, /* what the giver had is joined to the taker's desk */
};

struct move_plan {
	enum move_way way;
	const char *state; /* of the taker's desk then */
	bool as_was;	   /* with what the giver had found */
};

/*
 * The rule: what was confirmed, or is over, stays so; an inquiry goes with its
 * desk, and stays with the giver if a part stays; what nobody has confirmed
 * yet is looked at, also where the taker had confirmed its own.
 */
struct move_plan move_plan(const struct move_desks *d);

/*
 * After the types have changed hands, in a transaction of its own: parts of
 * every version, desks, notes, inquiries, messages, lists of what is open, and
 * the application's state, all that is between these two. *moved: something
 * was. The trail has "application.transfer".
 */
enum status move_application(struct ctx *cx, int64_t application, int64_t from,
			     int64_t to, bool *moved) MUST_USE;

#endif
