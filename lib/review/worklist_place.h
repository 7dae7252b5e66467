/* worklist_place.h - where a page of the work list begins or ends. */
#ifndef REVIEW_WORKLIST_PLACE_H
#define REVIEW_WORKLIST_PLACE_H

#include <stdbool.h>

#include "db/db.h"

/* What a list is ordered by. */
enum worklist_order {
	WORKLIST_SINCE,
	WORKLIST_DUE,
	WORKLIST_PERSONS,
	WORKLIST_NAME, /* looked up by the number */
	WORKLIST_RECEIPT,
};

/* The value that the list is ordered by, and the number of the unit. */
struct worklist_place {
	struct value at;
	int64_t id;
};

/* Before everything. */
struct worklist_place worklist_place_first(enum worklist_order order);
/* "20221105-77", as worklist_place_text() gave it; false if it is none of
 * this order: then the list begins at its beginning. */
bool worklist_place_read(struct ctx *cx, enum worklist_order order,
			 const char *text, struct worklist_place *place);

/* The place of a row, as it is read again: its columns at (since when), due,
 * persons, receipt and unit. */
const char *worklist_place_text(struct ctx *cx, enum worklist_order order,
				const struct row *row);

#endif
