/* query.h - a named statement, made from sql/queries by sql/gen.awk. */
#ifndef DB_QUERY_H
#define DB_QUERY_H

#include <stddef.h>

enum query_kind {
	QUERY_ONE,  /* one row, or ST_NOT_FOUND */
	QUERY_MANY, /* any number of rows */
	QUERY_EXEC, /* no rows; says how many it changed */
};

/*
 * The only way to the database: there is no function that takes SQL text.
 * Binds that begin with my_ come from ctx.who, now from ctx.now; all others
 * from the arguments of the call.
 */
struct query {
	const char *name;
	const char *text; /* with ? for each bind */
	enum query_kind kind;
	const char *const *binds; /* names in the order of the ? */
	size_t nbinds;
};

/* Every statement there is, for sesshuctl and the tests. */
struct query_file {
	const char *stem; /* tokutei/office */
	const struct query *const *list;
	size_t n;
};

#endif
