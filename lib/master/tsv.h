/* tsv.h - a table of sql/data: lines, tabs, the names of the columns first. */
#ifndef MASTER_TSV_H
#define MASTER_TSV_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/value.h"

struct tsv {
	struct ctx *cx;
	const char *path;
	const char *text; /* all of it */
	const char *rest; /* what has not been read yet */
	int64_t checksum; /* CRC-32 of the text */
	struct arg *columns;
	size_t ncolumns;
	bool broken; /* a line had another number of columns */
};

/* Reads the file, compressed by gzip or not, and its first line. ST_IO. */
enum status tsv_open(struct ctx *cx, const char *path,
		     struct tsv **out) MUST_USE;
/*
 * The next line into columns, in memory of cx; false at the end, or when the
 * line does not fit: then broken is set.
 */
bool tsv_next(struct ctx *cx, struct tsv *tsv);
/* The column of the line read last; one that is not there is a BUG. */
const char *tsv_text(const struct tsv *tsv, const char *name);
/* Back to the first line below the names. */
void tsv_rewind(struct tsv *tsv);

#endif
