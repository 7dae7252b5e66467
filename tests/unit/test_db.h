/* test_db.h - a real database for unit tests: that of the tests' instance. */
#ifndef TEST_DB_H
#define TEST_DB_H

#include <stdlib.h>
#include <string.h>

#include "db/connection.h"
#include "web/config.h"

#include "test.h"

/* A statement as sql/gen.awk would make it. */
#define QUERY(id, sort, sql, ...)                                              \
	static const char *const id##_binds[] = { __VA_ARGS__ };               \
	static const struct query id = {                                       \
		.name = #id,                                                   \
		.text = sql,                                                   \
		.kind = QUERY_##sort,                                          \
		.binds = id##_binds,                                           \
		.nbinds = COUNT(id##_binds),                                   \
	}
#define QUERY0(id, sort, sql)                                                  \
	static const struct query id = {                                       \
		.name = #id,                                                   \
		.text = sql,                                                   \
		.kind = QUERY_##sort,                                          \
	}

/* A context with a connection of its own; run by hand without an instance
 * (INSTANCE, set by tests/run.sh) the test is passed over. */
static inline struct ctx *test_db(const char *user, bool read_only)
{
	const char *instance = getenv("INSTANCE");
	struct ctx *cx = ctx_new(NULL);
	struct db_config *config;

	if (!instance)
		skip();
	(void)setenv("SESSHU_CONF",
		     mem_printf(cx, "%s/conf/owner.hdf", instance), 1);
	config = mem_zero(cx, sizeof(*config));
	*config = *config_db(cx, config_load(cx), user);
	config->read_only = read_only;
	cx->db = db_new(cx, config);
	return cx;
}

static inline struct ctx *test_owner(void)
{
	return test_db("owner", false);
}

/* As an administrator would: KILL ends that connection from another one. */
static inline void test_kill(struct ctx *cx)
{
	struct ctx *other = test_owner();

	assert_int_equal(
		db_script(other, mem_printf(other, "KILL %lu;",
					    mysql_thread_id(cx->db->mysql))),
		ST_OK);
	ctx_end(other);
}

#endif
