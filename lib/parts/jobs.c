/* jobs.c - 定期処理: a word to administrators when some stand still. */
#include "parts/parts.h"
#include "worker/job.h"

enum status part_jobs(struct req *rq)
{
	int64_t stopped;
	bool never;

	TRY(job_stopped(rq->cx, &stopped, &never));
	page_text(rq, "jobs", "1");
	page_number(rq, "stopped", stopped + never);
	if (never)
		page_notice(rq, "warn", "jobs_never");
	else if (stopped)
		page_notice_of(rq, "warn", "jobs_stopped",
			       count_text(rq->cx, stopped));
	return ST_OK;
}
