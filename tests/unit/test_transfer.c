/* test_transfer.c - 所管替え: what becomes of two desks. */
#include "transfer/move.h"

#include <string.h>

#include "test.h"

struct desks {
	const char *name, *giver, *taker;
	bool stays;
	enum move_way way;
	const char *state;
	bool as_was;
};

static const struct desks desks[] = {
	/* The giver keeps nothing. */
	{ "an open desk goes", "open", "", false, MOVE_WHOLE, "open", true },
	{ "its inquiry too", "inquiry", "", false, MOVE_WHOLE, "inquiry",
	  true },
	{ "a confirmed one stays so", "confirmed", "", false, MOVE_WHOLE,
	  "confirmed", true },
	{ "one that is over", "done", "", false, MOVE_WHOLE, "done", true },
	{ "back to where it was dropped", "answered", "dropped", false,
	  MOVE_MERGE, "answered", true },
	{ "what is open wins", "open", "confirmed", false, MOVE_MERGE, "open",
	  false },
	{ "on either side", "confirmed", "open", false, MOVE_MERGE, "open",
	  false },
	{ "an inquiry wins", "inquiry", "answered", false, MOVE_MERGE,
	  "inquiry", false },
	{ "the taker's inquiry too", "open", "inquiry", false, MOVE_MERGE,
	  "inquiry", false },
	{ "then an answer", "answered", "open", false, MOVE_MERGE, "answered",
	  false },
	{ "both confirmed", "confirmed", "confirmed", false, MOVE_MERGE,
	  "confirmed", false },
	{ "both over", "done", "done", false, MOVE_MERGE, "done", false },
	/* The giver keeps a part. */
	{ "a new desk is open", "open", "", true, MOVE_SPLIT, "open", false },
	{ "the inquiry stays", "inquiry", "", true, MOVE_SPLIT, "open", false },
	{ "the answer too", "answered", "", true, MOVE_SPLIT, "open", false },
	{ "confirmed as it was", "confirmed", "", true, MOVE_SPLIT, "confirmed",
	  true },
	{ "over as it was", "done", "", true, MOVE_SPLIT, "done", true },
	{ "a dropped one is taken up", "open", "dropped", true, MOVE_MERGE,
	  "open", false },
	{ "and confirmed as it was", "confirmed", "dropped", true, MOVE_MERGE,
	  "confirmed", true },
	{ "what was not confirmed is looked at", "open", "confirmed", true,
	  MOVE_MERGE, "open", false },
	{ "what was, is not", "confirmed", "confirmed", true, MOVE_MERGE,
	  "confirmed", false },
	{ "the taker's inquiry goes on", "open", "inquiry", true, MOVE_MERGE,
	  "inquiry", false },
};

static void two_desks(void **state)
{
	const struct desks *c = *state;
	struct move_plan plan = move_plan(
		&(struct move_desks) { c->giver, c->taker, c->stays });

	assert_int_equal(plan.way, c->way);
	assert_string_equal(plan.state, c->state);
	assert_int_equal(plan.as_was, c->as_was);
}

int main(void)
{
	return RUN_ALL(SUITE(desks, two_desks));
}
