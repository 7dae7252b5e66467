/* asof.h - parts of the pages of 過去の時点. */
#ifndef PARTS_ASOF_H
#define PARTS_ASOF_H

#include "asof/asof.h"
#include "web/screen.h"

/* What was asked for, settled, under View.moment; a notice if its day is none.
 * id: the business of the page, if it is of one. */
enum status part_moment(struct req *rq, struct id id, struct asof *f) MUST_USE;

/* The page of one business at a moment. */
const char *part_entry_url(struct req *rq, struct id application, int64_t at);

/* The rows under View.list, and the ways to the pages around them under
 * View.pages: url, which has values already, and a place. */
void part_asof_page(struct req *rq, const struct asof_page *page,
		    const char *url);

#endif
