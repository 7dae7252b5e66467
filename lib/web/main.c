/* main.c - the one main() of all screens: start, accept, answer, leave. */
#include "web/main.h"

#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

/* "…/cgi-bin/public/tokutei/office.c" is "public/tokutei/office". */
static const char *name_of(struct ctx *cx, const char *file)
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
	p->name = name_of(cx, screen->file);
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

static void serve_fcgi(struct program *p, FCGX_Request *request)
{
	const struct http_source source = { fcgi_env, fcgi_read, request };
	struct ctx *cx = ctx_new(p->cx);
	struct buf out;
	int file;

	buf_init(&out, cx);
	serve(p, &source, &out, &file);
	(void)FCGX_PutStr(out.text, (int)out.n, request->out);
	if (file >= 0)
		send_file(request, file);
	FCGX_Finish_r(request);
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
	struct buf out;
	ssize_t n;
	int file;

	buf_init(&out, p->cx);
	serve(p, &source, &out, &file);
	(void)fwrite(out.text, 1, out.n, stdout);
	while (file >= 0 && (n = read(file, part, sizeof(part))) > 0)
		(void)fwrite(part, 1, (size_t)n, stdout);
}

int screen_main(const struct screen *screen, int argc, char **argv)
{
	struct ctx *cx = ctx_new(NULL);

	if (argc > 1 && strcmp(argv[1], "--describe") == 0) {
		describe(screen, name_of(cx, screen->file));
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
