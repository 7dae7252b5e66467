/* label.c - what the message files call a field, and whole messages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "web/serving.h"

/* "business.0.own" is the slot own of the rows at business. */
const struct slot *slot_at(const struct shape *shape, const char *place)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		size_t n = strlen(s->place);
		const char *p;

		if (strcmp(s->place, place) == 0)
			return s;
		if (!s->rows || strncmp(s->place, place, n) != 0 ||
		    place[n] != '.')
			continue;
		p = place + n + 1;
		while (*p >= '0' && *p <= '9')
			p++;
		if (*p == '.' && p > place + n + 1)
			return slot_at(s->rows, p + 1);
	}
	return NULL;
}

/* First the form's own word for the place (office: inst.name), then that of
 * the group's form, which others share (institution: name). */
const char *label_text(struct req *rq, const struct form *top,
		       const struct slot *s, const char *what)
{
	struct render *r = rq->serving->program->render;
	char key[160];
	const char *text;

	/* The place of a row's field begins anew: hours of a pattern are not
	 * the hours of the form above. */
	if (s->form == top || s->part) {
		(void)snprintf(key, sizeof(key), "form.%s.%s.%s", top->name,
			       s->place, what);
		text = render_message(r, key);
		if (text)
			return text;
	}
	(void)snprintf(key, sizeof(key), "form.%s.%s.%s", s->form->name,
		       s->field->name, what);
	text = render_message(r, key);
	return text ? text : "";
}

/* A field of a row says which row: "2つ目の事業：事業の種類". */
static const char *with_row(struct req *rq, const struct form *form,
			    const char *place, const char *label)
{
	const char *dot = strchr(place, '.');
	struct report r = { .cx = rq->cx };
	char key[80];

	if (!dot || dot[1] < '0' || dot[1] > '9')
		return label;
	report_arg(&r, "n", "%ld", strtol(dot + 1, NULL, 10) + 1);
	report_arg(&r, "label", "%s", label);
	(void)snprintf(key, sizeof(key), "form.%s.%.*s.of_row", form->name,
		       (int)(dot - place), place);
	return message(rq, key, &r);
}

const char *label_of(struct req *rq, const struct form *form, const char *place)
{
	const struct slot *s = slot_at(shape_of(rq->cx, form), place);

	if (!s)
		return "";
	return with_row(rq, form, place, label_text(rq, form, s, "label"));
}

static const char *arg_text(const struct report *r, const char *name, size_t n)
{
	for (size_t i = 0; r && i < r->nargs; i++)
		if (strlen(r->args[i].name) == n &&
		    strncmp(r->args[i].name, name, n) == 0)
			return r->args[i].text;
	return NULL;
}

const char *message(struct req *rq, const char *key, const struct report *r)
{
	const char *text = render_message(rq->serving->program->render, key);
	struct buf out;

	if (!text)
		return mem_printf(rq->cx, "[%s]", key);
	buf_init(&out, rq->cx);
	while (*text) {
		const char *end = *text == '{' ? strchr(text, '}') : NULL;
		const char *value = end ? arg_text(r, text + 1,
						   (size_t)(end - text - 1))
					: NULL;

		if (value) {
			buf_add(&out, value);
			text = end + 1;
		} else {
			buf_char(&out, *text++);
		}
	}
	return out.text;
}

const char *message_find(void *req, const char *key)
{
	const struct req *rq = req;

	return render_message(rq->serving->program->render, key);
}

const char *message_of(struct req *rq, const char *key, const char *name)
{
	struct report r = { .cx = rq->cx };

	report_arg(&r, "name", "%s", name);
	return message(rq, key, &r);
}
