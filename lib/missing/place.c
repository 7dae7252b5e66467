/* place.c - where a page of the list of open offices begins or ends. */
#include "missing/place.h"

#include <stdlib.h>

#include "db/keyset.h"

static struct value value_of(enum missing_order order, int64_t n)
{
	return order == MISSING_SINCE ? value_time(n) : value_int(n);
}

struct missing_place missing_place_first(enum missing_order order)
{
	bool down = order == MISSING_OFFICES;

	/* The time 0 is none. */
	return (struct missing_place) { value_of(order, down ? INT32_MAX : 1),
					down ? INT64_MAX : 0 };
}

bool missing_place_read(struct ctx *cx, enum missing_order order,
			const char *text, struct missing_place *place)
{
	const char *at;
	int64_t id;

	if (!keyset_place(cx, text, &at, &id) ||
	    !keyset_digits(at, order == MISSING_SINCE ? 16 : 9))
		return false;
	*place = (struct missing_place) {
		value_of(order, strtoll(at, NULL, 10)), id
	};
	return true;
}

const char *missing_place_text(struct ctx *cx, enum missing_order order,
			       const struct row *row)
{
	int64_t at = 0;

	if (order == MISSING_SINCE)
		at = row_time(row, "at");
	else if (order == MISSING_OFFICES)
		at = row_int(row, "offices");
	return mem_printf(cx, "%lld-%lld", (long long)at,
			  (long long)row_int(row, "registration"));
}
