/* procedure.c - 変更届出・更新: begun, gone on with, thrown away. */
#include "tokutei/procedure.h"

#include <string.h>

#include "db/audit.h"
#include "master/parameter.h"
#include "sql/tokutei/procedure.h"
#include "tokutei/version.h"

static enum status wear(struct ctx *cx, struct id id)
{
	return db_exec(cx, &sql_procedure_wear, ARGS({ "id", value_id(id) }),
		       NULL);
}

/* Two copies of what is in force: one to count from, one to change. */
static enum status copy_in_force(struct ctx *cx, int64_t origin)
{
	int64_t base, draft;

	TRY(version_copy(cx, origin, &base));
	TRY(version_seal(cx, base));
	TRY(db_exec(cx, &sql_procedure_parts,
		    ARGS({ "from", value_int(origin) },
			 { "version", value_int(base) }),
		    NULL));
	TRY(version_copy(cx, base, &draft));
	TRY(db_exec(cx, &sql_procedure_ready,
		    ARGS({ "base", value_int(base) },
			 { "draft", value_int(draft) }),
		    NULL));
	draft_use(cx, draft);
	return ST_OK;
}

static enum status make(struct ctx *cx, const struct row *registered,
			const char *kind, struct id *id)
{
	int64_t made;

	*id = id_new();
	TRY(db_exec(cx, &sql_procedure_insert,
		    ARGS({ "id", value_id(*id) },
			 { "parent", *row_value(registered, "parent") },
			 { "kind", value_text(kind) }),
		    &made));
	if (made != 1)
		return ST_NOT_FOUND;
	application_use(cx, db_last_id(cx), 0);
	TRY(copy_in_force(cx, row_int(registered, "version")));
	return audit_write(cx, "procedure.begin", "application", *id,
			   mem_printf(cx, "{\"kind\":\"%s\"}", kind));
}

/* 更新 is open from the day of its first warning on (spec tokutei §7): whoever
 * could renew today and tomorrow again would gain years. */
enum status renewal_window(struct ctx *cx, struct date until,
			   struct renewal_window *w)
{
	int64_t months;

	TRY(parameter_get(cx, "registration.warn_first", &months));
	w->from = date_add_months(until, -months);
	w->open = date_compare(jtime_from_us(cx->now).date, w->from) >= 0;
	return ST_OK;
}

static enum status may_begin(struct ctx *cx, const struct row *registered,
			     const char *kind)
{
	struct renewal_window w;
	struct date until;

	if (strcmp(row_text(registered, "state"), "active") != 0)
		return ST_STATE;
	if (strcmp(kind, "renewal") != 0)
		return ST_OK;
	if (!date_parse_iso(row_text(registered, "valid_until"), &until))
		BUG("a registration without an end");
	TRY(renewal_window(cx, until, &w));
	return w.open && !row_int(registered, "renewing") ? ST_OK : ST_STATE;
}

enum status procedure_begin(struct ctx *cx, const char *kind, struct id *id)
{
	struct row *registered, *draft;
	enum status st;

	TRY(db_one(cx, &sql_procedure_registered, NO_ARGS, &registered));
	TRY(may_begin(cx, registered, kind));
	st = db_one(cx, &sql_procedure_draft,
		    ARGS({ "parent", *row_value(registered, "parent") },
			 { "kind", value_text(kind) }),
		    &draft);
	if (st == ST_OK) {
		*id = row_id(draft, "public_id");
		application_use(cx, row_int(draft, "id"),
				row_int(draft, "draft"));
	} else if (st == ST_NOT_FOUND) {
		TRY(make(cx, registered, kind, id));
	} else {
		return st;
	}
	return wear(cx, *id);
}

enum status procedure_open(struct ctx *cx, struct id id)
{
	struct row *row;

	TRY(db_one(cx, &sql_procedure_mine, ARGS({ "id", value_id(id) }),
		   &row));
	return wear(cx, id);
}

enum status procedure_load(struct ctx *cx, struct procedure *p)
{
	struct date until;
	struct row *row;

	TRY(db_one(cx, &sql_procedure_of, NO_ARGS, &row));
	*p = (struct procedure) {
		.id = row_id(row, "id"),
		.parent = row_id(row, "parent"),
		.kind = row_text(row, "kind"),
		.state = row_text(row, "state"),
		.receipt = row_text(row, "receipt"),
		.number = row_text(row, "number"),
		.standing = row_text(row, "standing"),
		.valid_until = row_text(row, "valid_until"),
		.base = row_int(row, "base"),
		.to = row_int(row, "draft") ? row_int(row, "draft")
					    : row_int(row, "sent"),
		.secured_on = row_text(row, "secured_on"),
		.renewing = row_int(row, "renewing") != 0,
	};
	if (date_parse_iso(p->valid_until, &until))
		TRY(renewal_window(cx, until, &p->renewal));
	return ST_OK;
}

enum status procedure_list(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_procedure_list, NO_ARGS, rows);
}

enum status procedure_discard(struct ctx *cx)
{
	struct procedure p;
	int64_t changed;

	TRY(procedure_load(cx, &p));
	TRY(db_exec(cx, &sql_procedure_discard, NO_ARGS, &changed));
	if (changed != 1)
		return ST_STATE;
	TRY(wear(cx, p.parent));
	return audit_write(cx, "procedure.discard", "application", p.id, "");
}
