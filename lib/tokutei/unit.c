/* unit.c - 確認単位: made at sending, followed by the application's state. */
#include "tokutei/unit.h"

#include "db/db.h"
#include "sql/tokutei/unit.h"

static enum status put(struct ctx *cx, int64_t application, const char *role,
		       const struct row *part)
{
	return db_exec(cx, &sql_unit_put,
		       ARGS({ "application", value_int(application) },
			    { "id", value_id(id_new()) },
			    { "role", value_text(role) },
			    { "ministry",
			      value_int(part ? row_int(part, "ministry") : 0) },
			    { "offices", value_int(row_int(part, "offices")) },
			    { "persons", value_int(row_int(part, "persons")) }),
		       NULL);
}

enum status unit_open(struct ctx *cx, int64_t application, int64_t version)
{
	const struct args *args = ARGS(
		{ "application", value_int(application) },
		{ "version", value_int(version) });
	struct rows parts;

	TRY(db_exec(cx, &sql_part_put, args, NULL));
	TRY(db_many(cx, &sql_part_list, args, &parts));
	for (size_t i = 0; i < parts.n; i++)
		TRY(put(cx, application, "reviewer", parts.list[i]));
	TRY(db_exec(cx, &sql_unit_drop, args, NULL));
	TRY(db_exec(cx, &sql_unit_types_clear, args, NULL));
	return db_exec(cx, &sql_unit_types_put, args, NULL);
}

/* The registrar's unit is made when the last ministry has confirmed. */
static enum status to_registrar(struct ctx *cx, const struct args *args,
				int64_t application)
{
	struct row *whole;

	TRY(db_one(cx, &sql_unit_whole, args, &whole));
	TRY(put(cx, application, "registrar", whole));
	TRY(db_exec(cx, &sql_unit_reach_registrar, args, NULL));
	return db_exec(cx, &sql_unit_types_registrar, args, NULL);
}

enum status unit_settle(struct ctx *cx, int64_t application)
{
	const struct args *args = ARGS(
		{ "application", value_int(application) });
	struct row *row;

	TRY(db_exec(cx, &sql_unit_settle, args, NULL));
	TRY(db_one(cx, &sql_unit_settled, args, &row));
	if (row_int(row, "unconfirmed") == 0)
		return to_registrar(cx, args, application);
	return db_exec(cx, &sql_unit_leave_registrar, args, NULL);
}
