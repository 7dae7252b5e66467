/* node.c - what a template will see of one request, as a tree in its memory. */
#include "web/node.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

#define PIECE ((size_t)32 * 1024)

/* Nodes and texts lie one after another in large pieces. */
struct tree {
	struct ctx *cx;
	char *piece;
	size_t used, room;
};

static void *take(struct tree *t, size_t size)
{
	void *p;

	size = (size + 7) & ~(size_t)7;
	if (t->room - t->used < size) {
		t->room = size > PIECE ? size : PIECE;
		t->piece = mem_grow(t->cx, NULL, t->room, 1);
		t->used = 0;
	}
	p = t->piece + t->used;
	t->used += size;
	return p;
}

static const char *copy(struct tree *t, const char *s, size_t n)
{
	char *to = take(t, n + 1);

	memcpy(to, s, n);
	to[n] = '\0';
	return to;
}

static bool is_control(unsigned char c)
{
	return (c < ' ' && c != '\n' && c != '\t') || c == 0x7F;
}

/* Bytes of a letter that surely stands as it is; 0: it has to be looked at.
 * That is most of Japanese, and ASCII without controls. */
static size_t plain_letter(const unsigned char *s)
{
	if (*s < 0x80)
		return *s >= ' ' && *s < 0x7F;
	return *s > 0xE0 && *s < 0xF0 && *s != 0xED && (s[1] & 0xC0) == 0x80 &&
			       (s[2] & 0xC0) == 0x80
		       ? 3
		       : 0;
}

/* As many bytes as a page may hold as they are: for nearly all values that is
 * all of them. */
static size_t plain_length(const unsigned char *s)
{
	size_t n = 0, more;

	while ((more = plain_letter(s + n)))
		n += more;
	return n;
}

/* What a page may hold; memory that lasts is used as it is. */
static const char *safe(struct tree *t, const char *value, bool lasts)
{
	size_t n = plain_length((const unsigned char *)value), all;
	char *to;

	if (value[n] == '\0')
		return lasts ? value : copy(t, value, n);
	all = n + strlen(value + n);
	if (!utf8_valid(value, all))
		return "";
	to = take(t, all + 1);
	n = 0;
	for (; *value; value++)
		if (!is_control((unsigned char)*value))
			to[n++] = *value;
	to[n] = '\0';
	return to;
}

struct node *node_alone(struct node *node)
{
	struct node *made = take(node->tree, sizeof(*made));

	*made = (struct node) { .tree = node->tree, .name = "" };
	return made;
}

struct node *node_root(struct ctx *cx)
{
	struct tree *t = mem_zero(cx, sizeof(*t));
	struct node *root;

	t->cx = cx;
	root = take(t, sizeof(*root));
	*root = (struct node) { .tree = t, .name = "" };
	return root;
}

static void link_child(struct node *node, struct node *made)
{
	if (node->last)
		node->last->next = made;
	else
		node->first = made;
	node->last = made;
}

static struct node *add(struct node *node, const char *name, size_t n)
{
	struct node *made = take(node->tree, sizeof(*made));

	*made = (struct node) {
		.tree = node->tree,
		.name = copy(node->tree, name, n),
	};
	link_child(node, made);
	return made;
}

struct node *node_new(struct node *node, const char *name)
{
	return add(node, name, strlen(name));
}

static struct node *child(struct node *node, const char *name, size_t n)
{
	struct node *c = node->first;

	while (c && (strncmp(c->name, name, n) != 0 || c->name[n] != '\0'))
		c = c->next;
	return c;
}

struct node *node_find(struct node *node, const char *path)
{
	while (node && *path) {
		size_t n = strcspn(path, ".");

		node = child(node, path, n);
		path += n + (path[n] == '.');
	}
	return node;
}

struct node *node_at(struct node *node, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, ".");
		struct node *c = child(node, path, n);

		node = c ? c : add(node, path, n);
		path += n + (path[n] == '.');
	}
	return node;
}

/* As ClearSilver's own conditions do. */
static bool is_false(const char *value)
{
	char *end;

	if (*value != '0')
		return *value == '\0';
	return strtol(value, &end, 0) == 0 && *end == '\0';
}

/* What a template takes for false is no gap for a text. */
static enum node_kind kind_of(enum node_kind kind, const char *value)
{
	return kind == NODE_POURED && is_false(value) ? NODE_FIXED : kind;
}

static void set(struct node *node, const char *path, const char *value,
		enum node_kind kind)
{
	struct node *at = node_at(node, path);

	at->value = safe(node->tree, value, false);
	at->kind = kind_of(kind, at->value);
}

void node_put(struct node *node, const char *path, const char *value)
{
	set(node, path, value, NODE_FIXED);
}

const char *node_digits(struct node *node, int64_t number)
{
	char text[24];
	char *end = text + sizeof(text), *at = end;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		*--at = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (number < 0)
		*--at = '-';
	return copy(node->tree, at, (size_t)(end - at));
}

struct node *node_item(struct node *node, const char *path, size_t n)
{
	return node_at(node_at(node, path), node_digits(node, (int64_t)n));
}

void node_number(struct node *node, const char *path, int64_t number)
{
	set(node, path, node_digits(node, number), NODE_FIXED);
}

void node_pour(struct node *node, const char *path, const char *value)
{
	set(node, path, value, NODE_POURED);
}

void node_rows(struct node *node, size_t n)
{
	struct node *rows = take(node->tree, n * sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = (struct node) {
			.tree = node->tree,
			.name = "",
			.next = i + 1 < n ? &rows[i + 1] : NULL,
		};
	node->kind = NODE_ROWS;
	node->n = n;
	node->first = n ? rows : NULL;
	node->last = n ? &rows[n - 1] : NULL;
}

struct node *node_row(struct node *node, size_t i)
{
	return &node->first[i];
}

void node_cell(struct node *row, const char *name, const char *text,
	       enum node_kind kind)
{
	node_cell_plain(row, name, safe(row->tree, text, true), kind);
}

void node_cell_plain(struct node *row, const char *name, const char *text,
		     enum node_kind kind)
{
	struct node *made = take(row->tree, sizeof(*made));

	*made = (struct node) {
		.tree = row->tree,
		.name = name,
		.value = text,
		.kind = kind_of(kind, text),
	};
	link_child(row, made);
}

const char *node_hex(struct node *node, const unsigned char *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	char *text = take(node->tree, 2 * n + 1);

	for (size_t i = 0; i < n; i++) {
		text[2 * i] = digits[bytes[i] >> 4];
		text[2 * i + 1] = digits[bytes[i] & 15];
	}
	text[2 * n] = '\0';
	return text;
}

void node_options(struct node *node, const char *path, const struct rows *rows)
{
	struct node *at = node_at(node, path);

	at->kind = NODE_OPTIONS;
	at->options = rows;
	at->n = rows->n;
}
