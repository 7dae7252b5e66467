/* missing.c - how many registered offices have no institution. */
#include "missing/list.h"
#include "parts/parts.h"

enum status part_missing(struct req *rq, int64_t application)
{
	struct row *row;

	TRY(missing_of(rq->cx, application, &row));
	if (row)
		page_row(rq, "missing", row);
	return ST_OK;
}
