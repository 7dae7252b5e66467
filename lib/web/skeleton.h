/* skeleton.h - inside lib/web: what two pages must have in common (mould.h). */
#ifndef WEB_SKELETON_H
#define WEB_SKELETON_H

#include "base/buf.h"
#include "web/node.h"

struct list_in {
	const struct node *list, *parent;
};

struct skeleton {
	struct buf text;
	const char **values; /* to be poured, in the order of the tree */
	size_t nvalues, room;
	struct list_in *lists; /* that are not empty, likewise */
	size_t nlists, lists_room;
};

void skeleton_init(struct skeleton *s, struct ctx *cx);
/* Begins anew with this word, and goes through all that is below node. */
void skeleton_read(struct skeleton *s, const char *word,
		   const struct node *node);
/* The values alone. */
void skeleton_read_values(struct skeleton *s, const struct node *node);
/* Are two rows alike, seen at once? false: they may be all the same. */
bool skeleton_alike(const struct node *a, const struct node *b);
uint64_t skeleton_hash(const struct buf *text);

#endif
