/* hats.c - 担当の切り替え: for whom one acts, and for whom one could. */
#include <string.h>

#include "account/hat.h"
#include "account/login.h"
#include "signin/signin.h"

enum status hats_show(struct req *rq)
{
	struct rows rows;

	TRY(hat_list(rq->cx, &rows));
	page_rows(rq, "hats", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *hat = rows.list[i];
		const char *key = mem_printf(rq->cx, "role.%s",
					     row_text(hat, "role"));
		const char *as = message(rq, key, NULL);

		page_item(rq, "hats", i, "as", as);
		page_item(
			rq, "hats", i, "whole",
			mem_printf(rq->cx, "%s %s", row_text(hat, "name"), as));
		page_item(rq, "hats", i, "wear",
			  mem_printf(rq->cx, "wear:%s",
				     id_text(rq->cx, row_id(hat, "id"))));
	}
	page_back(rq, login_home(rq->session->who.role));
	return page_show(rq);
}

static enum status wear(struct req *rq)
{
	struct hat_wish wish = { .role = posted(rq, "role"),
				 .from = visitor_of(rq),
				 .ends_at = rq->session->ends_at };
	const char *cookie, *role;

	if (!id_parse(act_argument(rq), &wish.organisation))
		return ST_NOT_FOUND;
	TRY(hat_wear(rq->cx, &wish, &cookie, &role));
	answer_cookie(rq, cookie);
	return go(rq, "%s", login_home(role));
}

const struct act hats_acts[1] = {
	{ "wear:", wear },
};
