/* complete.c - the end of a request: cookie, headers, and its line in the log.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/sha256.h"
#include "http/cookie.h"
#include "web/serving.h"

/* --- Answers that are the same for everybody ------------------------ */

bool serving_shared(const struct req *rq)
{
	return rq->screen->shared && strcmp(rq->http->method, "POST") != 0;
}

/* Half of the hash is plenty: nobody gains by two answers that share one. */
static const char *etag(struct req *rq)
{
	struct outcome *o = &rq->serving->out;
	struct hash h = token_hash(o->answer.body.text);
	struct id id;

	if (o->file >= 0 && sha256_file(o->file, h.b) != ST_OK)
		return "";
	memcpy(id.b, h.b, sizeof(id.b));
	return mem_printf(rq->cx, "\"%s\"", id_text(rq->cx, id));
}

static void share(struct req *rq)
{
	struct outcome *o = &rq->serving->out;
	const char *known = rq->http->if_none_match;
	const char *tag = etag(rq);

	http_header(
		&o->answer, "Cache-Control",
		mem_printf(rq->cx, "public, max-age=%d", rq->screen->shared));
	if (*tag == '\0')
		return;
	http_header(&o->answer, "ETag", tag);
	if (!known || !strstr(known, tag))
		return;
	o->answer.status = 304;
	if (o->file >= 0)
		(void)close(o->file);
	o->file = -1;
}

/* --- All answers ---------------------------------------------------- */

static void add_cookie(struct req *rq, struct http_answer *a)
{
	struct serving *s = rq->serving;
	const struct cookie_site site = {
		.tls = s->program->tls,
		.intranet = strcmp(s->program->site, "intranet") == 0,
	};

	if (s->out.cookie_changed && s->out.cookie) {
		http_header(a, "Set-Cookie",
			    cookie_set(rq->cx, site, s->out.cookie));
	} else if (s->out.cookie_changed) {
		http_header(a, "Set-Cookie", cookie_clear(rq->cx, site));
		http_header(a, "Clear-Site-Data", "\"cache\", \"storage\"");
	} else if (s->fresh_cookie && s->out.page) {
		http_header(a, "Set-Cookie",
			    cookie_set(rq->cx, site, s->cookie));
	}
}

/* If even the file is missing, the reader still gets a sentence of HTML by the
 * web server: an empty body with a status. */
static void add_file(struct http_answer *a, const char *path)
{
	char part[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	while ((n = read(fd, part, sizeof(part))) > 0)
		buf_add_n(&a->body, part, (size_t)n);
	(void)close(fd);
}

/* A static page of templates/static/error, without any data of the request
 * (security OUT-07). */
static void answer_error(struct req *rq, struct http_answer *a, int status)
{
	const char *folder = config_text(rq->serving->program->config,
					 "Path.Static");

	http_answer_init(a, rq->cx);
	a->status = status;
	http_header(a, "Content-Type", "text/html; charset=UTF-8");
	http_header(a, "Cache-Control", "no-store");
	if (status == 503 || status == 429)
		http_header(a, "Retry-After", "60");
	add_file(a, mem_printf(rq->cx, "%s/error/%d.html", folder, status));
}

void serving_complete(struct req *rq, int error)
{
	struct outcome *o = &rq->serving->out;
	struct http_answer *a = &o->answer;

	if (error) {
		if (o->file >= 0)
			(void)close(o->file);
		o->file = -1;
		answer_error(rq, a, error);
		return;
	}
	a->status = o->status;
	if (o->go) {
		http_answer_init(a, rq->cx);
		a->status = 303;
		http_header(a, "Location", o->go);
		http_header(a, "Cache-Control", "no-store");
	} else if (o->page) {
		http_header(a, "Content-Type", "text/html; charset=UTF-8");
		if (!serving_shared(rq))
			http_header(a, "Cache-Control", "no-store");
	}
	if (serving_shared(rq) && a->status == 200)
		share(rq);
	add_cookie(rq, a);
}

void serving_log(const struct req *rq, int64_t began)
{
	const struct serving *s = rq->serving;

	log_event("request", LOG_TEXT("screen", s->program->name),
		  LOG_TEXT("method", rq->http->method ? rq->http->method : ""),
		  LOG_TEXT("act", s->verb),
		  LOG_INT("status", s->out.answer.status),
		  LOG_INT("us", clock_monotonic_us() - began),
		  LOG_INT("statements", db_count(s->program->db)));
}
