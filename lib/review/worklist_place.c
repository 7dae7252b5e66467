/* worklist_place.c - where a page of the work list begins or ends. */
#include "review/worklist_place.h"

#include <stdlib.h>

#include "base/buf.h"
#include "db/keyset.h"

/* How a value of each order looks, 9 being any digit, and what stands before
 * all others. The most people stand first; a time is microseconds since 1970.
 */
static const struct {
	const char *looks, *first;
	int64_t id;
} orders[] = {
	[WORKLIST_SINCE] = { "", "1", 0 },
	[WORKLIST_DUE] = { "99999999", "10000101", 0 },
	[WORKLIST_PERSONS] = { "", "2147483647", INT64_MAX },
	[WORKLIST_NAME] = { "9", "0", 0 },
	[WORKLIST_RECEIPT] = { "T-99999999-9999999", "", 0 },
};

static bool looks_like(const char *text, const char *looks)
{
	for (; *looks; looks++, text++) {
		bool digit = *text >= '0' && *text <= '9';

		if (*looks == '9' ? !digit : *text != *looks)
			return false;
	}
	return *text == '\0';
}

static struct value value_of(enum worklist_order order, const char *text)
{
	return order == WORKLIST_SINCE ? value_time(strtoll(text, NULL, 10))
				       : value_text(text);
}

struct worklist_place worklist_place_first(enum worklist_order order)
{
	return (struct worklist_place) { value_of(order, orders[order].first),
					 orders[order].id };
}

bool worklist_place_read(struct ctx *cx, enum worklist_order order,
			 const char *text, struct worklist_place *place)
{
	const char *looks = orders[order].looks;
	const char *at;
	int64_t id;

	if (!keyset_place(cx, text, &at, &id))
		return false;
	if (*looks ? !looks_like(at, looks)
		   : !keyset_digits(at, order == WORKLIST_SINCE ? 16 : 9))
		return false;
	*place = (struct worklist_place) { value_of(order, at), id };
	return true;
}

/* "2022-11-05" without its signs. */
static const char *day_digits(struct ctx *cx, const char *day)
{
	struct buf digits;

	buf_init(&digits, cx);
	for (; *day; day++)
		if (*day != '-')
			buf_char(&digits, *day);
	return digits.text;
}

static const char *at_text(struct ctx *cx, enum worklist_order order,
			   const struct row *row)
{
	switch (order) {
	case WORKLIST_SINCE:
		return mem_printf(cx, "%lld", (long long)row_time(row, "at"));
	case WORKLIST_DUE:
		return day_digits(cx, row_text(row, "due"));
	case WORKLIST_PERSONS:
		return mem_printf(cx, "%lld",
				  (long long)row_int(row, "persons"));
	case WORKLIST_RECEIPT:
		return row_text(row, "receipt");
	case WORKLIST_NAME:
		break;
	}
	return "0";
}

const char *worklist_place_text(struct ctx *cx, enum worklist_order order,
				const struct row *row)
{
	return mem_printf(cx, "%s-%lld", at_text(cx, order, row),
			  (long long)row_int(row, "unit"));
}
