/* unit.c - 確認単位: made at sending, followed by the application's state. */
#include "tokutei/unit.h"

#include "base/buf.h"
#include "db/db.h"
#include "sql/tokutei/change.h"
#include "sql/tokutei/unit.h"
#include "text/company.h"
#include "tokutei/change.h"

/* Names that begin alike by their legal form alone are not found together. */
static enum status find_key(struct ctx *cx, const struct args *args,
			    const char **key)
{
	struct row *row;

	TRY(db_one(cx, &sql_unit_name, args, &row));
	*key = company_key(cx, row_text(row, "name"));
	return ST_OK;
}

static enum status put(struct ctx *cx, int64_t application, const char *role,
		       const struct row *part, const char *key)
{
	return db_exec(cx, &sql_unit_put,
		       ARGS({ "application", value_int(application) },
			    { "id", value_id(id_new()) },
			    { "role", value_text(role) },
			    { "search_key", value_text(key) },
			    { "ministry",
			      value_int(part ? row_int(part, "ministry") : 0) },
			    { "offices", value_int(row_int(part, "offices")) },
			    { "persons", value_int(row_int(part, "persons")) }),
		       NULL);
}

/* A change notice concerns those it says something new to; all else concerns
 * all that check something in it. */
static enum status load_concerned(struct ctx *cx, const struct row *base,
				  int64_t version, struct rows *rows)
{
	int64_t from = row_int(base, "base");
	int large;

	if (!row_int(base, "changes"))
		return db_many(cx, &sql_unit_concerned,
			       ARGS({ "version", value_int(version) },
				    { "base", value_int(from) }),
			       rows);
	large = change_is_large(row_int(base, "persons_was"),
				row_int(base, "persons_now"));
	return db_many(cx, &sql_change_concerned,
		       ARGS({ "from", value_int(from) },
			    { "to", value_int(version) },
			    { "large", value_int(large) }),
		       rows);
}

/* "[5,7]": the ministries that something in it belongs to. */
static enum status find_concerned(struct ctx *cx, const struct row *base,
				  int64_t version, const char **list)
{
	struct rows rows;
	struct buf text;

	TRY(load_concerned(cx, base, version, &rows));
	buf_init(&text, cx);
	for (size_t i = 0; i < rows.n; i++)
		buf_printf(&text, "%s%lld", i ? "," : "[",
			   (long long)row_int(rows.list[i], "ministry"));
	*list = rows.n ? mem_printf(cx, "%s]", text.text) : "[]";
	return ST_OK;
}

enum status unit_repart(struct ctx *cx, int64_t version, int64_t from,
			int64_t to)
{
	const struct args *args = ARGS({ "version", value_int(version) },
				       { "from", value_int(from) },
				       { "to", value_int(to) });

	TRY(db_exec(cx, &sql_part_clear_two, args, NULL));
	return db_exec(cx, &sql_part_put_two, args, NULL);
}

enum status unit_retype(struct ctx *cx, int64_t application, int64_t version)
{
	const struct args *args = ARGS(
		{ "application", value_int(application) },
		{ "version", value_int(version) });

	TRY(db_exec(cx, &sql_unit_types_clear, args, NULL));
	return db_exec(cx, &sql_unit_types_put, args, NULL);
}

enum status unit_open(struct ctx *cx, int64_t application, int64_t version)
{
	const struct args *args = ARGS(
		{ "application", value_int(application) },
		{ "version", value_int(version) });
	struct row *base, *held;
	struct rows parts;
	const char *key, *concerned;

	TRY(db_one(cx, &sql_unit_hold, NO_ARGS, &held));
	TRY(db_one(cx, &sql_unit_base, args, &base));
	TRY(find_key(cx, args, &key));
	TRY(db_exec(cx, &sql_part_put, args, NULL));
	TRY(find_concerned(cx, base, version, &concerned));
	args = ARGS({ "application", value_int(application) },
		    { "version", value_int(version) },
		    { "concerned", value_text(concerned) });
	TRY(db_exec(cx, &sql_part_keep, args, NULL));
	TRY(db_many(cx, &sql_part_list, args, &parts));
	for (size_t i = 0; i < parts.n; i++)
		TRY(put(cx, application, "reviewer", parts.list[i], key));
	TRY(db_exec(cx, &sql_unit_drop, args, NULL));
	return unit_retype(cx, application, version);
}

/* The registrar's unit is made when the last ministry has confirmed. */
static enum status to_registrar(struct ctx *cx, const struct args *args,
				int64_t application)
{
	struct row *whole;
	const char *key;

	TRY(find_key(cx, args, &key));
	TRY(db_one(cx, &sql_unit_whole, args, &whole));
	TRY(put(cx, application, "registrar", whole, key));
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
