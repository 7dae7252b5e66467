/* worklist_place.c - where a page of the work list begins or ends. */
#include "review/worklist_place.h"

#include <stdlib.h>
#include <string.h>

/* How a value of each order looks, 9 being any digit, and what stands before
 * all others. The most people stand first. */
static const struct {
	const char *looks, *first;
	int64_t id;
} orders[] = {
	[WORKLIST_SINCE] = { "99999999999999.999999", "10000101000000", 0 },
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

static bool is_number(const char *text, size_t most)
{
	size_t n = strlen(text);

	return n > 0 && n <= most && strspn(text, "0123456789") == n;
}

struct worklist_place worklist_place_first(enum worklist_order order)
{
	return (struct worklist_place) { orders[order].first,
					 orders[order].id };
}

bool worklist_place_read(struct ctx *cx, enum worklist_order order,
			 const char *text, struct worklist_place *place)
{
	const char *dash = strrchr(text, '-');
	const char *looks = orders[order].looks;
	const char *at;

	if (!dash || !is_number(dash + 1, 18))
		return false;
	at = mem_text_n(cx, text, (size_t)(dash - text));
	if (*looks ? !looks_like(at, looks) : !is_number(at, 9))
		return false;
	*place = (struct worklist_place) { at, strtoll(dash + 1, NULL, 10) };
	return true;
}
