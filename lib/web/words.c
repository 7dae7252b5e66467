/* words.c - what of a page is the same in every request. */
#include "web/words.h"

#include <stdio.h>
#include <string.h>

#define SLOTS 128

/* Which nodes of a field: its words, or its choices with one of them chosen
 * (the number is added; one too many: none). */
enum { CONTROL, READING, CHOICES };

struct word {
	const struct form *top;
	const struct slot *slot;
	size_t what;
	struct node *node;
	struct word *next;
};

struct words {
	struct ctx *cx;
	struct node *root, *frame;
	struct word *slots[SLOTS];
};

struct words *words_new(struct ctx *cx)
{
	struct words *w = mem_zero(cx, sizeof(*w));

	w->cx = cx;
	w->root = node_root(cx);
	return w;
}

static void put_text(struct req *rq, const struct form *top,
		     const struct slot *s, struct node *node, const char *what)
{
	const char *text = label_text(rq, top, s, what);

	if (*text)
		node_put(node, what, text);
}

static void put_control(struct req *rq, const struct field *field,
			struct node *node)
{
	const struct kind *k = field->kind;
	bool must = (field->flags & F_REQUIRED) != 0;

	if (k != &kind_part)
		node_put(node, "need",
			 message(rq, must ? "ui.required" : "ui.optional",
				 NULL));
	if (must && k != &kind_part)
		node_put(node, "required", "1");
	if (field->autocomplete)
		node_put(node, "autocomplete", field->autocomplete);
	if (k->inputmode)
		node_put(node, "inputmode", k->inputmode);
	if (k->width)
		node_put(node, "width", k->width);
}

static void put_words(struct req *rq, const struct form *top,
		      const struct slot *s, bool reading, struct node *node)
{
	bool hidden = !reading && (s->field->flags & F_HIDDEN);

	node_put(node, "kind", hidden ? "hidden" : s->field->kind->name);
	node_put(node, "label", label_text(rq, top, s, "label"));
	put_text(rq, top, s, node, "hint");
	put_text(rq, top, s, node, "none");
	put_text(rq, top, s, node, "unit");
	if (!reading && !hidden)
		put_control(rq, s->field, node);
}

/* The nodes that were made before; else new ones, *made. */
static struct node *find_word(struct req *rq, const struct form *top,
			      const struct slot *s, size_t what, bool *made)
{
	struct words *w = rq->serving->program->words;
	struct word **slot, *one;

	*made = true;
	if (!w)
		return node_alone(rq->serving->out.root);
	slot = &w->slots[((uintptr_t)s / sizeof(*s)) % SLOTS];
	for (one = *slot; one; one = one->next)
		if (one->slot == s && one->top == top && one->what == what) {
			*made = false;
			return one->node;
		}
	one = mem_zero(w->cx, sizeof(*one));
	*one = (struct word) { top, s, what, node_alone(w->root), *slot };
	*slot = one;
	return one->node;
}

const struct node *words_of(struct req *rq, const struct form *top,
			    const struct slot *s, bool reading)
{
	bool made;
	struct node *node = find_word(rq, top, s, reading ? READING : CONTROL,
				      &made);

	if (made)
		put_words(rq, top, s, reading, node);
	return node;
}

/* A choice of the message file: form.applicant.physician.yes */
static void put_choice(struct req *rq, const struct form *top,
		       const struct slot *s, const char *code,
		       struct node *node)
{
	const char *hint = label_text(rq, top, s,
				      mem_join(rq->cx, code, ".hint", ""));

	node_put(node, "value", code);
	node_put(node, "label", label_text(rq, top, s, code));
	if (*hint)
		node_put(node, "hint", hint);
}

const struct node *words_choices(struct req *rq, const struct form *top,
				 const struct slot *s, const char *chosen)
{
	const char *const *choices = s->field->choices;
	size_t which = 0;
	struct node *node;
	bool made;

	while (choices[which] && strcmp(choices[which], chosen) != 0)
		which++;
	node = find_word(rq, top, s, CHOICES + which, &made);
	for (size_t i = 0; made && choices[i]; i++) {
		struct node *one = node_item(node, "", i);

		put_choice(rq, top, s, choices[i], one);
		if (i == which)
			node_put(one, "selected", "1");
	}
	return node;
}

static void put_steps(struct req *rq, struct node *page)
{
	const struct screen *s = rq->screen;

	if (!s->steps)
		return;
	node_number(page, "step", s->step);
	node_number(page, "steps", s->steps);
	for (int i = 1; i <= s->steps; i++) {
		struct node *one = node_item(page, "stepnames", (size_t)i - 1);
		char key[40];

		(void)snprintf(key, sizeof(key), "step.%d.label", i);
		node_put(one, "label", message(rq, key, NULL));
		if (i == s->step)
			node_put(one, "current", "1");
		if (i >= s->step)
			continue;
		(void)snprintf(key, sizeof(key), "step.%d.url", i);
		node_put(one, "done", "1");
		node_put(one, "url", message(rq, key, NULL));
	}
}

static void put_frame(struct req *rq, struct node *page)
{
	const struct program *p = rq->serving->program;
	char *key = mem_printf(rq->cx, "title.%s", p->name);

	node_put(page, "file", p->name);
	node_put(page, "path", p->path);
	node_put(page, "site", p->site);
	/* Names in the tree have no hyphen. */
	for (char *c = key; *c; c++)
		*c = *c == '/' ? '.' : *c == '-' ? '_' : *c;
	node_put(page, "title", message(rq, key, NULL));
	node_put(page, "system", message(rq, "system.name", NULL));
	node_put(page, "css", p->css);
	node_put(page, "js", p->js);
	put_steps(rq, page);
}

const struct node *words_frame(struct req *rq)
{
	struct words *w = rq->serving->program->words;
	struct node *frame = w ? w->frame : NULL;

	if (frame)
		return frame;
	frame = node_alone(w ? w->root : rq->serving->out.root);
	put_frame(rq, frame);
	if (w)
		w->frame = frame;
	return frame;
}
