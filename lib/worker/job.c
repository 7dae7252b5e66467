/* job.c - 定期処理: the jobs of the worker, kept and shown. */
#include "worker/job.h"

#include "base/buf.h"
#include "base/clock.h"
#include "db/audit.h"
#include "sql/worker/job.h"
#include "text/utf8.h"

#define NOTE_MOST 300 /* letters, as the column is wide */

struct enrolment {
	const struct job *jobs;
	size_t n;
};

static enum status enrol(struct ctx *cx, void *arg)
{
	const struct enrolment *e = arg;
	struct buf names;

	buf_init(&names, cx);
	for (size_t i = 0; i < e->n; i++) {
		const struct job *job = &e->jobs[i];

		buf_printf(&names, "%s%s", i ? "," : "", job->name);
		TRY(db_exec(cx, &sql_job_enrol,
			    ARGS({ "name", value_text(job->name) },
				 { "period", value_int(job->period / SECOND) }),
			    NULL));
	}
	return db_exec(cx, &sql_job_retire,
		       ARGS({ "names", value_text(names.text) }), NULL);
}

enum status job_enrol(struct ctx *cx, const struct job *jobs, size_t n)
{
	return db_transaction(cx, enrol, &(struct enrolment) { jobs, n });
}

enum status job_requested(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_job_requested, NO_ARGS, rows);
}

/* One statement about one job. */
struct note {
	const struct query *q;
	const struct args *args;
	int64_t changed;
};

static enum status write_note(struct ctx *cx, void *arg)
{
	struct note *n = arg;

	return db_exec(cx, n->q, n->args, &n->changed);
}

enum status job_take(struct ctx *cx, const char *name, bool *taken)
{
	struct note n = { &sql_job_take, ARGS({ "name", value_text(name) }),
			  0 };

	TRY(db_transaction(cx, write_note, &n));
	*taken = n.changed > 0;
	return ST_OK;
}

enum status job_started(struct ctx *cx, const char *name)
{
	struct note n = { &sql_job_started, ARGS({ "name", value_text(name) }),
			  0 };

	return db_transaction(cx, write_note, &n);
}

enum status job_ended(struct ctx *cx, const struct job *job,
		      const struct job_run *run)
{
	struct note n = {
		&sql_job_ended,
		ARGS({ "name", value_text(job->name) },
		     { "started", value_time(run->started) },
		     { "result", value_text(status_name(run->result)) },
		     { "note",
		       value_text(run->result == ST_OK ? ""
						       : utf8_cut(cx, run->note,
								  NOTE_MOST)) },
		     { "done", value_int(run->done) },
		     { "failures", value_int(run->failures) },
		     { "next", value_time(run->started + job->period) }),
		0
	};

	return db_transaction(cx, write_note, &n);
}

enum status job_list(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_job_list, NO_ARGS, rows);
}

enum status job_stopped(struct ctx *cx, int64_t *stopped, bool *never)
{
	struct row *row;

	TRY(db_one(cx, &sql_job_stopped, NO_ARGS, &row));
	*stopped = row_int(row, "stopped");
	*never = row_int(row, "jobs") == 0;
	return ST_OK;
}

enum status job_request(struct ctx *cx, const char *name)
{
	const struct args *args = ARGS({ "name", value_text(name) });
	const struct id none = { { 0 } };
	struct row *row;

	TRY(db_one(cx, &sql_job_find, args, &row));
	TRY(db_exec(cx, &sql_job_request, args, NULL));
	return audit_write(
		cx, "job.run", "", none,
		mem_printf(cx, "{\"job\":\"%s\"}", row_text(row, "name")));
}
