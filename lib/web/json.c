/* json.c - rows of the database as an answer to a script. */
#include <jansson.h>
#include <stdlib.h>

#include "web/serving.h"

static json_t *from_value(struct ctx *cx, const struct value *v)
{
	switch (v->kind) {
	case V_INT:
		return json_integer(v->number);
	case V_TEXT:
		return json_string(v->text);
	case V_ID:
		return json_string(id_text(cx, v->id));
	case V_NULL:
	case V_BYTES:
	case V_TIME:
		return json_null();
	}
	return json_null();
}

static json_t *from_row(struct ctx *cx, const struct row *row)
{
	json_t *one = json_object();

	for (size_t i = 0; i < row->n; i++)
		(void)json_object_set_new(one, row->names[i],
					  from_value(cx, &row->values[i]));
	return one;
}

enum status answer_rows(struct req *rq, const char *name,
			const struct rows *rows, int seconds)
{
	struct http_answer *a = &rq->serving->out.answer;
	json_t *all = json_object();
	json_t *list = json_array();
	char *text;

	for (size_t i = 0; i < rows->n; i++)
		(void)json_array_append_new(list,
					    from_row(rq->cx, rows->list[i]));
	(void)json_object_set_new(all, name, list);
	text = json_dumps(all, JSON_COMPACT);
	json_decref(all);
	if (!text)
		return fail(ST_IO, "answer_rows: json_dumps");
	http_header(a, "Content-Type", "application/json; charset=utf-8");
	http_header(a, "Cache-Control",
		    mem_printf(rq->cx, "public, max-age=%d", seconds));
	buf_add(&a->body, text);
	free(text);
	return ST_OK;
}
