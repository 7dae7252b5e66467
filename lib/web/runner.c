/*
 * runner.c - one request, from its source to its answer.
 *
 * Every check stands here, in one order, for every screen: parse within the
 * limits; session, account and form key by one statement; origin and token;
 * the act; the rights; then the handler in a transaction and a context of its
 * own. Nothing is sent before the commit.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "account/rights.h"
#include "base/clock.h"
#include "base/log.h"
#include "http/cookie.h"
#include "web/serving.h"

#define TRIES 3
#define BODY_LIMIT (100 * 1024) /* security IN-09 */

static const struct http_limits *limits_of(struct ctx *cx,
					   const struct program *p)
{
	struct http_limits *l = mem_zero(cx, sizeof(*l));

	*l = (struct http_limits) {
		.body = BODY_LIMIT,
		.file = p->screen->upload,
		.tmp = config_text(p->config, "Path.Tmp"),
	};
	return l;
}

static bool is_post(const struct req *rq)
{
	return strcmp(rq->http->method, "POST") == 0;
}

/* A cookie that is no token of ours counts as none. A page that may hold a
 * form gets one at once: it opens nothing, it only ties forms to a browser. */
static void take_cookie(struct req *rq)
{
	struct serving *s = rq->serving;
	const char *sent = http_get(&rq->http->cookies,
				    cookie_name(s->program->tls));

	if (serving_shared(rq))
		return;
	if (sent && token_valid(sent)) {
		s->cookie = sent;
	} else {
		s->cookie = token_new(rq->cx);
		s->fresh_cookie = true;
	}
	s->owner = token_hash(s->cookie);
}

/*
 * What makes a form the same form sent again: its key and all that it says. A
 * page that the browser brought back and that was changed before it was sent
 * once more says something else, and is not ignored.
 */
static struct id sent_key(const struct req *rq)
{
	const struct http_pairs *body = &rq->http->body;
	const char *key = http_get(body, "key");
	struct id id = { { 0 } };
	struct buf all;
	struct hash h;

	if (!is_post(rq) || !key || !id_parse(key, &id))
		return id;
	buf_init(&all, rq->cx);
	for (size_t i = 0; i < body->n; i++) {
		buf_add(&all, body->list[i].name);
		buf_char(&all, '=');
		buf_add(&all, body->list[i].value);
		buf_char(&all, '\x1f');
	}
	h = token_hash(all.text);
	memcpy(id.b, h.b, sizeof(id.b));
	return id;
}

static enum status load_session(struct req *rq, struct session *session)
{
	struct serving *s = rq->serving;
	struct session_ask ask = { .cookie = s->owner };

	s->sent_key = ask.key = sent_key(rq);
	s->place = mem_printf(rq->cx, "%s:%s", s->program->name,
			      id_set(page_object(rq))
				      ? id_text(rq->cx, page_object(rq))
				      : "");
	ask.place = s->place;
	/* Whoever comes for the first time is nobody: no need to ask. */
	if ((s->fresh_cookie && !is_post(rq)) || serving_shared(rq))
		*session = session_nobody(s->program->site);
	else
		TRY(session_load(rq->cx, s->program->site, &ask, session));
	rq->session = session;
	rq->cx->who = &session->who;
	return ST_OK;
}

/* A cookie of a session that is over is replaced, so that nothing that was
 * planted or overheard is ever used again. */
static void renew_cookie(struct req *rq)
{
	struct serving *s = rq->serving;

	if (rq->session->known || *rq->session->ended == '\0' || is_post(rq))
		return;
	s->cookie = token_new(rq->cx);
	s->owner = token_hash(s->cookie);
	s->fresh_cookie = true;
}

/* "remove:" of the table answers to remove:ID. */
static bool is_act(const struct act *act, const char *name)
{
	size_t n = strlen(act->name);

	if (n && act->name[n - 1] == ':')
		return strncmp(act->name, name, n) == 0;
	return strcmp(act->name, name) == 0;
}

/* The screen's own buttons, then those that every form has. verb is what the
 * rights table knows: the name without what follows the colon. */
static const struct act *find_act(const struct req *rq, const char **verb)
{
	const char *name = http_get(&rq->http->body, "act");

	*verb = name ? mem_text_n(rq->cx, name, strcspn(name, ":")) : NULL;

	for (size_t i = 0; name && i < rq->screen->nacts; i++)
		if (is_act(&rq->screen->acts[i], name))
			return &rq->screen->acts[i];
	if (!name || !rq->screen->form)
		return NULL;
	return builtin_act(*verb);
}

static void reset_outcome(struct req *rq, struct ctx *cx)
{
	struct outcome *o = &rq->serving->out;

	if (o->file >= 0)
		(void)close(o->file);
	*o = (struct outcome) { .status = 200,
				.file = -1,
				.root = node_root(cx) };
	http_answer_init(&o->answer, cx);
	page_begin(rq);
}

/* Keeps what was typed and why it could not be taken, and shows the page. */
static enum status keep(struct req *rq, const char *key)
{
	struct outcome *o = &rq->serving->out;

	if (key)
		(void)invalid(rq, key, "");
	if (!rq->screen->form)
		return ST_OK;
	o->keep_input = keep_write(rq, rq->screen->form, NULL, NULL);
	o->keep_problems = keep_write_problems(rq, o->problems);
	return ST_OK;
}

static enum status store_kept(struct ctx *cx, void *arg)
{
	struct req *rq = arg;
	struct serving *s = rq->serving;

	return kept_put(cx, rq->session->kept_owner, s->place,
			s->out.keep_input, s->out.keep_problems);
}

/* After a success nothing is kept, unless the act itself has just kept it. */
static enum status finish(struct req *rq, struct id key)
{
	struct serving *s = rq->serving;
	const struct form_sent sent = {
		.result = s->out.go ? s->out.go : page_url(rq),
		.cookie = s->out.cookie_changed && s->out.cookie
				  ? token_seal(rq->cx, s->out.cookie, s->cookie)
				  : "",
	};

	if (!s->out.kept && *rq->session->kept_input)
		TRY(kept_drop(rq->cx, rq->session->kept_owner, s->place));
	if (id_set(key))
		TRY(form_key_use(rq->cx, s->owner, key, &sent));
	return ST_OK;
}

static enum status run_act(struct req *rq, const struct act *act, struct id key)
{
	enum status st;

	TRY(db_begin(rq->cx));
	st = act->run(rq);
	if (st == ST_OK)
		st = finish(rq, key);
	if (st == ST_OK)
		st = db_commit(rq->cx);
	if (st != ST_OK)
		db_rollback(rq->cx);
	return st;
}

static enum status run_post(struct req *rq, const struct act *act,
			    struct id key)
{
	const struct http_pairs body = rq->http->body;
	struct ctx *outer = rq->cx;
	enum status st = ST_RETRY;

	for (int i = 0; i < TRIES && st == ST_RETRY; i++) {
		rq->cx = ctx_new(outer);
		/* An act may change it: the next try begins with what came. */
		rq->http->body.list = mem_array(rq->cx, body.n,
						sizeof(*body.list));
		rq->http->body.n = body.n;
		memcpy(rq->http->body.list, body.list,
		       body.n * sizeof(*body.list));
		reset_outcome(rq, rq->cx);
		st = run_act(rq, act, key);
	}
	return st == ST_RETRY ? ST_DB : st;
}

/*
 * Whoever clicks twice sees the second answer alone: it leads where the first
 * one led, and brings the cookie that the first one gave, for the same browser
 * and for a minute.
 */
static void answer_again(struct req *rq, const struct form_sent *sent)
{
	struct serving *s = rq->serving;
	const char *cookie = NULL;

	if (*sent->cookie && rq->cx->now - sent->at < MINUTE)
		cookie = token_unseal(rq->cx, sent->cookie, s->cookie);
	s->out.go = sent->result;
	if (cookie)
		answer_cookie(rq, cookie);
}

/* The same form came before, perhaps at this very moment: its first result is
 * the answer, whatever this attempt met. */
static bool was_sent(struct req *rq, struct id key)
{
	struct form_sent sent;

	if (!id_set(key) || form_key_find(rq->cx, key, &sent) != ST_OK)
		return false;
	answer_again(rq, &sent);
	return true;
}

static int answer_kept(struct req *rq, const char *key)
{
	struct outcome *o = &rq->serving->out;

	(void)keep(rq, key);
	if (o->keep_input && !rq->screen->private_answer &&
	    db_transaction(rq->cx, store_kept, rq) != ST_OK)
		return 503;
	if (o->keep_input && rq->screen->private_answer) {
		o->keep_input = "{}";
		if (db_transaction(rq->cx, store_kept, rq) != ST_OK)
			return 503;
	}
	o->go = page_url(rq);
	return 0;
}

/* 0: the outcome has the answer; else the status of an error page. */
static int answer_status(struct req *rq, enum status st, const char *state_url)
{
	switch (st) {
	case ST_OK:
		return 0;
	case ST_INVALID:
		return is_post(rq) ? answer_kept(rq, NULL) : 500;
	case ST_STALE:
		return answer_kept(rq, "stale");
	case ST_DUPLICATE:
		return answer_kept(rq, "duplicate");
	case ST_FORBIDDEN:
		return 403;
	case ST_NOT_FOUND:
		return 404;
	case ST_BAD:
		return 400;
	case ST_TOO_LARGE:
		return 413;
	case ST_BUSY:
		return 429;
	case ST_STATE:
		if (rq->serving->out.state)
			return 0;
		return answer_state(rq,
				    *rq->session->application_state
					    ? rq->session->application_state
					    : "none",
				    state_url) == ST_OK
			       ? 0
			       : 500;
	case ST_DB:
	case ST_RETRY:
		return 503;
	case ST_IO:
		return 500;
	}
	return 500;
}

/* The session ran out while somebody typed: what was sent stands in the form
 * again when the same application is opened anew (ui §9.5). */
static void keep_for_later(struct req *rq)
{
	struct outcome *o = &rq->serving->out;

	if (*rq->session->ended == '\0' || !rq->screen->form ||
	    rq->screen->private_answer)
		return;
	o->keep_input = keep_write(rq, rq->screen->form, NULL, NULL);
	o->keep_problems = "[]";
	if (db_transaction(rq->cx, store_kept, rq) != ST_OK)
		(void)fail(ST_DB, "what was typed could not be kept");
}

/* Whoever has no session is led to the login, and back; who has to set a new
 * password first, there. */
static int refuse(struct req *rq, enum verdict v)
{
	struct outcome *o = &rq->serving->out;
	const char *path = rq->serving->program->path;

	if (v == MAY_NOT)
		return 403;
	if (v == MAY_LOGIN && is_post(rq))
		keep_for_later(rq);
	if (v == MAY_NOT_NOW)
		return answer_status(rq, ST_STATE, "/tokutei/home");
	if (strcmp(rq->session->stage, "code") == 0)
		o->go = "/account/passcode";
	else
		o->go = mem_printf(rq->cx, "/account/login?next=%s%s%s",
				   http_encode(rq->cx, path),
				   *rq->session->ended ? "&ended=" : "",
				   rq->session->ended);
	return 0;
}

static bool must_change_first(const struct req *rq)
{
	const char *path = rq->serving->program->path;

	return rq->session->must_change &&
	       strcmp(path, "/account/password") != 0 &&
	       strcmp(path, "/account/logout") != 0;
}

static int run_get(struct req *rq)
{
	enum verdict v = rights_ask(rq->serving->program->name, NULL,
				    rq->session);

	if (v != MAY)
		return refuse(rq, v);
	if (must_change_first(rq)) {
		rq->serving->out.go = "/account/password";
		return 0;
	}
	return answer_status(rq, rq->screen->get(rq), "/tokutei/home");
}

/* A field that has one value comes once (security CS-05). */
static bool has_twins(const struct req *rq)
{
	const struct http_pairs *body = &rq->http->body;

	for (size_t i = 0; i < body->n; i++)
		if (strcmp(body->list[i].name, "pick") != 0 &&
		    http_count(body, body->list[i].name) > 1)
			return true;
	return false;
}

static int run_checked_post(struct req *rq)
{
	const struct program *p = rq->serving->program;
	const char *verb;
	const struct act *act = find_act(rq, &verb);
	struct id key = rq->serving->sent_key;
	enum verdict v;
	enum status st;
	int refused;

	refused = guard_post(
		rq, config_text(p->config, strcmp(p->site, "public") == 0
						   ? "Site.PublicUrl"
						   : "Site.IntranetUrl"));
	if (refused)
		return refused;
	if (!act || has_twins(rq))
		return 400;
	rq->serving->verb = verb;
	if (rq->session->key_used) {
		answer_again(rq, &rq->session->key);
		return 0;
	}
	v = rights_ask(p->name, verb, rq->session);
	if (v != MAY)
		return refuse(rq, v);
	st = run_post(rq, act, key);
	if (st != ST_OK && was_sent(rq, key))
		return 0;
	return answer_status(rq, st, "/tokutei/home");
}

static void touch(struct req *rq)
{
	const struct session *s = rq->session;

	/* Its own small transaction, at most once a minute; a failure to note
	 * it is no failure of the request. */
	if (!s->known || rq->cx->now - s->seen_at < MINUTE)
		return;
	if (db_begin(rq->cx) != ST_OK)
		return;
	if (session_touch(rq->cx, s->who.session) != ST_OK ||
	    db_commit(rq->cx) != ST_OK)
		db_rollback(rq->cx);
}

static int run(struct req *rq, struct session *session)
{
	enum status st = load_session(rq, session);

	if (st != ST_OK)
		return st == ST_DB || st == ST_RETRY ? 503 : 500;
	renew_cookie(rq);
	reset_outcome(rq, rq->cx);
	touch(rq);
	if (is_post(rq))
		return run_checked_post(rq);
	return run_get(rq);
}

static void render(struct req *rq, struct reply *reply)
{
	struct outcome *o = &rq->serving->out;
	bool head = rq->http->method && strcmp(rq->http->method, "HEAD") == 0;

	buf_init(&reply->head, rq->cx);
	http_render_head(&o->answer, &reply->head);
	reply->body = http_has_body(&o->answer, head) ? &o->answer.body : NULL;
	reply->file = o->file;
}

void serve(struct ctx *cx, struct program *program,
	   const struct http_source *source, struct reply *reply)
{
	int64_t began = clock_monotonic_us();
	struct serving *serving = mem_zero(cx, sizeof(*serving));
	struct http_request http = { .method = NULL };
	struct req rq = { cx, NULL, program->screen, &http, serving };
	struct session session;
	int error;

	cx->now = clock_now();
	*serving = (struct serving) {
		.program = program,
		.cookie = "",
		.form_key = id_text(cx, id_new()),
		.verb = "",
		.out = { .file = -1 },
	};
	error = http_read(cx, source, limits_of(cx, program), &http);
	cx->request = http.id ? http.id : "";
	log_request(cx->request);
	if (!error) {
		take_cookie(&rq);
		error = run(&rq, &session);
	}
	serving_complete(&rq, error);
	render(&rq, reply);
	serving_log(&rq, began);
	log_request("");
}
