/* force.c - what is in force of a registration, and since when. */
#include "tokutei/force.h"

#include "db/db.h"
#include "sql/tokutei/change.h"
#include "sql/tokutei/procedure.h"
#include "sql/tokutei/unit.h"

enum status force_set(struct ctx *cx, int64_t registration, int64_t version,
		      int64_t application, const char *kind)
{
	const struct args *args = ARGS(
		{ "registration", value_int(registration) },
		{ "version", value_int(version) },
		{ "application", value_int(application) },
		{ "kind", value_text(kind) });

	TRY(db_exec(cx, &sql_force_registration, args, NULL));
	return db_exec(cx, &sql_force_note, args, NULL);
}

/* The changes, put upon what is in force, as a version of their own. */
static enum status merge(struct ctx *cx, int64_t in_force, int64_t from,
			 int64_t to, int64_t *merged)
{
	static const struct query *const steps[] = {
		&sql_merge_pause, &sql_merge_applicant,	 &sql_merge_offices,
		&sql_merge_fresh, &sql_merge_businesses, &sql_merge_count,
	};
	const struct args *args = ARGS({ "in_force", value_int(in_force) },
				       { "from", value_int(from) },
				       { "to", value_int(to) });

	TRY(db_exec(cx, &sql_merge_version, args, NULL));
	*merged = db_last_id(cx);
	args = ARGS({ "in_force", value_int(in_force) },
		    { "from", value_int(from) }, { "to", value_int(to) },
		    { "version", value_int(*merged) });
	for (size_t i = 0; i < COUNT(steps); i++)
		TRY(db_exec(cx, steps[i], args, NULL));
	return db_exec(cx, &sql_part_put, args, NULL);
}

enum status force_take(struct ctx *cx, int64_t from, int64_t to,
		       const char *kind, int64_t *registration)
{
	struct row *row;

	TRY(db_one(cx, &sql_merge_straight, NO_ARGS, &row));
	*registration = row_int(row, "registration");
	if (!row_int(row, "straight"))
		TRY(merge(cx, row_int(row, "in_force"), from, to, &to));
	return force_set(cx, *registration, to, cx->who->application, kind);
}
