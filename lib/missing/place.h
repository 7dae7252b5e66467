/* place.h - where a page of the list of open offices begins or ends. */
#ifndef MISSING_PLACE_H
#define MISSING_PLACE_H

#include <stdbool.h>

#include "db/db.h"

/* What a list is ordered by; the last two are looked up by the registration. */
enum missing_order {
	MISSING_SINCE,
	MISSING_OFFICES,
	MISSING_NAME,
	MISSING_NUMBER,
};

struct missing_place {
	struct value at;
	int64_t id; /* the registration */
};

/* Before everything. */
struct missing_place missing_place_first(enum missing_order order);
/* "1667617200000000-77", as missing_place_text() gave it; false if it is none:
 * then the list begins at its beginning. */
bool missing_place_read(struct ctx *cx, enum missing_order order,
			const char *text, struct missing_place *place);
/* The place of a row: its columns at (since when), offices, registration. */
const char *missing_place_text(struct ctx *cx, enum missing_order order,
			       const struct row *row);

#endif
