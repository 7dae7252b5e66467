/*
 * asof.c - 過去の時点の登録簿: the register as it stood at a moment.
 *
 *	GET  ?day.year= … ?hour= ?minute= ?q= ?state= ?after= ?before=
 */
#include <string.h>

#include "parts/asof.h"
#include "parts/parts.h"

#define PATH "/register/asof"

static void show_tab(struct req *rq, size_t n, const struct asof *f,
		     const char *state, int64_t count)
{
	struct asof other = *f;

	other.state = state;
	page_item(
		rq, "tabs", n, "label",
		message(rq, mem_printf(rq->cx, "asof.state.%s", state), NULL));
	page_item(rq, "tabs", n, "url", asof_url(rq->cx, PATH, &other));
	page_item(rq, "tabs", n, "count", count_text(rq->cx, count));
	if (strcmp(f->state, state) == 0)
		page_item(rq, "tabs", n, "current", "1");
}

static enum status show_counts(struct req *rq, const struct asof *f)
{
	struct asof_counts c;

	TRY(asof_count(rq->cx, f->at, &c));
	page_count(rq, "active", c.active);
	show_tab(rq, 0, f, "active", c.active);
	show_tab(rq, 1, f, "expired", c.expired);
	show_tab(rq, 2, f, "abolished", c.abolished);
	show_tab(rq, 3, f, "cancelled", c.cancelled);
	show_tab(rq, 4, f, "all", c.all);
	return ST_OK;
}

static enum status show_list(struct req *rq, const struct asof *f)
{
	struct asof_page page;

	TRY(asof_page(rq->cx, f, &page));
	part_asof_page(rq, &page, asof_url(rq->cx, PATH, f));
	for (size_t i = 0; i < page.rows.n; i++) {
		const struct row *row = page.rows.list[i];

		page_item(rq, "list", i, "url",
			  part_entry_url(rq, row_id(row, "id"), f->at));
		page_item(rq, "list", i, "offices",
			  count_text(rq->cx, row_int(row, "offices")));
		page_item(rq, "list", i, "persons",
			  count_text(rq->cx, row_int(row, "persons")));
		page_item(rq, "list", i, "registered_on",
			  part_date(rq, row_text(row, "registered_on")));
		page_item(rq, "list", i, "valid_until",
			  part_date(rq, row_text(row, "valid_until")));
	}
	return ST_OK;
}

static enum status show(struct req *rq)
{
	struct asof *f = form_row(rq->cx, &asof_form);
	const struct id none = { { 0 } };

	TRY(part_moment(rq, none, f));
	if (*f->state == '\0')
		f->state = "active";
	TRY(form_show(rq, &asof_form, f));
	page_text(rq, "state", f->state);
	page_text(rq, "plain", PATH);
	TRY(show_counts(rq, f));
	TRY(show_list(rq, f));
	page_back(rq, "/");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &asof_form,
	.get = show,
};
