/* keyset.c - pages of a list that is read on from a place. */
#include "db/keyset.h"

#include <stdlib.h>
#include <string.h>

bool keyset_digits(const char *text, size_t most)
{
	size_t n = strlen(text);

	return n > 0 && n <= most && strspn(text, "0123456789") == n;
}

bool keyset_place(struct ctx *cx, const char *text, const char **at,
		  int64_t *id)
{
	const char *dash = strrchr(text, '-');

	if (!dash || !keyset_digits(dash + 1, 18))
		return false;
	*at = mem_text_n(cx, text, (size_t)(dash - text));
	*id = strtoll(dash + 1, NULL, 10);
	return true;
}

void keyset_turn(struct rows *rows)
{
	for (size_t i = 0; i < rows->n / 2; i++) {
		struct row *row = rows->list[i];

		rows->list[i] = rows->list[rows->n - 1 - i];
		rows->list[rows->n - 1 - i] = row;
	}
}

struct keyset_more keyset_cut(struct rows *rows, size_t size, bool back,
			      bool on)
{
	bool beyond = rows->n > size;

	if (beyond)
		rows->n = size;
	if (back)
		keyset_turn(rows);
	return (struct keyset_more) {
		.before = rows->n && (back ? beyond : on),
		.after = rows->n && (back || beyond),
	};
}
