/* register.c - 過去の時点の登録簿: which statement serves it, its pages. */
#include <string.h>

#include "asof/asof.h"
#include "db/db.h"
#include "db/keyset.h"
#include "register/register.h"
#include "sql/asof/register.h"
#include "text/company.h"
#include "text/searchkey.h"
#include "text/wide.h"

/* --- How many -------------------------------------------------------------
 */

static void count_act(const struct row *row, struct asof_counts *c)
{
	const char *act = row_text(row, "act");
	int64_t n = row_int(row, "n");

	if (strcmp(act, "expire") == 0)
		c->expired += n;
	else if (strcmp(act, "revive") == 0)
		c->expired -= n;
	else if (strcmp(act, "abolish") == 0)
		c->abolished += n;
	else if (strcmp(act, "cancel") == 0)
		c->cancelled += n;
}

enum status asof_count(struct ctx *cx, int64_t at, struct asof_counts *counts)
{
	const struct args *args = ARGS({ "at", value_time(at) });
	struct rows rows;
	struct row *row;

	*counts = (struct asof_counts) { 0 };
	TRY(db_one(cx, &sql_asof_made, args, &row));
	TRY(db_many(cx, &sql_asof_ended, args, &rows));
	for (size_t i = 0; i < rows.n; i++)
		count_act(rows.list[i], counts);
	counts->all = row_int(row, "n");
	counts->active = counts->all - counts->expired - counts->abolished -
			 counts->cancelled;
	return ST_OK;
}

/* --- A page ---------------------------------------------------------------
 */

static bool had_ended(const char *state)
{
	return *state && strcmp(state, "active") != 0;
}

/* The first that fits reads one index from the number on. */
static const struct query *choose(bool name, const char *state, bool back)
{
	if (name)
		return back ? &sql_asof_name_before : &sql_asof_name_after;
	if (had_ended(state))
		return back ? &sql_asof_state_before : &sql_asof_state_after;
	return back ? &sql_asof_number_before : &sql_asof_number_after;
}

enum status asof_page(struct ctx *cx, const struct asof *f,
		      struct asof_page *page)
{
	const char *q = text_narrow(cx, f->q);
	bool number = register_is_number(q), name = *f->q && !number;
	bool back = *f->before != '\0';
	const char *state = strcmp(f->state, "all") == 0 ? "" : f->state;
	const char *key = name ? company_key(cx, f->q) : "";
	struct rows *rows = &page->rows;
	struct keyset_more more;

	TRY(db_many(
		cx, choose(name, state, back),
		ARGS({ "at", value_time(f->at) },
		     { "state", value_text(state) },
		     { "number",
		       value_text(number ? mem_printf(cx, "%s%%", q) : "%") },
		     { "name", value_text(text_key_like(cx, key, false)) },
		     { "part", value_text(text_key_like(cx, key, true)) },
		     { "after", value_text(f->after) },
		     { "before", value_text(f->before) },
		     { "limit", value_int(ASOF_PAGE + 1) }),
		rows));
	more = keyset_cut(rows, ASOF_PAGE, back, *f->after != '\0');
	page->prev = more.before ? row_text(rows->list[0], "number") : "";
	page->next = more.after ? row_text(rows->list[rows->n - 1], "number")
				: "";
	for (size_t i = 0; i < rows->n; i++)
		*row_column(rows->list[i], "valid_until") = value_text(
			asof_until(cx, rows->list[i]));
	return ST_OK;
}
