/*
 * cast.h - inside lib/web: a rendered page with marks in it, and its parts
 * after they were cut out.
 *
 * Marks are control characters, which no value has (node.h) and which escaping
 * leaves alone:
 *
 *	\1 N \2      the page's N-th text
 *	\5 N \2      the N-th text of the row or option that it stands in
 *	\3 L.K \2    here begins the K-th sample of the L-th list
 *	\4 L \2      here ends that list
 */
#ifndef WEB_CAST_H
#define WEB_CAST_H

#include "base/buf.h"
#include "web/node.h"
#include "web/render.h"

struct piece {
	enum { PIECE_TEXT, PIECE_VALUE, PIECE_LOCAL, PIECE_LIST } kind;
	size_t at, n; /* bytes of the text; else n is the number */
};

/* What is the same on each such page, with gaps. */
struct cast {
	const char *text;
	struct piece *pieces;
	size_t n, room;
};

/* The samples of a list: rows that differ in their skeleton; of options one
 * that is not chosen and, if any is, one that is. */
struct samples {
	const struct node *list;
	const struct node **rows; /* NODE_ROWS */
	struct cast *casts;
	size_t n;
	bool shown; /* the template has printed the list */
};

/* The value that is chosen of a field's options; NULL: none. */
const char *cast_chosen(const struct node *field);

/* What tells the options of one macro from another's; NULL if they show a text
 * of the page. */
const char *cast_key(struct ctx *cx, const struct cast *c);

/* The tree as it is, as templates see it; lists are what NODE_ROWS and
 * NODE_OPTIONS hold. Takes it away again with cast_clear(). */
void cast_plain(struct render *r, const struct node *root);
/* The tree with marks instead of what is poured; lists: their samples, in the
 * order of the tree. */
void cast_marked(struct render *r, const struct node *root,
		 const struct samples *lists);
void cast_clear(struct render *r, const struct node *root);

/* Cuts the text at its marks; false if they are not as they must be, because
 * the template does something with them that it may not. */
bool cast_cut(struct ctx *cx, const struct buf *text, size_t nvalues,
	      struct cast *page, struct samples *lists, size_t nlists);

#endif
