/* worklist_naming.h - rows of the work list as they are shown. */
#ifndef REVIEW_WORKLIST_NAMING_H
#define REVIEW_WORKLIST_NAMING_H

#include "db/db.h"

/* Codes and numbers of rows, and what people call them; where they stand in
 * rows with these names. */
struct worklist_naming {
	const struct names *prefs, *colleagues;
	const char *const *of;
	size_t pref, assignee, at, unit;
};
enum status worklist_naming_get(struct ctx *cx,
				struct worklist_naming *n) MUST_USE;
/* The row with names, and without what only tells its place. */
enum status worklist_name(struct ctx *cx, struct worklist_naming *n,
			  struct row *row) MUST_USE;

#endif
