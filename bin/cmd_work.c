/* cmd_work.c - the worker: sends mail, chains the audit trail, reminds of
 * inquiries, removes what is over. Any number of them may run at once. */
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>

#include "audit_chain.h"
#include "base/clock.h"
#include "base/log.h"
#include "cmd.h"
#include "db/db.h"
#include "expire.h"
#include "mailer.h"
#include "purge.h"
#include "inquiry/remind.h"

#define TICK_MS 200
#define TROUBLE_MS 1000		    /* when the database is away */
#define MAILS_AT_ONCE (10 * SECOND) /* then the other tasks have a turn */

struct worker {
	struct call *call;
	struct mail_sender *mails;
	const char *files;
	struct purge *purge;
	struct task *tasks;
};

/* Something to do now and then, by the clock that tests move. */
struct task {
	int64_t every;
	enum status (*run)(struct ctx *cx, const struct worker *w);
	int64_t last;
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

static enum status send_mails(const struct worker *w)
{
	int64_t until = clock_monotonic_us() + MAILS_AT_ONCE;
	enum status st = ST_OK;
	bool none = false;

	while (st == ST_OK && !none && !leaving &&
	       clock_monotonic_us() < until) {
		struct ctx *cx = piece(w);

		st = mail_send_next(cx, w->mails, &none);
		ctx_end(cx);
	}
	return st;
}

static enum status chain(struct ctx *cx, bool all)
{
	int64_t rows, sum = 0;

	do {
		TRY(audit_chain(cx, all, &rows));
		sum += rows;
	} while (rows > 0 && !leaving);
	if (sum > 0)
		log_event("chain", LOG_INT("rows", sum));
	return ST_OK;
}

static enum status chain_end(struct ctx *cx, const struct worker *w)
{
	(void)w;
	return chain(cx, false);
}

static enum status chain_all(struct ctx *cx, const struct worker *w)
{
	(void)w;
	return chain(cx, true);
}

static enum status expire(struct ctx *cx, const struct worker *w)
{
	return expire_all(cx, w->files);
}

static enum status strays(struct ctx *cx, const struct worker *w)
{
	return expire_strays(cx, w->files);
}

static enum status remind(struct ctx *cx, const struct worker *w)
{
	(void)w;
	return inquiry_remind(cx);
}

static enum status purge(struct ctx *cx, const struct worker *w)
{
	return purge_pages(cx, w->purge);
}

static const struct task tasks[] = {
	{ 1 * SECOND, purge, 0 },   { 10 * SECOND, chain_end, 0 },
	{ 1 * DAY, chain_all, 0 },  { 10 * MINUTE, expire, 0 },
	{ 10 * MINUTE, remind, 0 }, { 1 * DAY, strays, 0 },
};

/* What fails for other reasons than the database must not keep the rest from
 * being done; it is logged, and its turn comes again. */
static enum status run_tasks(const struct worker *w)
{
	for (size_t i = 0; i < COUNT(tasks) && !leaving; i++) {
		struct task *t = &w->tasks[i];
		struct ctx *cx = piece(w);
		enum status st = ST_OK;

		if (cx->now >= t->last + t->every || cx->now < t->last) {
			st = t->run(cx, w);
			if (st != ST_DB)
				t->last = cx->now;
		}
		ctx_end(cx);
		if (st == ST_DB)
			return st;
	}
	return ST_OK;
}

static enum status turn(const struct worker *w)
{
	enum status st = send_mails(w);

	return st == ST_DB ? st : run_tasks(w);
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
