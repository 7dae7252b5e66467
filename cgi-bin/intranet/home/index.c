/*
 * index.c - 職員用の入口: what lies on the desk, and what to go on with.
 *
 *	GET
 */
#include <string.h>

#include "parts/parts.h"
#include "parts/message.h"
#include "review/worklist.h"
#include "sql/account/mine.h"
#include "web/screen.h"

/* One card each: what is counted, and the list of it. */
static const struct card {
	const char *name, *url;
	bool of_ministry; /* the registrar has none of these */
} cards[] = {
	{ "open", "/tokutei/list", false },
	{ "answered", "/tokutei/list?state=answered", false },
	{ "overdue", "/tokutei/list?due=over", false },
	{ "inquiry", "/tokutei/list?state=inquiry", false },
	{ "confirmed", "/tokutei/list?state=confirmed", true },
};

static void show_card(struct req *rq, size_t i, const struct card *card,
		      int64_t count)
{
	const char *key = mem_printf(rq->cx, "worklist.home.%s", card->name);

	page_item(rq, "cards", i, "label", message(rq, key, NULL));
	page_item(rq, "cards", i, "url", card->url);
	page_item(rq, "cards", i, "count", count_text(rq->cx, count));
}

/* Who has a desk: ministries and the registrar. */
static enum status show_desk(struct req *rq)
{
	bool registrar = strcmp(rq->cx->who->role, "registrar") == 0;
	struct worklist_counts counts;
	struct rows own;
	size_t n = 0;

	TRY(worklist_home(rq->cx, &counts, &own));
	page_text(rq, "desk", "1");
	for (size_t i = 0; i < COUNT(cards); i++)
		if (!cards[i].of_ministry || !registrar)
			show_card(rq, n++, &cards[i],
				  worklist_counted(&counts, cards[i].name));
	TRY(part_messages_card(rq, n));
	page_rows(rq, "rows", &own);
	n = (size_t)worklist_counted(&counts, "mine");
	page_number(rq, "own_more", n > WORKLIST_COUNTED);
	page_count(rq, "own",
		   (int64_t)(n > WORKLIST_COUNTED ? WORKLIST_COUNTED : n));
	return ST_OK;
}

static enum status show(struct req *rq)
{
	const struct session *s = rq->session;
	struct row *row;

	TRY(db_one(rq->cx, &sql_login_before, NO_ARGS, &row));
	page_text(rq, "name", s->name);
	page_text(rq, "org", s->org_name);
	page_text(
		rq, "role",
		message(rq, mem_printf(rq->cx, "role.%s", s->who.role), NULL));
	page_text(rq, "before", time_text(rq->cx, row_time(row, "at")));
	if (strcmp(s->who.role, "administrator") != 0)
		TRY(show_desk(rq));
	else
		TRY(part_jobs(rq));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
