/* list.c - メッセージ: the threads of whoever asks, page by page. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "message/thread.h"
#include "sql/message/thread.h"

bool thread_at_desk(const struct ctx *cx)
{
	return strcmp(cx->who->site, "intranet") == 0;
}

/* Behind a thread: when its last message came, and its number. */
struct place {
	int64_t at, id;
};

/* "1669000000000000-77"; anything else is the beginning. */
static struct place read_place(const struct ctx *cx, const char *text)
{
	const struct place first = { cx->now + DAY, INT64_MAX };
	struct place p;
	char *end;

	p.at = strtoll(text, &end, 10);
	if (*end != '-' || p.at <= 0 || p.at > first.at)
		return first;
	p.id = strtoll(end + 1, &end, 10);
	return *end || p.id <= 0 ? first : p;
}

static const struct query *query_for(const struct ctx *cx,
				     const struct thread_filter *f)
{
	if (!thread_at_desk(cx))
		return &sql_thread_own_list;
	if (f->application)
		return &sql_thread_desk_list_of;
	return f->unread ? &sql_thread_desk_list_unread : &sql_thread_desk_list;
}

/* One more than is shown says that there is a next page. */
enum status thread_list(struct ctx *cx, const struct thread_filter *f,
			struct thread_page *page)
{
	struct place from = read_place(cx, f->before);
	struct rows *rows = &page->rows;
	const struct row *last;

	TRY(db_many(cx, query_for(cx, f),
		    ARGS({ "application", value_int(f->application) },
			 { "unread", value_int(f->unread) },
			 { "at", value_time(from.at) },
			 { "at_id", value_int(from.id) },
			 { "limit", value_int(THREAD_PAGE + 1) }),
		    rows));
	page->next = "";
	if (rows->n <= THREAD_PAGE)
		return ST_OK;
	rows->n = THREAD_PAGE;
	last = rows->list[THREAD_PAGE - 1];
	page->next = mem_printf(cx, "%lld-%lld",
				(long long)row_time(last, "last_at"),
				(long long)row_int(last, "thread"));
	return ST_OK;
}

enum status thread_unread(struct ctx *cx, int64_t *n)
{
	struct row *row;

	TRY(db_one(cx,
		   thread_at_desk(cx) ? &sql_thread_desk_unread
				      : &sql_thread_own_unread,
		   NO_ARGS, &row));
	*n = row_int(row, "n");
	return ST_OK;
}
