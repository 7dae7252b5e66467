/* worklist_place.h - where a page of the work list begins or ends. */
#ifndef REVIEW_WORKLIST_PLACE_H
#define REVIEW_WORKLIST_PLACE_H

#include <stdbool.h>

#include "base/ctx.h"

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
	const char *at;
	int64_t id;
};

/* Before everything. */
struct worklist_place worklist_place_first(enum worklist_order order);
/* "20221105101112.123456-77", as a statement gave it; false if it is none of
 * this order: then the list begins at its beginning. */
bool worklist_place_read(struct ctx *cx, enum worklist_order order,
			 const char *text, struct worklist_place *place);

#endif
