/*
 * job.h - 定期処理: the jobs of the worker, how their last run went, and the
 * wish to have one run now (spec tokutei §10).
 */
#ifndef WORKER_JOB_H
#define WORKER_JOB_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"

/* What a worker has; period in microseconds. */
struct job {
	const char *name;
	int64_t period;
};

/* How a run went. rows: what it dealt with; note: what the program said about
 * a failure, never a user's value. */
struct job_run {
	int64_t started; /* microseconds, as ctx.now; the end is ctx.now */
	enum status result;
	const char *note;
	int64_t done;
	int64_t failures; /* runs that this one stands for, if it failed */
};

/* --- Of the worker; each in a transaction of its own -----------------------
 */

/* These are all there are: others are forgotten. */
enum status job_enrol(struct ctx *cx, const struct job *jobs,
		      size_t n) MUST_USE;
/* Names of those that somebody wants to run now. */
enum status job_requested(struct ctx *cx, struct rows *rows) MUST_USE;
/* Takes such a wish; *taken: no other worker was quicker. */
enum status job_take(struct ctx *cx, const char *name, bool *taken) MUST_USE;
enum status job_started(struct ctx *cx, const char *name) MUST_USE;
enum status job_ended(struct ctx *cx, const struct job *job,
		      const struct job_run *run) MUST_USE;

/* --- Of an administrator ---------------------------------------------------
 */

/* name, period (seconds), started_at, ended_at, result, note, done, failures,
 * next_at, requested_at, stands (1: 止まっています), the shortest period
 * first. */
enum status job_list(struct ctx *cx, struct rows *rows) MUST_USE;
/*
 * How many stand still: failed three times in a row, or gave no sign of life
 * for three periods (at least three minutes). *never: no worker was ever
 * started here.
 */
enum status job_stopped(struct ctx *cx, int64_t *stopped, bool *never) MUST_USE;
/* The next worker that looks runs it; the trail has "job.run". ST_NOT_FOUND: no
 * such job. */
enum status job_request(struct ctx *cx, const char *name) MUST_USE;

#endif
