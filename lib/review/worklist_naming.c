/* worklist_naming.c - rows of the work list as they are shown. */
#include "review/worklist_naming.h"

#include <string.h>

#include "sql/master/place.h"
#include "sql/review/worklist.h"

enum status worklist_naming_get(struct ctx *cx, struct worklist_naming *n)
{
	n->of = NULL;
	TRY(db_names(cx, &sql_prefecture_options, NO_ARGS, &n->prefs));
	return db_names(cx, &sql_worklist_colleagues, NO_ARGS, &n->colleagues);
}

static size_t place_in(struct row *row, const char *name)
{
	return (size_t)(row_column(row, name) - row->values);
}

static void find_columns(struct worklist_naming *n, struct row *row)
{
	if (n->of == row->names)
		return;
	n->of = row->names;
	n->pref = place_in(row, "pref");
	n->assignee = place_in(row, "assignee");
	n->at = place_in(row, "at");
	n->unit = place_in(row, "unit");
}

static void name_pref(const struct worklist_naming *n, struct value *v)
{
	const char *code = v->text ? v->text : "";
	const char *name = name_of(n->prefs, code, strlen(code));

	*v = value_text(name ? name : "");
}

/* Somebody who has come within this minute is asked for. */
static enum status name_newcomer(struct ctx *cx, struct value *v)
{
	struct row *row;

	TRY(db_one(cx, &sql_worklist_colleague, ARGS({ "account", *v }), &row));
	*v = *row_value(row, "name");
	return ST_OK;
}

static enum status
name_assignee(struct ctx *cx, const struct worklist_naming *n, struct value *v)
{
	char code[24];
	char *at = code + sizeof(code) - 1, *end = at;
	const char *name;

	if (v->kind == V_NULL)
		return ST_OK;
	*end = '\0';
	for (int64_t rest = v->number; rest > 0; rest /= 10)
		*--at = (char)('0' + rest % 10);
	name = name_of(n->colleagues, at, (size_t)(end - at));
	if (!name)
		return name_newcomer(cx, v);
	*v = value_text(name);
	return ST_OK;
}

enum status worklist_name(struct ctx *cx, struct worklist_naming *n,
			  struct row *row)
{
	find_columns(n, row);
	row->values[n->at].kind = V_NULL;
	row->values[n->unit].kind = V_NULL;
	name_pref(n, &row->values[n->pref]);
	return name_assignee(cx, n, &row->values[n->assignee]);
}
