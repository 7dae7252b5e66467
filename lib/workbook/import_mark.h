/*
 * import_mark.h - the uploaded workbook, given back with its mistakes marked.
 */
#ifndef WORKBOOK_IMPORT_MARK_H
#define WORKBOOK_IMPORT_MARK_H

#include "workbook/import.h"

/* What is to be said of a cell; column -1: of the row as a whole. */
struct import_mark {
	int64_t row; /* as the sheet has it, from 1 */
	int column;
	const char *text;
};

struct import_marks {
	struct import_mark *list; /* any order; is sorted */
	size_t n;
};

/*
 * Writes all cells of the sheet that was read into to, with what was put right
 * on the screen; bad cells in colour, the reason as their note and in an added
 * last column. Rebuilt from texts: no part of the uploaded file itself is given
 * back (security UP-06).
 */
enum status import_mark(struct ctx *cx, const struct import_job *job,
			struct import_marks *marks, int to) MUST_USE;

#endif
