/* version.c - 版: a version is copied whole, and used as the draft. */
#include "tokutei/version.h"

#include "db/db.h"
#include "sql/tokutei/version.h"

void application_use(struct ctx *cx, int64_t application, int64_t draft)
{
	struct who *who = mem_zero(cx, sizeof(*who));

	*who = *cx->who;
	who->application = application;
	who->draft = draft;
	cx->who = who;
}

void draft_use(struct ctx *cx, int64_t version)
{
	struct who *who = mem_zero(cx, sizeof(*who));

	*who = *cx->who;
	who->draft = version;
	cx->who = who;
}

/* Sums rest while thousands of offices come (sql/schema/0030). */
enum status version_copy(struct ctx *cx, int64_t from, int64_t *version)
{
	static const struct query *const copies[] = {
		&sql_version_copy_applicant, &sql_version_copy_pause,
		&sql_version_copy_offices,   &sql_version_copy_businesses,
		&sql_version_copy_count,     &sql_version_copy_questions,
	};
	const struct args *args;
	int64_t made;

	TRY(db_exec(cx, &sql_version_next, ARGS({ "from", value_int(from) }),
		    &made));
	if (made != 1)
		return ST_NOT_FOUND;
	*version = db_last_id(cx);
	args = ARGS({ "from", value_int(from) },
		    { "version", value_int(*version) });
	for (size_t i = 0; i < COUNT(copies); i++)
		TRY(db_exec(cx, copies[i], args, NULL));
	return ST_OK;
}

enum status version_seal(struct ctx *cx, int64_t version)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_version_seal,
		    ARGS({ "version", value_int(version) }), &changed));
	return changed == 1 ? ST_OK : ST_STATE;
}
