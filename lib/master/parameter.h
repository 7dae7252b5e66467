/* parameter.h - deadlines and limits that hold from a day on. */
#ifndef MASTER_PARAMETER_H
#define MASTER_PARAMETER_H

#include "base/ctx.h"

/*
 * The value that holds on the day of cx->now, Japan time, in the unit of the
 * table (sql/data/parameter.tsv). A name that has none is a failure of the
 * installation: ST_IO.
 */
enum status parameter_get(struct ctx *cx, const char *name,
			  int64_t *value) MUST_USE;

#endif
