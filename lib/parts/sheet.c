/* sheet.c - 事前チェック: what the machine finds about an application. */
#include "parts/parts.h"
#include "review/precheck.h"

#include <string.h>

static const char *const verdicts[] = { "pass", "ask", "fail", "off" };

/* Where it is looked at, and where it is asked about. */
static void show_place(struct req *rq, const struct desk_view *view,
		       const char *list, size_t k,
		       const struct precheck_place *place, const char *key)
{
	struct report r = { .cx = rq->cx };

	report_arg(&r, "name", "%s", place->name);
	report_arg(&r, "a", "%s", place->a);
	report_arg(&r, "b", "%s", place->b);
	page_item(rq, list, k, "text", message(rq, key, &r));
	if (place->office)
		page_item(rq, list, k, "url",
			  mem_printf(rq->cx, "/tokutei/office?id=%s&office=%s",
				     id_text(rq->cx, view->id),
				     id_text(rq->cx, place->office_id)));
	if (*place->target)
		page_item(rq, list, k, "ask",
			  mem_printf(rq->cx, "%s%.*s",
				     desk_ask_url(rq->cx, view, place->target,
						  place->office, 0),
				     (int)strcspn(place->field, "."),
				     place->field));
}

static void show_rule(struct req *rq, const struct desk_view *view,
		      enum precheck_rule rule, const struct precheck_result *r)
{
	const char *key = precheck_key(rule);
	const char *verdict = verdicts[r->verdict];
	struct report values = { .cx = rq->cx };
	const char *list = mem_printf(rq->cx, "sheet.%d.places", (int)rule);

	report_arg(&values, "n", "%lld", (long long)r->count);
	page_item(rq, "sheet", rule, "label",
		  message(rq, mem_printf(rq->cx, "precheck.%s.label", key),
			  NULL));
	page_item(rq, "sheet", rule, "source",
		  message(rq, mem_printf(rq->cx, "precheck.%s.source", key),
			  NULL));
	page_item(rq, "sheet", rule, "verdict", verdict);
	page_item(rq, "sheet", rule, "text",
		  message(rq,
			  mem_printf(rq->cx, "precheck.%s.%s", key, verdict),
			  &values));
	for (size_t k = 0; k < r->n; k++)
		show_place(rq, view, list, k, &r->list[k],
			   mem_printf(rq->cx, "precheck.%s.%s", key,
				      r->list[k].office ? "office" : "place"));
	if (r->count > (int64_t)r->n)
		page_item(rq, "sheet", rule, "more",
			  mem_printf(rq->cx, "%lld",
				     (long long)(r->count - (int64_t)r->n)));
}

enum status part_sheet(struct req *rq, const struct desk_view *view)
{
	struct precheck sheet;
	int64_t n[COUNT(verdicts)] = { 0 };

	TRY(precheck_run(rq->cx, view, &sheet));
	for (size_t i = 0; i < PRECHECK_RULES; i++) {
		show_rule(rq, view, (enum precheck_rule)i, &sheet.rule[i]);
		n[sheet.rule[i].verdict]++;
	}
	for (size_t i = 0; i < COUNT(verdicts); i++)
		page_number(rq, mem_printf(rq->cx, "sheet_%s", verdicts[i]),
			    n[i]);
	return ST_OK;
}
