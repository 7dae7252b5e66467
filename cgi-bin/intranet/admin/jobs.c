/*
 * jobs.c - 定期処理: the jobs of the worker, how their last run went, and a
 * button to have one run now.
 *
 *	GET  ?asked=NAME
 *	POST act=run:NAME  the next worker that looks runs it
 */
#include <string.h>

#include "parts/parts.h"
#include "web/screen.h"
#include "worker/job.h"

static const char *word(struct req *rq, const char *group, const char *name)
{
	const char *key = mem_printf(rq->cx, "jobs.%s.%s", group, name);

	return message_find(rq, key) ? message(rq, key, NULL) : name;
}

/* 10分ごと */
static const char *period_text(struct req *rq, int64_t seconds)
{
	static const struct {
		int64_t seconds;
		const char *unit;
	} units[] = { { 86400, "days" }, { 3600, "hours" }, { 60, "minutes" } };
	const char *unit = "seconds";
	int64_t n = seconds;

	for (size_t i = 0; i < COUNT(units) && n == seconds; i++)
		if (seconds >= units[i].seconds &&
		    seconds % units[i].seconds == 0) {
			n = seconds / units[i].seconds;
			unit = units[i].unit;
		}
	return message_of(rq, mem_printf(rq->cx, "jobs.every.%s", unit),
			  count_text(rq->cx, n));
}

static void show_job(struct req *rq, size_t n, const struct row *row)
{
	const char *name = row_text(row, "name");
	const char *result = row_text(row, "result");

	page_row_text(rq, n, "label", word(rq, "name", name));
	page_row_text(rq, n, "every", period_text(rq, row_int(row, "period")));
	page_row_text(rq, n, "run", mem_printf(rq->cx, "run:%s", name));
	if (*result)
		page_row_text(rq, n, "outcome", word(rq, "result", result));
}

/* Only a name of the list is said again. */
static void show_asked(struct req *rq, const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const char *name = row_text(rows->list[i], "name");

		if (strcmp(query(rq, "asked"), name) == 0)
			page_notice_of(rq, "done", "job_asked",
				       word(rq, "name", name));
	}
}

static enum status show(struct req *rq)
{
	struct rows rows;

	TRY(job_list(rq->cx, &rows));
	page_rows(rq, "rows", &rows);
	for (size_t i = 0; i < rows.n; i++)
		show_job(rq, i, rows.list[i]);
	TRY(part_jobs(rq));
	show_asked(rq, &rows);
	page_back(rq, "/home/index");
	return page_show(rq);
}

static enum status run(struct req *rq)
{
	const char *name = act_argument(rq);

	TRY(job_request(rq->cx, name));
	return go(rq, "/admin/jobs?asked=%s", name);
}

static const struct act acts[] = {
	{ "run:", run },
};

const struct screen screen = {
	.file = __FILE__,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
