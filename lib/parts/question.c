/* question.c - what the check before sending has found. */
#include "parts/parts.h"

static void put_place(struct req *rq, const char *list, size_t i,
		      const char *key, const struct question_place *place)
{
	struct report r = { .cx = rq->cx };

	page_item(rq, list, i, "url", place->url);
	page_item(rq, list, i, "name", place->name);
	if (*place->a == '\0')
		return;
	report_arg(&r, "a", "%s", place->a);
	report_arg(&r, "b", "%s", place->b);
	page_item(rq, list, i, "note",
		  message(rq, mem_printf(rq->cx, "question.%s.note", key), &r));
}

static void put_finding(struct req *rq, const char *list, size_t i,
			const char *key, const struct finding *f)
{
	const char *places = mem_printf(rq->cx, "%s.%zu.places", list, i);
	int64_t more = f->count - (int64_t)f->n;

	page_item(rq, list, i, "key", key);
	page_item(rq, list, i, "count",
		  mem_printf(rq->cx, "%lld", (long long)f->count));
	if (f->n && more > 0)
		page_item(rq, list, i, "more",
			  mem_printf(rq->cx, "%lld", (long long)more));
	for (size_t k = 0; k < f->n; k++)
		put_place(rq, places, k, key, &f->list[k]);
}

void part_questions(struct req *rq, const struct questions *q)
{
	static const char *const lists[] = {
		[QUESTION_ASK] = "asked",
		[QUESTION_BLOCK] = "blocked",
		[QUESTION_TELL] = "told",
	};
	size_t n[COUNT(lists)] = { 0 };

	for (enum question i = 0; i < QUESTIONS; i++) {
		const struct question_rule rule = question_rule(i);

		if (q->found[i].count)
			put_finding(rq, lists[rule.sort], n[rule.sort]++,
				    rule.key, &q->found[i]);
	}
}
