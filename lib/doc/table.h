/* table.h - rows of an answer as a file, CSV or workbook, in flat memory. */
#ifndef DOC_TABLE_H
#define DOC_TABLE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/value.h"

struct table_column {
	const char *name; /* of the column of a row */
	const char *head; /* key of its heading */
	bool number;
	int width; /* of the sheet, in letters */
};

/* What a table has; text looks words up by their key, NULL if there is none. */
struct table_setup {
	const struct table_column *columns;
	size_t ncolumns;
	const char *sheet; /* key of the sheet's name */
	const char *(*text)(void *arg, const char *key);
	void *arg;
	bool csv; /* or a workbook */
};

struct table;
/* Begins it with its heading, in fd, an empty file open for reading and
 * writing. setup must outlive it. */
enum status table_open(struct ctx *cx, const struct table_setup *setup, int fd,
		       struct table **table) MUST_USE;
enum status table_row(struct table *t, const struct row *row) MUST_USE;
/* Writes what is left; *rows: how many there were. */
enum status table_end(struct table *t, int64_t *rows) MUST_USE;

#endif
