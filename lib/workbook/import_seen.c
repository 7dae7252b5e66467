/* import_seen.c - which offices of a workbook have been met: a hash table. */
#include "workbook/importing.h"

#define FIRST_ROOM 1024 /* a power of two, as all that follow */

void seen_init(struct seen *s, struct ctx *cx)
{
	*s = (struct seen) {
		.cx = cx,
		.room = FIRST_ROOM,
		.keys = mem_array(cx, FIRST_ROOM, sizeof(*s->keys)),
		.rows = mem_array(cx, FIRST_ROOM, sizeof(*s->rows)),
	};
}

/* Where the key is, or would be: keys are hashes already. */
static size_t place_of(const struct seen *s, uint64_t key)
{
	size_t i = (size_t)key & (s->room - 1);

	while (s->rows[i] && s->keys[i] != key)
		i = (i + 1) & (s->room - 1);
	return i;
}

static void grow(struct seen *s)
{
	struct seen old = *s;

	s->room = 2 * old.room;
	s->keys = mem_array(s->cx, s->room, sizeof(*s->keys));
	s->rows = mem_array(s->cx, s->room, sizeof(*s->rows));
	for (size_t i = 0; i < old.room; i++) {
		size_t at = place_of(s, old.keys[i]);

		if (!old.rows[i])
			continue;
		s->keys[at] = old.keys[i];
		s->rows[at] = old.rows[i];
	}
}

int64_t seen_put(struct seen *s, uint64_t key, int64_t row)
{
	size_t at;

	if (2 * s->n >= s->room)
		grow(s);
	at = place_of(s, key);
	if (s->rows[at])
		return s->rows[at];
	s->keys[at] = key;
	s->rows[at] = row;
	s->n++;
	return 0;
}

bool seen_has(const struct seen *s, uint64_t key)
{
	return s->rows[place_of(s, key)] != 0;
}
