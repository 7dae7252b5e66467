/*
 * node.h - what a template will see of one request, as a tree in its memory.
 *
 * Cheap to build: a page that was rendered before needs no other tree (mould.h
 * says how). Names are ours. Values are copied and made safe (valid UTF-8, no
 * control characters but LF and TAB: security OUT-05).
 */
#ifndef WEB_NODE_H
#define WEB_NODE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/value.h"

struct tree;

enum node_kind {
	NODE_FIXED,   /* its value belongs to the skeleton of the page */
	NODE_POURED,  /* its value is only printed, or asked whether it is */
	NODE_ROWS,    /* children are rows, each with a skeleton of its own */
	NODE_OPTIONS, /* the options of a list that many pages have */
};

struct node {
	struct tree *tree;
	const char *name, *value; /* value NULL: none was put */
	enum node_kind kind;
	struct node *first, *last, *next;
	const struct node *base;    /* whose children it has too: fixed ones, in
				     * memory that outlives the moulds; or NULL */
	size_t n;		    /* NODE_ROWS: so many, one after another */
	const struct rows *options; /* NODE_OPTIONS: columns value, label */
};

/* An empty tree; its root. */
struct node *node_root(struct ctx *cx);
/* The node below with this name, "a.b" deeper down; made when it is not there.
 */
struct node *node_at(struct node *node, const char *path);
/* path.N */
struct node *node_item(struct node *node, const char *path, size_t n);
/* The same, NULL when it is not there. */
struct node *node_find(struct node *node, const char *path);
/* One in the same memory that is nobody's child, to be a base. */
struct node *node_alone(struct node *node);
/* A child that is known to be new. */
struct node *node_new(struct node *node, const char *name);

/* A word that the template may ask for: another word, another skeleton. */
void node_put(struct node *node, const char *path, const char *value);
void node_number(struct node *node, const char *path, int64_t number);
/* A text that the template prints or asks for as a truth, but compares with
 * nothing. */
void node_pour(struct node *node, const char *path, const char *value);
/* node becomes a list of n empty rows, node_row() is one of them. The template
 * has <?cs var:r ?> at the beginning of a row and <?cs var:LIST ?> after all.
 */
void node_rows(struct node *node, size_t n);
struct node *node_row(struct node *node, size_t i);
/* A child of a row; name and text must outlive the page. */
void node_cell(struct node *row, const char *name, const char *text,
	       enum node_kind kind);
/* The same of a text of ours that has nothing but letters and digits. */
void node_cell_plain(struct node *row, const char *name, const char *text,
		     enum node_kind kind);
/* Texts in the memory of the tree. */
const char *node_digits(struct node *node, int64_t number);
const char *node_hex(struct node *node, const unsigned char *bytes, size_t n);
/* path becomes a list of these options; likewise. */
void node_options(struct node *node, const char *path, const struct rows *rows);

#endif
