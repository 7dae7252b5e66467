/* cmd_work.c - the worker: sends mail, chains the audit trail, reminds of
 * inquiries, ends registrations, removes what is over. Any number of them may
 * run at once. */
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>

#include "audit_chain.h"
#include "base/clock.h"
#include "base/log.h"
#include "cmd.h"
#include "db/db.h"
#include "expire.h"
#include "mailer.h"
#include "purge.h"
#include "inquiry/remind.h"
#include "registered/pass.h"
#include "missing/remind.h"
#include "transfer/transfer.h"
#include "worker/job.h"

#define TICK_MS 200
#define TROUBLE_MS 1000		    /* when the database is away */
#define MAILS_AT_ONCE (10 * SECOND) /* then the other tasks have a turn */
#define NOTED_EVERY MINUTE	    /* runs of short jobs, if all is well */

struct worker {
	struct call *call;
	struct mail_sender *mails;
	const char *files;
	struct purge *purge;
	struct task *tasks;
	bool enrolled;
};

/* Something to do now and then, by the clock that tests move. *done: how much
 * it dealt with. */
struct task {
	struct job job;
	enum status (*run)(struct ctx *cx, const struct worker *w,
			   int64_t *done);
	bool eager; /* at every turn, whatever its period says */
	int64_t last;
	/* Of short ones something is noted only now and then: when that was,
	 * what it was, and what has come together since. */
	int64_t noted;
	enum status result;
	int64_t done, failures;
};

static volatile sig_atomic_t leaving;

static void leave(int sig)
{
	(void)sig;
	leaving = 1;
}

static void wait_ms(int ms)
{
	(void)poll(NULL, 0, ms);
}

/* A piece of work with a time, memory and name of its own. */
static struct ctx *piece(const struct worker *w)
{
	struct ctx *cx = ctx_new(w->call->cx);

	cx->now = clock_now();
	cx->request = id_text(cx, id_new());
	log_request(cx->request);
	return cx;
}

static enum status send_mails(struct ctx *cx, const struct worker *w,
			      int64_t *done)
{
	int64_t until = clock_monotonic_us() + MAILS_AT_ONCE;
	enum status st = ST_OK;
	bool none = false;

	(void)cx;
	while (st == ST_OK && !none && !leaving &&
	       clock_monotonic_us() < until) {
		struct ctx *one = piece(w);

		st = mail_send_next(one, w->mails, &none);
		ctx_end(one);
		*done += st == ST_OK && !none;
	}
	return st;
}

static enum status chain(struct ctx *cx, bool all, int64_t *done)
{
	int64_t rows;

	do {
		TRY(audit_chain(cx, all, &rows));
		*done += rows;
	} while (rows > 0 && !leaving);
	if (*done > 0)
		log_event("chain", LOG_INT("rows", *done));
	return ST_OK;
}

static enum status chain_end(struct ctx *cx, const struct worker *w,
			     int64_t *done)
{
	(void)w;
	return chain(cx, false, done);
}

static enum status chain_all(struct ctx *cx, const struct worker *w,
			     int64_t *done)
{
	(void)w;
	return chain(cx, true, done);
}

static enum status expire(struct ctx *cx, const struct worker *w, int64_t *done)
{
	return expire_all(cx, w->files, done);
}

static enum status strays(struct ctx *cx, const struct worker *w, int64_t *done)
{
	return expire_strays(cx, w->files, done);
}

static enum status remind(struct ctx *cx, const struct worker *w, int64_t *done)
{
	(void)w;
	return inquiry_remind(cx, done);
}

static enum status missing(struct ctx *cx, const struct worker *w,
			   int64_t *done)
{
	(void)w;
	return missing_remind(cx, done);
}

static enum status standing(struct ctx *cx, const struct worker *w,
			    int64_t *done)
{
	(void)w;
	return standing_pass(cx, done);
}

static enum status transfer(struct ctx *cx, const struct worker *w,
			    int64_t *done)
{
	(void)w;
	return transfer_pass(cx, done);
}

static enum status purge(struct ctx *cx, const struct worker *w, int64_t *done)
{
	return purge_pages(cx, w->purge, done);
}

/* Each has its name in templates/messages/jobs.hdf. */
static const struct task tasks[] = {
	{ .job = { "mail", 1 * SECOND }, .run = send_mails, .eager = true },
	{ .job = { "purge", 1 * SECOND }, .run = purge },
	{ .job = { "chain", 10 * SECOND }, .run = chain_end },
	{ .job = { "standing", 10 * SECOND }, .run = standing },
	{ .job = { "transfer", 1 * SECOND }, .run = transfer },
	{ .job = { "expire", 10 * MINUTE }, .run = expire },
	{ .job = { "remind", 10 * MINUTE }, .run = remind },
	{ .job = { "missing", 10 * MINUTE }, .run = missing },
	{ .job = { "chain_all", 1 * DAY }, .run = chain_all },
	{ .job = { "strays", 1 * DAY }, .run = strays },
};

/* Jobs of which every run is noted, its beginning too. */
static bool is_long(const struct task *t)
{
	return t->job.period >= NOTED_EVERY;
}

static bool is_worth_noting(const struct task *t, int64_t now, enum status st)
{
	return is_long(t) || st != t->result || now < t->noted ||
	       now >= t->noted + NOTED_EVERY;
}

static enum status note_begin(const struct worker *w, const struct task *t)
{
	struct ctx *cx = piece(w);
	enum status st = job_started(cx, t->job.name);

	ctx_end(cx);
	return st;
}

static enum status note_end(const struct worker *w, struct task *t,
			    int64_t started)
{
	struct ctx *cx = piece(w);
	const struct job_run run = {
		.started = started,
		.result = t->result,
		.note = status_said(),
		.done = t->done,
		.failures = t->failures,
	};
	enum status st = job_ended(cx, &t->job, &run);

	if (st == ST_OK) {
		t->noted = cx->now;
		t->done = t->failures = 0;
	}
	ctx_end(cx);
	return st;
}

/*
 * What fails must not keep the rest from being done; it is noted, and its turn
 * comes again. ST_DB only if nothing could be noted: the database is away. What
 * it refused is the failure of that job alone, *bad.
 */
static enum status run_task(const struct worker *w, struct task *t, bool asked,
			    enum status *bad)
{
	enum status st = asked || is_long(t) ? note_begin(w, t) : ST_OK;
	struct ctx *cx;
	int64_t now;
	bool tell;

	TRY(st);
	status_hush();
	cx = piece(w);
	now = cx->now;
	st = t->run(cx, w, &t->done);
	ctx_end(cx);
	t->failures += st != ST_OK;
	tell = asked || st == ST_DB || is_worth_noting(t, now, st);
	t->result = st;
	if (tell)
		TRY(note_end(w, t, now));
	t->last = now;
	if (st == ST_DB)
		*bad = st;
	return ST_OK;
}

static bool is_due(const struct task *t)
{
	int64_t now = clock_now();

	return t->eager || now >= t->last + t->job.period || now < t->last;
}

/* Of several workers one takes it. */
static enum status take(const struct worker *w, const struct rows *wanted,
			const char *name, bool *taken)
{
	enum status st = ST_OK;

	*taken = false;
	for (size_t i = 0; i < wanted->n; i++)
		if (strcmp(row_text(wanted->list[i], "name"), name) == 0) {
			struct ctx *cx = piece(w);

			st = job_take(cx, name, taken);
			ctx_end(cx);
		}
	return st;
}

static enum status run_tasks(struct ctx *cx, const struct worker *w)
{
	enum status bad = ST_OK;
	struct rows wanted;
	bool asked;

	TRY(job_requested(cx, &wanted));
	for (size_t i = 0; i < COUNT(tasks) && !leaving; i++) {
		TRY(take(w, &wanted, tasks[i].job.name, &asked));
		if (asked || is_due(&w->tasks[i]))
			TRY(run_task(w, &w->tasks[i], asked, &bad));
	}
	return bad;
}

static enum status enrol(struct ctx *cx, struct worker *w)
{
	struct job jobs[COUNT(tasks)];

	for (size_t i = 0; i < COUNT(tasks); i++)
		jobs[i] = tasks[i].job;
	TRY(job_enrol(cx, jobs, COUNT(jobs)));
	w->enrolled = true;
	return ST_OK;
}

static enum status turn(struct worker *w)
{
	struct ctx *cx = piece(w);
	enum status st = w->enrolled ? ST_OK : enrol(cx, w);

	if (st == ST_OK)
		st = run_tasks(cx, w);
	ctx_end(cx);
	return st;
}

static void start(struct worker *w, struct call *c)
{
	static const struct who who = { .role = "", .site = "worker" };
	struct sigaction act = { .sa_handler = leave };

	(void)sigaction(SIGTERM, &act, NULL);
	(void)sigaction(SIGINT, &act, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		BUG("curl_global_init");
	c->cx->who = &who;
	w->call = c;
	w->mails = mailer_new(c->cx, c->config);
	w->enrolled = false;
	w->files = config_text(c->config, "Path.Data");
	w->purge = purge_new(c->cx, config_text(c->config, "Path.Cache"));
	w->tasks = mem_array(c->cx, COUNT(tasks), sizeof(*w->tasks));
	for (size_t i = 0; i < COUNT(tasks); i++)
		w->tasks[i] = tasks[i];
}

static enum status run(struct call *c)
{
	struct worker w;
	bool once = *call_option(c, "once");
	enum status st;

	start(&w, c);
	log_event("work.start", LOG_INT("once", once));
	do {
		st = turn(&w);
		if (!once && !leaving)
			wait_ms(st == ST_DB ? TROUBLE_MS : TICK_MS);
	} while (!once && !leaving);
	log_event("work.end", LOG_INT("once", once));
	return once ? st : ST_OK;
}

const struct command cmd_work = {
	.name = "work",
	.words = "",
	.options = { "once" },
	.what = "send mail, chain the audit trail, remove what is over",
	.db = "worker",
	.run = run,
};
