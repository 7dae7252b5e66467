/* missing.c - how many registered offices have no institution. */
#include "missing/list.h"
#include "missing/settle.h"
#include "parts/parts.h"

enum status part_missing(struct req *rq, int64_t application)
{
	struct row *row;

	TRY(missing_of(rq->cx, application, &row));
	if (row)
		page_row(rq, "missing", row);
	return ST_OK;
}

enum status part_missing_mine(struct req *rq)
{
	struct missing_mine mine;
	enum status st = missing_mine(rq->cx, &mine);

	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	if (mine.offices)
		page_count(rq, "missing.offices", mine.offices);
	return ST_OK;
}
