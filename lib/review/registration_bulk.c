/*
 * registration_bulk.c - 一括登録: many applications by one press of a button.
 */
#include <stdlib.h>
#include <string.h>

#include "review/desk.h"
#include "review/registration.h"
#include "sql/review/registration.h"
#include "tokutei/flow.h"

static int by_id(const void *a, const void *b)
{
	return memcmp(a, b, sizeof(struct id));
}

/* In order, each once. */
static struct id *in_order(struct ctx *cx, const struct id *ids, size_t *n)
{
	struct id *list = mem_array(cx, *n + 1, sizeof(*list));
	size_t kept = 0;

	if (*n)
		memcpy(list, ids, *n * sizeof(*list));
	qsort(list, *n, sizeof(*list), by_id);
	for (size_t i = 0; i < *n; i++)
		if (kept == 0 || by_id(&list[kept - 1], &list[i]) != 0)
			list[kept++] = list[i];
	*n = kept;
	return list;
}

static enum status look(struct ctx *cx, struct id id,
			struct registration_pick *pick)
{
	struct desk_view view;
	bool may;

	TRY(desk_load(cx, id, &view));
	*pick = (struct registration_pick) {
		.id = id,
		.receipt = view.receipt,
		.name = view.applicant->name,
		.why = "",
	};
	TRY(registration_part(cx, view.application, &pick->part));
	TRY(registration_second(cx, view.application, &may));
	if (!flow_find(registration_act(&pick->part), cx->who->role,
		       &(struct flow_at) { view.kind, view.state,
					   view.unit_state, true }))
		pick->why = "state";
	else if (!may)
		pick->why = "second";
	return ST_OK;
}

enum status registration_check(struct ctx *cx, const struct id *ids, size_t n,
			       struct registration_pick **picks, size_t *npicks)
{
	struct id *list = in_order(cx, ids, &n);
	int64_t offices = 0;

	*picks = mem_array(cx, n + 1, sizeof(**picks));
	*npicks = 0;
	for (size_t i = 0; i < n; i++) {
		struct registration_pick *pick = &(*picks)[*npicks];
		enum status st = look(cx, list[i], pick);

		if (st == ST_NOT_FOUND)
			continue;
		TRY(st);
		(*npicks)++;
		if (*pick->why)
			continue;
		if (offices + pick->part.offices > REGISTRATION_OFFICES)
			pick->why = "large";
		else
			offices += pick->part.offices;
	}
	return ST_OK;
}

enum status registration_make_all(struct ctx *cx, const struct id *ids,
				  size_t n, const char *format,
				  struct id *wrong)
{
	struct id *list = in_order(cx, ids, &n);
	struct registration_made made;
	int64_t offices = 0;

	if (n > REGISTRATION_MOST)
		return ST_TOO_LARGE;
	for (size_t i = 0; i < n; i++) {
		*wrong = list[i];
		TRY(registration_make(cx, list[i], 0, format, &made));
		offices += made.offices;
		if (offices > REGISTRATION_OFFICES)
			return ST_TOO_LARGE;
	}
	return ST_OK;
}

enum status registration_done(struct ctx *cx, int64_t at, struct rows *rows)
{
	return db_many(cx, &sql_registration_done,
		       ARGS({ "at", value_time(at) },
			    { "limit", value_int(REGISTRATION_MOST) }),
		       rows);
}
