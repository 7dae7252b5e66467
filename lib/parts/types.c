/* types.c - types of business as administrators pick them. */
#include "parts/parts.h"

void part_types(struct req *rq, const struct rows *rows)
{
	page_rows(rq, "types", rows);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];

		if (row_int(row, "ends"))
			page_item(rq, "types", i, "last",
				  part_date(rq, row_text(row, "valid_to")));
		if (*row_text(row, "planned"))
			page_item(rq, "types", i, "goes",
				  part_date(rq, row_text(row, "planned")));
	}
}
