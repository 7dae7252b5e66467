/*
 * keyset.h - pages of a list that is read on from a place: however long it is,
 * a page is a few rows of one index.
 *
 * A page is asked for with one row more than it shows, which says that there
 * are others beyond. The page before a place is read backwards.
 */
#ifndef DB_KEYSET_H
#define DB_KEYSET_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/value.h"

/* A place in an address, "AT-77": what the list is ordered by there, and the
 * number of the row. False: it is none. */
bool keyset_place(struct ctx *cx, const char *text, const char **at,
		  int64_t *id);
/* Nothing but digits, one to so many. */
bool keyset_digits(const char *text, size_t most);

/* Are there rows before those of a page, and behind them? */
struct keyset_more {
	bool before, after;
};
/* What was read becomes a page of so many rows in their order. back: it was
 * read backwards; on: it begins behind a place. Of no rows none are around. */
struct keyset_more keyset_cut(struct rows *rows, size_t size, bool back,
			      bool on);
/* Rows that were read backwards. */
void keyset_turn(struct rows *rows);

#endif
