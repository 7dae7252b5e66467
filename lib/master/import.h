/* import.h - postal codes straight from Japan Post's files. */
#ifndef MASTER_IMPORT_H
#define MASTER_IMPORT_H

#include <stdbool.h>

#include "base/ctx.h"

struct postal_import {
	bool offices;	 /* what the file was: large offices, else towns */
	int64_t records; /* lines */
	int64_t places;	 /* rows in the table, after tidying */
	int64_t cities;	 /* municipalities that were not known before */
	const char *why; /* ST_BAD: what is wrong with the file */
	int64_t line;	 /* and where, 0 for the whole */
};

/*
 * Replaces all towns (KEN_ALL.CSV, utf_ken_all.csv) or all large offices
 * (JIGYOSYO.CSV) by those of the file, which is UTF-8 or CP932, in one
 * transaction. data_date ("2026-10-31") is the day of the data; sql/data that
 * is older will not be loaded over it. A municipality that is new is added.
 *
 * ST_BAD: the file is none of the three, broken, only a difference (fewer than
 * half the codes there are), or names a municipality that only the file of
 * towns can add; nothing has changed. ST_IO: not readable. ST_DB.
 */
enum status postal_import(struct ctx *cx, const char *path,
			  const char *data_date,
			  struct postal_import *done) MUST_USE;

#endif
