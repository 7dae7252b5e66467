/* value.h - one value on its way to the database or back. */
#ifndef DB_VALUE_H
#define DB_VALUE_H

#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/id.h"

enum value_kind {
	V_NULL,
	V_INT,
	V_TEXT,
	V_ID,	 /* BINARY(16) */
	V_BYTES, /* any other BINARY, VARBINARY, BLOB */
	V_TIME,	 /* DATETIME(6): UTC in microseconds, in number */
};

struct value {
	enum value_kind kind;
	int64_t number;
	const char *text; /* V_TEXT and V_BYTES; terminated in any case */
	size_t n;	  /* bytes of text */
	struct id id;
};

/* One named argument, and a list of them; more is asked when list has none. */
struct arg {
	const char *name;
	struct value v;
};

struct args {
	const struct arg *list;
	size_t n;
	const struct args *more;
};

struct value value_int(int64_t number);
struct value value_text(const char *s);
struct value value_bytes(const void *bytes, size_t n);
struct value value_id(struct id id);
/* NULL for 0: times that have not come yet. */
struct value value_time(int64_t us);
struct value value_null(void);

/* ARGS({ "id", value_id(id) }, { "name", value_text(name) }) */
#define ARGS(...)                                                              \
	(&(const struct args) {                                                \
		.list = (const struct arg[]) { __VA_ARGS__ },                  \
		.n = sizeof((const struct arg[]) { __VA_ARGS__ }) /            \
		     sizeof(struct arg) })
#define NO_ARGS NULL
/* The same that stays as long as cx does. */
const struct args *args_keep(struct ctx *cx, const struct arg *list, size_t n);

/* One row of an answer: names[i] belongs to values[i]. */
struct row {
	size_t n;
	const char *const *names;
	struct value *values;
};

struct rows {
	size_t n;
	struct row **list;
};

/* NULL if the statement has no such column. */
const struct value *row_value(const struct row *row, const char *name);
/* A column whose value is to be replaced; without it a BUG. */
struct value *row_column(struct row *row, const char *name);
/* A column that is not there is a BUG; NULL reads as "", 0, none. */
const char *row_text(const struct row *row, const char *name);
int64_t row_int(const struct row *row, const char *name);
struct id row_id(const struct row *row, const char *name);
int64_t row_time(const struct row *row, const char *name); /* 0: NULL */

#endif
