/* past.c - what has been sent, what was asked about it, days, words. */
#include <string.h>

#include "parts/parts.h"
#include "review/history.h"
#include "text/jdate.h"

const char *part_day(struct req *rq, int64_t days)
{
	return days == NO_NUMBER || days == 0
		       ? ""
		       : date_text_weekday(rq->cx, date_from_days(days));
}

const char *part_date(struct req *rq, const char *iso)
{
	struct date day;

	return date_parse_iso(iso, &day) ? date_text(rq->cx, day) : "";
}

void part_title(struct req *rq, const char *kind, const char *name)
{
	bool child = strcmp(kind, "first") != 0;

	page_number(rq, "child", child);
	if (child)
		page_title(rq, mem_printf(rq->cx, "%s.%s", kind, name));
}

struct application_words part_words(struct req *rq)
{
	return (struct application_words) { message_find, rq };
}

enum status part_versions(struct req *rq, const struct desk_view *view)
{
	const char *id = id_text(rq->cx, view->id);
	struct rows rows;

	TRY(desk_versions(rq->cx, view, &rows));
	page_rows(rq, "versions", &rows);
	for (size_t i = 0; i + 1 < rows.n; i++)
		page_item(
			rq, "versions", i, "url",
			mem_printf(
				rq->cx,
				"/tokutei/difference?id=%s&from=%lld&to=%lld",
				id,
				(long long)row_int(rows.list[i + 1], "number"),
				(long long)row_int(rows.list[i], "number")));
	return ST_OK;
}

enum status part_inquiries(struct req *rq, const struct desk_view *view)
{
	struct rows rows;

	TRY(history_inquiries(rq->cx, view, &rows));
	page_rows(rq, "inquiries", &rows);
	for (size_t i = 0; i < rows.n; i++) {
		const struct value *due = row_value(rows.list[i], "due_on");

		if (due->kind != V_NULL)
			page_item(rq, "inquiries", i, "due",
				  part_day(rq, due->number));
	}
	return ST_OK;
}
