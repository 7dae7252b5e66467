/*
 * mould.h - pages that are rendered once and poured from then on.
 *
 * A page is a tree of values (node.h) and a template. What of the tree is not
 * merely printed is the skeleton: all names, and every value but those put with
 * node_pour(), of which only counts whether a template takes them for true. Two
 * pages with the same template and the same skeleton, byte for byte, differ in
 * their poured texts alone. So the second such page is rendered with marks in
 * place of these texts and cut there; it and all later ones are the pieces,
 * and the texts, escaped, between them. Rows of a list, and options, are cut
 * likewise: a sample of each skeleton among them, poured as often as needed.
 *
 * Templates stay the one source of the HTML. A page whose template does with a
 * mark what it may not (no gap where it was, a list without its marks) is
 * rendered the ordinary way for ever. Nothing that was poured stays here.
 */
#ifndef WEB_MOULD_H
#define WEB_MOULD_H

#include "base/buf.h"
#include "web/node.h"
#include "web/render.h"

struct moulds;

enum moulding {
	MOULD_NEVER, /* templates change under our feet */
	MOULD_TWICE, /* from the second page of a kind on */
	MOULD_CHECK, /* from the first one on, and every page is rendered the
		      * ordinary way too; a difference is a BUG: for tests */
};

struct moulds *moulds_new(struct ctx *cx, struct render *r, enum moulding how);
/* The page, added to out. */
enum status mould_page(struct moulds *m, const char *template,
		       const struct node *root, struct buf *out) MUST_USE;
/* How many pages were poured, for tests. */
size_t moulds_poured(const struct moulds *m);

#endif
