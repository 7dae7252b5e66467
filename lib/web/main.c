/* main.c - the one main() of all screens: start, accept, answer, leave. */
#include "web/main.h"

#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "account/rights.h"
#include "base/clock.h"
#include "base/log.h"
#include "web/describe.h"
#include "web/serving.h"
#include "web/words.h"

/* A worker leaves after so many requests or when it has grown; another takes
 * its place, so no slow leak can ever matter. */
#define REQUESTS 20000
#define GROWN_KIB (256 * 1024)
#define IDLE_US (30 * SECOND)
/* Of the FastCGI protocol, in bytes. */
#define RECORD_HEADER 8
#define RECORD_MOST 65535
enum { RECORD_END = 3, RECORD_PAGE = 6 };

/* "…/cgi-bin/public/tokutei/office.c" is "public/tokutei/office". */
static const char *screen_name(struct ctx *cx, const char *file)
{
	const char *at = strstr(file, "cgi-bin/");
	char *name;

	if (!at)
		BUG("%s is not below cgi-bin/", file);
	name = mem_text(cx, at + strlen("cgi-bin/"));
	name[strlen(name) - 2] = '\0';
	return name;
}

/* /static/app.0123abcd.css: a name that changes with the content. */
static const char *hashed(struct program *p, const char *stem, const char *ext)
{
	const char *path = mem_printf(p->cx, "%s/%s.%s",
				      config_text(p->config, "Path.Static"),
				      stem, ext);
	uint32_t h = 2166136261U;
	FILE *f = fopen(path, "re");
	int c;

	while (f && (c = fgetc(f)) != EOF)
		h = (h ^ (uint32_t)c) * 16777619U;
	if (f)
		(void)fclose(f);
	return mem_printf(p->cx, "/static/%s.%08x.%s", stem, h, ext);
}

static enum moulding moulding_of(const struct config *c)
{
	if (config_number(c, "Development", 0) != 0)
		return MOULD_NEVER;
	return config_number(c, "Render.Check", 0) ? MOULD_CHECK : MOULD_TWICE;
}

static struct program *start(struct ctx *cx, const struct screen *screen)
{
	struct program *p = mem_zero(cx, sizeof(*p));

	p->cx = cx;
	p->screen = screen;
	p->name = screen_name(cx, screen->file);
	p->path = strchr(p->name, '/');
	p->site = mem_text_n(cx, p->name, (size_t)(p->path - p->name));
	shapes_keep(cx);
	if (screen->form)
		shape_check(cx, screen->form);
	if (!rights_known(p->name))
		BUG("%s has no line in rights.tsv", p->name);
	p->config = config_load(cx);
	p->tls = config_number(p->config, "Site.TLS", 1) != 0;
	p->render = render_new(cx, config_text(p->config, "Path.Templates"),
			       true,
			       config_number(p->config, "Development", 0) != 0);
	if (config_number(p->config, "Development", 0) == 0)
		p->words = words_new(cx);
	p->moulds = moulds_new(cx, p->render, moulding_of(p->config));
	p->db = db_new(cx, config_db(cx, p->config, p->site));
	cx->db = p->db;
	p->css = hashed(p, "app", "css");
	p->js = hashed(p, "app", "js");
	return p;
}

/* --- FastCGI ---------------------------------------------------------------
 */

static const char *fcgi_env(void *arg, const char *name)
{
	FCGX_Request *request = arg;

	return FCGX_GetParam(name, request->envp);
}

static size_t fcgi_read(void *arg, char *to, size_t n)
{
	FCGX_Request *request = arg;
	int got = FCGX_GetStr(to, (int)n, request->in);

	return got > 0 ? (size_t)got : 0;
}

static void send_file(FCGX_Request *request, int file)
{
	char part[16384];
	ssize_t n;

	while ((n = read(file, part, sizeof(part))) > 0)
		(void)FCGX_PutStr(part, (int)n, request->out);
	(void)close(file);
}

/* All of it; a reader that went away is nobody's mistake. */
static void write_all(int fd, struct iovec *parts, int n)
{
	while (n > 0) {
		ssize_t done = writev(fd, parts, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return;
		while (n > 0 && (size_t)done >= parts->iov_len) {
			done -= (ssize_t)parts->iov_len;
			parts++;
			n--;
		}
		if (n > 0) {
			parts->iov_base = (char *)parts->iov_base + done;
			parts->iov_len -= (size_t)done;
		}
	}
}

/* The header of a record of the FastCGI protocol, version 1. */
static void put_record(unsigned char *to, int kind, int request, size_t n)
{
	const unsigned char header[RECORD_HEADER] = {
		1,
		(unsigned char)kind,
		(unsigned char)(request >> 8),
		(unsigned char)request,
		(unsigned char)(n >> 8),
		(unsigned char)n,
	};

	memcpy(to, header, sizeof(header));
}

/*
 * Headers, page and what ends the request, in one write. The library's own
 * stream would cut them into pieces of 8 KiB, and wake the web server for each.
 */
static void send_at_once(FCGX_Request *request, const struct reply *reply)
{
	const struct buf *body = reply->body;
	unsigned char header[RECORD_HEADER];
	unsigned char end[3 * RECORD_HEADER] = { 0 };
	struct iovec parts[] = {
		{ header, sizeof(header) },
		{ reply->head.text, reply->head.n },
		{ body ? body->text : NULL, body ? body->n : 0 },
		{ end, sizeof(end) },
	};

	put_record(header, RECORD_PAGE, request->requestId,
		   parts[1].iov_len + parts[2].iov_len);
	put_record(end, RECORD_PAGE, request->requestId, 0);
	put_record(end + RECORD_HEADER, RECORD_END, request->requestId,
		   RECORD_HEADER);
	write_all(request->ipcFd, parts, COUNT(parts));
}

/* Has all come that belongs to the request? Of one without a body the end may
 * still be on its way: a connection that is closed before it is an error to
 * the web server. */
static bool came_whole(FCGX_Request *request)
{
	const char *length = fcgi_env(request, "CONTENT_LENGTH");
	char more;

	return (!length || *length == '\0' || strcmp(length, "0") == 0) &&
	       FCGX_GetStr(&more, 1, request->in) == 0;
}

/* The library would say how it ended once more, and wait until the web server
 * hangs up. */
static void hang_up(FCGX_Request *request)
{
	FCGX_Free(request, 0);
	(void)close(request->ipcFd);
	request->ipcFd = -1;
}

static void send_reply(FCGX_Request *request, const struct reply *reply)
{
	const struct buf *head = &reply->head, *body = reply->body;

	if (reply->file < 0 && !request->keepConnection &&
	    head->n + (body ? body->n : 0) <= RECORD_MOST &&
	    came_whole(request)) {
		send_at_once(request, reply);
		hang_up(request);
		return;
	}
	(void)FCGX_PutStr(head->text, (int)head->n, request->out);
	if (body)
		(void)FCGX_PutStr(body->text, (int)body->n, request->out);
	if (reply->file >= 0)
		send_file(request, reply->file);
	FCGX_Finish_r(request);
}

static void serve_fcgi(struct program *p, FCGX_Request *request)
{
	const struct http_source source = { fcgi_env, fcgi_read, request };
	struct ctx *cx = ctx_new_request(p->cx);
	struct reply reply;

	serve(cx, p, &source, &reply);
	send_reply(request, &reply);
	ctx_end(cx);
}

static volatile sig_atomic_t leaving;

static void leave(int sig)
{
	(void)sig;
	leaving = 1;
	FCGX_ShutdownPending();
}

static bool has_grown(void)
{
	struct rusage use;

	return getrusage(RUSAGE_SELF, &use) == 0 && use.ru_maxrss > GROWN_KIB;
}

/* Idle programs let go of their connection: there are many of them. */
static void wait_for_request(struct program *p)
{
	struct pollfd fd = { .fd = 0, .events = POLLIN };

	while (!leaving && poll(&fd, 1, (int)(IDLE_US / 1000)) == 0)
		db_rest(p->db, IDLE_US);
}

static void run_fcgi(struct program *p)
{
	FCGX_Request request;
	struct sigaction act = { .sa_handler = leave };

	(void)sigaction(SIGTERM, &act, NULL);
	(void)sigaction(SIGUSR1, &act, NULL);
	if (FCGX_Init() ||
	    FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		BUG("FCGX_InitRequest");
	for (int i = 0; i < REQUESTS && !leaving && !has_grown(); i++) {
		wait_for_request(p);
		if (leaving || FCGX_Accept_r(&request) < 0)
			break;
		serve_fcgi(p, &request);
	}
}

/* --- plain CGI, for tests without a web server ------------------------------
 */

static const char *cgi_env(void *arg, const char *name)
{
	(void)arg;
	return getenv(name);
}

static size_t cgi_read(void *arg, char *to, size_t n)
{
	ssize_t got = read(STDIN_FILENO, to, n);

	(void)arg;
	return got > 0 ? (size_t)got : 0;
}

static void run_cgi(struct program *p)
{
	const struct http_source source = { cgi_env, cgi_read, NULL };
	char part[16384];
	struct reply reply;
	ssize_t n;

	serve(p->cx, p, &source, &reply);
	(void)fwrite(reply.head.text, 1, reply.head.n, stdout);
	if (reply.body)
		(void)fwrite(reply.body->text, 1, reply.body->n, stdout);
	while (reply.file >= 0 &&
	       (n = read(reply.file, part, sizeof(part))) > 0)
		(void)fwrite(part, 1, (size_t)n, stdout);
}

int screen_main(const struct screen *screen, int argc, char **argv)
{
	struct ctx *cx = ctx_new(NULL);

	if (argc > 1 && strcmp(argv[1], "--describe") == 0) {
		describe(screen, screen_name(cx, screen->file));
		ctx_end(cx);
		return 0;
	}
	mem_keep();
	(void)signal(SIGPIPE, SIG_IGN);
	(void)umask(077);
	if (FCGX_IsCGI())
		run_cgi(start(cx, screen));
	else
		run_fcgi(start(cx, screen));
	ctx_end(cx);
	return 0;
}
