/* formproblem.c - what was wrong with a form, beside its fields and above. */
#include <stdio.h>
#include <string.h>

#include "web/serving.h"

/* The node of a place that page_form has made, for its error or note. */
struct node *node_of_place(struct node *fields, const char *place)
{
	char path[256];
	size_t n = 0;

	for (const char *p = place; *p; p++) {
		bool digit = p[1] >= '0' && p[1] <= '9';

		if (*p != '.') {
			if (n + 1 < sizeof(path))
				path[n++] = *p;
			continue;
		}
		/* .3. leads to a row, .name to a field of it or of a part. */
		n += (size_t)snprintf(path + n, sizeof(path) - n, "%s",
				      digit ? ".rows." : ".fields.");
		if (n >= sizeof(path))
			return NULL;
	}
	path[n] = '\0';
	return node_find(fields, path);
}

/* Where the summary leads: of a date, its first box. */
static const char *control_of(struct req *rq, const struct form *form,
			      const char *place)
{
	const struct slot *s = slot_at(shape_of(rq->cx, form), place);

	if (*place == '\0')
		return "main";
	return s && s->field->kind == &kind_date
		       ? mem_printf(rq->cx, "%s.year", place)
		       : place;
}

static void put_problem(struct req *rq, const struct form *form,
			struct node *node, size_t i, const char *place,
			struct report *r)
{
	struct node *fields = node_at(node, "fields");
	struct node *one = node_item(node, "problems", i);
	struct node *field = *place ? node_of_place(fields, place) : NULL;
	char key[120];
	const char *text;

	if (r->nargs < COUNT(r->args))
		report_arg(r, "label", "%s", label_of(rq, form, place));
	(void)snprintf(key, sizeof(key), "problem.%s", r->key);
	text = message(rq, key, r);
	node_put(one, "place", place);
	node_put(one, "text", text);
	node_put(one, "id", control_of(rq, form, place));
	if (field && !node_find(field, "error"))
		node_put(field, "error", text);
}

void page_problems(struct req *rq, const struct form *form, struct node *node,
		   struct kept *kept)
{
	struct node *fields = node_at(node, "fields");
	size_t shown_problems = 0;

	for (size_t i = 0; i < kept_problems(kept); i++) {
		const char *place, *kind;
		struct report r = kept_problem(rq->cx, kept, i, &place, &kind);
		char key[120];
		struct node *field;

		if (strcmp(kind, "hint") != 0) {
			put_problem(rq, form, node, shown_problems++, place,
				    &r);
			continue;
		}
		field = node_of_place(fields, place);
		(void)snprintf(key, sizeof(key), "note.%s", r.key);
		if (field)
			node_put(field, "note", message(rq, key, &r));
	}
	if (shown_problems)
		node_put(rq->serving->out.root, "Page.error", "1");
}
