/* forms.c - a screen's form: opened, read, kept. */
#include <stdio.h>
#include <string.h>

#include "web/serving.h"

const char *query(struct req *rq, const char *name)
{
	const char *value = http_get(&rq->http->query, name);

	return value ? value : "";
}

const char *posted(struct req *rq, const char *name)
{
	const char *value = http_get(&rq->http->body, name);

	return value ? value : "";
}

const char *posted_nth(struct req *rq, const char *name, size_t i)
{
	const struct http_pairs *body = &rq->http->body;

	for (size_t k = 0; k < body->n; k++)
		if (strcmp(body->list[k].name, name) == 0 && i-- == 0)
			return body->list[k].value;
	return NULL;
}

const char *act_argument(struct req *rq)
{
	const char *colon = strchr(posted(rq, "act"), ':');

	return colon ? colon + 1 : "";
}

void posted_set(struct req *rq, const char *name, const char *value)
{
	struct http_pairs *body = &rq->http->body;

	for (size_t i = 0; i < body->n; i++)
		if (strcmp(body->list[i].name, name) == 0) {
			body->list[i].value = value;
			return;
		}
	body->list = mem_grow(rq->cx, body->list, body->n + 1,
			      sizeof(*body->list));
	body->list[body->n++] = (struct http_pair) { name, value };
}

struct id asked_id(struct req *rq)
{
	struct id id;
	const char *text = posted(rq, "id");

	(void)id_parse(*text ? text : query(rq, "id"), &id);
	return id;
}

static bool loads_by_id(const struct form *form)
{
	for (size_t i = 0; form->load && i < form->load->nbinds; i++)
		if (strcmp(form->load->binds[i], "id") == 0)
			return true;
	return false;
}

struct id page_object(struct req *rq)
{
	const struct form *form = rq->screen->form;

	if (form && form->load && !loads_by_id(form))
		return (struct id) { { 0 } };
	return asked_id(rq);
}

const char *page_url(struct req *rq)
{
	return url_of(rq, rq->serving->program->path, page_object(rq));
}

const struct http_file *posted_file(struct req *rq)
{
	return rq->http->file.field ? &rq->http->file : NULL;
}

const char *setting(struct req *rq, const char *name)
{
	return config_text(rq->serving->program->config, name);
}

/* What somebody else has stored meanwhile stands beside each field. */
static void show_other_version(struct req *rq, const struct form *form,
			       const void *row, struct kept *kept)
{
	const struct shape *shape = shape_of(rq->cx, form);

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const char *typed = kept_text(kept, s->place);
		const char *stored;

		if (!slot_stored(s) || !typed || (s->field->flags & F_HIDDEN))
			continue;
		stored = s->field->kind->show(rq->cx, s->field,
					      slot_value(s, row));
		if (strcmp(typed, stored) == 0)
			continue;
		page_item(rq, "conflict", i, "label",
			  label_text(rq, form, s, "label"));
		page_item(rq, "conflict", i, "typed", typed);
		page_item(rq, "conflict", i, "stored", stored);
	}
}

static bool is_stale(struct ctx *cx, const struct kept *kept)
{
	for (size_t i = 0; kept && i < kept_problems(kept); i++) {
		const char *place, *kind;
		struct report r = kept_problem(cx, kept, i, &place, &kind);

		if (strcmp(r.key, "stale") == 0)
			return true;
	}
	return false;
}

void form_outdated(struct req *rq, int64_t changed_at)
{
	if (changed_at > rq->session->kept_at)
		rq->serving->outdated = true;
}

static const struct slot *named(const struct shape *shape, const char *place)
{
	for (size_t i = 0; i < shape->n; i++)
		if (strcmp(shape->list[i].place, place) == 0)
			return &shape->list[i];
	return NULL;
}

static void put_hidden(struct req *rq, struct node *node,
		       const struct form *form, const void *row)
{
	static const char *const names[] = { "id", "revision" };
	const struct shape *shape = shape_of(rq->cx, form);

	for (size_t i = 0; i < COUNT(names); i++) {
		const struct slot *s = named(shape, names[i]);

		if (s)
			node_pour(node, names[i],
				  s->field->kind->show(rq->cx, s->field,
						       slot_value(s, row)));
	}
}

/* 「クリア」 asks first: ?clear=ask shows the question. */
static void ask_clear(struct req *rq)
{
	if (strcmp(query(rq, "clear"), "ask") == 0)
		page_text(rq, "ask_clear", "1");
}

enum status form_show(struct req *rq, const struct form *form, void *row)
{
	struct serving *s = rq->serving;
	struct node *node = node_at(s->out.root, "Form");
	struct kept *kept = keep_read(rq);
	struct problems unseen = { .cx = rq->cx };

	node_pour(node, "key", s->form_key);
	node_pour(node, "url", page_url(rq));
	node_put(node, "name", form->name);
	/* Enter in a text box presses the first button of the page, which may
	 * be one of a field: it shall be the first of the screen. */
	if (rq->screen->nacts)
		node_put(node, "act", rq->screen->acts[0].name);
	if (rq->screen->upload)
		node_put(node, "multipart", "1");
	put_hidden(rq, node, form, row);
	if (kept && is_stale(rq->cx, kept))
		show_other_version(rq, form, row, kept);
	ask_clear(rq);
	/* Lists that depend on other answers follow what was typed. */
	if (kept) {
		struct input in = kept_as_input(kept);

		TRY(form_clean(rq->cx, form, &in, row, &unseen));
	}
	TRY(page_form(rq, node, form, row, kept));
	return kept ? address_choices(rq, node, form, row, kept) : ST_OK;
}

enum status form_open(struct req *rq, const struct form *form, void *row)
{
	struct id id = asked_id(rq);

	if (form->load && !loads_by_id(form))
		TRY(form_load_by(rq->cx, form, NULL, row));
	else if (id_set(id))
		TRY(form_load(rq->cx, form, id, row));
	else if (*query(rq, "id"))
		return ST_NOT_FOUND;
	return form_show(rq, form, row);
}

/* The row's own id and revision come as plain hidden controls. */
static enum status clean_pairs(struct req *rq, const struct form *form,
			       struct http_pairs *pairs, void *row,
			       struct problems *p)
{
	struct input in = pairs_as_input(pairs);

	return form_clean(rq->cx, form, &in, row, p);
}

static struct problems *problems_of(struct req *rq)
{
	struct outcome *o = &rq->serving->out;

	if (!o->problems) {
		o->problems = mem_zero(rq->cx, sizeof(*o->problems));
		o->problems->cx = rq->cx;
	}
	return o->problems;
}

enum status form_read(struct req *rq, const struct form *form, void *row)
{
	struct problems *p = problems_of(rq);

	/* Conditions may hang on what only the stored row knows. */
	if (form->load && !loads_by_id(form))
		TRY(form_load_by(rq->cx, form, NULL, row));
	rows_close_up(rq, form);
	TRY(clean_pairs(rq, form, &rq->http->body, row, p));
	return p->n ? ST_INVALID : ST_OK;
}

enum status form_peek(struct req *rq, const struct form *form, void *row)
{
	struct problems unseen = { .cx = rq->cx };
	bool post = strcmp(rq->http->method, "POST") == 0;
	struct http_pairs *pairs = post ? &rq->http->body : &rq->http->query;

	if (form->load && !loads_by_id(form))
		TRY(form_load_by(rq->cx, form, NULL, row));
	if (post)
		rows_close_up(rq, form);
	return clean_pairs(rq, form, pairs, row, &unseen);
}

enum status invalid(struct req *rq, const char *key, const char *place)
{
	(void)problem(problems_of(rq), key, "%s", place);
	return ST_INVALID;
}

enum status invalid_all(struct req *rq, const struct problems *p)
{
	struct problems *all = problems_of(rq);

	for (size_t i = 0; i < p->n; i++) {
		struct report *r = problem(all, p->list[i].what.key, "%s",
					   p->list[i].place);

		for (size_t k = 0; k < p->list[i].what.nargs; k++)
			r->args[r->nargs++] = p->list[i].what.args[k];
	}
	return all->n ? ST_INVALID : ST_OK;
}

void hint(struct req *rq, const char *place, const char *key)
{
	struct hint *h = mem_zero(rq->cx, sizeof(*h));

	*h = (struct hint) { place, key, rq->serving->out.hints };
	rq->serving->out.hints = h;
}

enum status form_keep(struct req *rq, const struct form *form, const void *row)
{
	return form_keep_part(rq, form, row, row ? "" : NULL);
}

enum status form_keep_part(struct req *rq, const struct form *form,
			   const void *row, const char *part)
{
	struct outcome *o = &rq->serving->out;

	o->kept = true;
	return kept_put(rq->cx, rq->session->kept_owner, rq->serving->place,
			keep_write(rq, form, row, part),
			keep_write_problems(rq, NULL));
}

enum status form_refuse(struct req *rq)
{
	struct serving *s = rq->serving;
	const char *input = rq->screen->private_answer
				    ? "{}"
				    : keep_write(rq, rq->screen->form, NULL,
						 NULL);

	s->out.kept = true;
	TRY(kept_put(rq->cx, rq->session->kept_owner, s->place, input,
		     keep_write_problems(rq, s->out.problems)));
	return go(rq, "%s", s->program->path);
}
