/* keep.c - what was typed and could not be taken, as JSON and back. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/serving.h"

/* --- sources of typed text -------------------------------------------------
 */

static const char *pairs_get(void *arg, const char *place)
{
	return http_get(arg, place);
}

/* business.2.own: the highest number and one more. */
static size_t row_number(const char *name, const char *place)
{
	size_t n = strlen(place), number = 0;
	const char *p = name + n + 1;

	if (strncmp(name, place, n) != 0 || name[n] != '.')
		return 0;
	if (*p < '0' || *p > '9')
		return 0;
	for (; *p >= '0' && *p <= '9' && number < 10000; p++)
		number = number * 10 + (size_t)(*p - '0');
	return *p == '.' ? number + 1 : 0;
}

static size_t pairs_rows(void *arg, const char *place)
{
	const struct http_pairs *pairs = arg;
	size_t most = 0;

	for (size_t i = 0; i < pairs->n; i++) {
		size_t n = row_number(pairs->list[i].name, place);

		most = n > most ? n : most;
	}
	return most;
}

struct input pairs_as_input(struct http_pairs *pairs)
{
	return (struct input) { .get = pairs_get,
				.rows = pairs_rows,
				.arg = pairs };
}

/* --- writing ----------------------------------------------------------------
 */

static const char *dump(struct ctx *cx, json_t *json)
{
	char *text = json_dumps(json, JSON_COMPACT);
	const char *copy;

	if (!text)
		BUG("json_dumps");
	copy = mem_text(cx, text);
	free(text);
	json_decref(json);
	return copy;
}

/* Is it a control of this form, and may it be kept? */
static bool may_keep(const struct shape *shape, const char *name)
{
	char plain[80];
	const struct slot *s = slot_at(shape, name);

	if (!s && strlen(name) < sizeof(plain)) {
		/* A date's boxes: day.year belongs to day. */
		char *dot;

		(void)snprintf(plain, sizeof(plain), "%s", name);
		dot = strrchr(plain, '.');
		if (dot)
			*dot = '\0';
		s = slot_at(shape, plain);
		if (s && s->field->kind != &kind_date)
			s = NULL;
	}
	return s && s->field->kind != &kind_password;
}

/* Is place one of these parts or below it? "" is everything. */
static bool is_below(const char *place, const char *parts)
{
	size_t n;

	if (*parts == '\0')
		return true;
	for (; *parts; parts += n + (parts[n] == ' ')) {
		n = strcspn(parts, " ");
		if (strncmp(place, parts, n) == 0 &&
		    (place[n] == '.' || place[n] == '\0'))
			return true;
	}
	return false;
}

static void add_row(struct ctx *cx, json_t *json, const struct shape *shape,
		    const void *row, const char *prefix, const char *part)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const char *place = mem_printf(cx, "%s%s", prefix, s->place);

		if (s->field->kind == &kind_rows) {
			const void *rows;
			size_t n = slot_rows(s, row, &rows);

			for (size_t k = 0; k < n; k++)
				add_row(cx, json, s->rows,
					(const char *)rows +
						k * s->rows->form->row_size,
					mem_printf(cx, "%s.%zu.", place, k),
					part);
		} else if (s->field->kind->show && is_below(place, part) &&
			   s->field->kind != &kind_password) {
			const char *text = s->field->kind->show(
				cx, s->field, slot_value(s, row));

			(void)json_object_set_new(json, place,
						  json_string(text));
		}
	}
}

const char *keep_write(struct req *rq, const struct form *form, const void *row,
		       const char *part)
{
	const struct shape *shape = shape_of(rq->cx, form);
	const struct http_pairs *body = &rq->http->body;
	json_t *json = json_object();

	for (size_t i = 0; i < body->n; i++)
		if (may_keep(shape, body->list[i].name))
			(void)json_object_set_new(
				json, body->list[i].name,
				json_string(body->list[i].value));
	if (part)
		add_row(rq->cx, json, shape, row, "", part);
	return dump(rq->cx, json);
}

static json_t *write_args(const struct report *r)
{
	json_t *args = json_object();

	for (size_t i = 0; i < r->nargs; i++)
		(void)json_object_set_new(args, r->args[i].name,
					  json_string(r->args[i].text));
	return args;
}

static void write_one(json_t *list, const char *kind, const char *place,
		      const struct report *r)
{
	(void)json_array_append_new(
		list, json_pack("{s:s,s:s,s:s,s:o}", "t", kind, "p", place, "k",
				r->key, "a", write_args(r)));
}

const char *keep_write_problems(struct req *rq, const struct problems *p)
{
	json_t *list = json_array();

	for (size_t i = 0; p && i < p->n; i++)
		write_one(list, "problem", p->list[i].place, &p->list[i].what);
	for (struct hint *h = rq->serving->out.hints; h; h = h->next)
		write_one(list, "hint", h->place,
			  &(struct report) { .key = h->key });
	return dump(rq->cx, list);
}

/* --- reading ----------------------------------------------------------------
 */

struct kept {
	json_t *input, *problems;
	const char *place; /* of another page; or NULL */
};

static void drop(void *arg)
{
	struct kept *k = arg;

	json_decref(k->input);
	json_decref(k->problems);
}

struct kept *keep_read(struct req *rq)
{
	struct kept *k;
	const char *problems = rq->session->kept_problems;

	if (*rq->session->kept_input == '\0' || rq->serving->outdated)
		return NULL;
	k = mem_zero(rq->cx, sizeof(*k));
	k->input = json_loads(rq->session->kept_input, 0, NULL);
	k->problems = json_loads(*problems ? problems : "[]", 0, NULL);
	mem_at_end(rq->cx, drop, k);
	return json_is_object(k->input) ? k : NULL;
}

const char *kept_text(const struct kept *k, const char *place)
{
	return json_string_value(json_object_get(k->input, place));
}

static const char *kept_get(void *arg, const char *place)
{
	return kept_text(arg, place);
}

static size_t kept_rows(void *arg, const char *place)
{
	const struct kept *k = arg;
	const char *name;
	json_t *value;
	size_t most = 0;

	json_object_foreach(k->input, name, value)
	{
		size_t n = row_number(name, place);

		most = n > most ? n : most;
	}
	return most;
}

struct input kept_as_input(struct kept *k)
{
	return (struct input) { .get = kept_get, .rows = kept_rows, .arg = k };
}

size_t kept_problems(const struct kept *k)
{
	return json_array_size(k->problems);
}

static const char *text_of(json_t *one, const char *name)
{
	const char *s = json_string_value(json_object_get(one, name));

	return s ? s : "";
}

struct report kept_problem(struct ctx *cx, const struct kept *k, size_t i,
			   const char **place, const char **kind)
{
	json_t *one = json_array_get(k->problems, i);
	json_t *value;
	const char *name;
	struct report r = { .cx = cx };

	*place = text_of(one, "p");
	*kind = text_of(one, "t");
	r.key = text_of(one, "k");
	json_object_foreach(json_object_get(one, "a"), name, value)
	{
		if (r.nargs == COUNT(r.args))
			break;
		r.args[r.nargs].name = name;
		r.args[r.nargs++].text = json_string_value(value);
	}
	return r;
}

/* --- of another page -------------------------------------------------------
 */

static struct kept *kept_make(struct req *rq, const char *screen, struct id id)
{
	struct kept *k = mem_zero(rq->cx, sizeof(*k));

	k->input = json_object();
	k->problems = json_array();
	k->place = mem_printf(rq->cx, "%s:%s", screen,
			      id_set(id) ? id_text(rq->cx, id) : "");
	mem_at_end(rq->cx, drop, k);
	return k;
}

enum status kept_open(struct req *rq, const char *screen, struct id id,
		      struct kept **kept)
{
	struct kept *k = kept_make(rq, screen, id);
	const char *text;
	json_t *input;

	*kept = k;
	TRY(kept_input(rq->cx, rq->session->kept_owner, k->place, &text));
	input = json_loads(text, 0, NULL);
	if (!json_is_object(input)) {
		json_decref(input);
		return ST_NOT_FOUND;
	}
	json_decref(k->input);
	k->input = input;
	return ST_OK;
}

struct kept *kept_new(struct req *rq, const char *screen, struct id id,
		      const struct form *form, const void *row)
{
	struct kept *k = kept_make(rq, screen, id);

	add_row(rq->cx, k->input, shape_of(rq->cx, form), row, "", "");
	return k;
}

void kept_set(struct kept *k, const char *place, const char *text)
{
	(void)json_object_set_new(k->input, place, json_string(text));
}

enum status kept_save(struct req *rq, struct kept *k)
{
	return kept_put(rq->cx, rq->session->kept_owner, k->place,
			dump(rq->cx, json_incref(k->input)), "[]");
}
