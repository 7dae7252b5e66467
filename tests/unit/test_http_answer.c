/* test_http_answer.c - answers, headers that must not be, cookies of ours. */
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "test.h"
#include "test_http.h"
#include "http/cookie.h"

static struct answer {
	const char *name;
	int status;
	const char *header, *value, *body;
	bool head;
	const char *text;
} answers[] = {
	{ "page", 200, "Content-Type", "text/html; charset=UTF-8", "<p>", false,
	  "Status: 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n"
	  "Content-Length: 3\r\n\r\n<p>" },
	{ "head has the length but not the body", 200, NULL, NULL, "<p>", true,
	  "Status: 200 OK\r\nContent-Length: 3\r\n\r\n" },
	{ "elsewhere", 303, "Location", "/a", "", false,
	  "Status: 303 See Other\r\nLocation: /a\r\nContent-Length: 0\r\n"
	  "\r\n" },
	{ "as before", 304, "ETag", "\"e\"", "x", false,
	  "Status: 304 Not Modified\r\nETag: \"e\"\r\n\r\n" },
	{ "own length", 200, "content-length", "3", "abc", false,
	  "Status: 200 OK\r\ncontent-length: 3\r\n\r\nabc" },
	{ "empty value", 404, "X-A", "", "", false,
	  "Status: 404 Not Found\r\nX-A: \r\nContent-Length: 0\r\n\r\n" },
};

static void rendered(void **state)
{
	const struct answer *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct http_answer a;
	struct buf to;

	http_answer_init(&a, cx);
	buf_init(&to, cx);
	a.status = c->status;
	if (c->header)
		http_header(&a, c->header, c->value);
	buf_add(&a.body, c->body);
	http_render(&a, c->head, &to);
	assert_string_equal(to.text, c->text);
	ctx_end(cx);
}

static void zero_bytes_in_body(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct http_answer a;
	struct buf to;

	(void)state;
	http_answer_init(&a, cx);
	buf_init(&to, cx);
	buf_add_n(&a.body, "P\0K", 3);
	http_render(&a, false, &to);
	assert_memory_equal(to.text + to.n - 3, "P\0K", 3);
	ctx_end(cx);
}

/* What only a mistake of ours can do ends the program (security IN-06). */
static struct mistake {
	const char *name, *header, *value;
	int status;
} mistakes[] = {
	{ "line end", "X-A", "a\r\nSet-Cookie: b", 200 },
	{ "line feed", "X-A", "a\n", 200 },
	{ "return", "X-A", "\r", 200 },
	{ "escape", "X-A", "\x1b", 200 },
	{ "value is no UTF-8", "X-A", "\xff", 200 },
	{ "name with a colon", "X:A", "a", 200 },
	{ "name with a line end", "X\r\nA", "a", 200 },
	{ "name with a blank", "X A", "a", 200 },
	{ "name wide", "名", "a", 200 },
	{ "no name", "", "a", 200 },
	{ "unknown status", "X-A", "a", 418 },
	{ "cookie with a semicolon", NULL, "a; Domain=b", 200 },
	{ "cookie with a line end", NULL, "a\r\n", 200 },
	{ "cookie that is empty", NULL, "", 200 },
	{ "nothing wrong", "X-A", "a\tb", 0 },
};

static void make_mistake(const struct mistake *c)
{
	struct ctx *cx = ctx_new(NULL);
	struct http_answer a;
	struct buf to;

	buf_init(&to, cx);
	http_answer_init(&a, cx);
	a.status = c->status ? c->status : 200;
	if (c->header)
		http_header(&a, c->header, c->value);
	else
		(void)cookie_set(cx, (struct cookie_site) { 0 }, c->value);
	http_render(&a, false, &to);
}

static void aborts(void **state)
{
	static const struct rlimit no_core = { 0, 0 };
	const struct mistake *c = *state;
	pid_t pid = fork();
	int how;

	if (pid == 0) {
		(void)setrlimit(RLIMIT_CORE, &no_core);
		/* cmocka catches signals; and the line is meant to be there. */
		(void)signal(SIGABRT, SIG_DFL);
		log_to(-1);
		make_mistake(c);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &how, 0), pid);
	if (c->status)
		assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGABRT);
	else
		assert_true(WIFEXITED(how));
}

static struct text {
	const char *name, *in, *out;
} encodings[] = {
	{ "letters", "aZ09-._~", "aZ09-._~" },
	{ "marks", "a b&c=d+e/f%", "a%20b%26c%3Dd%2Be%2Ff%25" },
	{ "wide", "見", "%E8%A6%8B" },
	{ "line end", "\r\n", "%0D%0A" },
	{ "empty", "", "" },
};

static void encoded(void **state)
{
	const struct text *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(http_encode(cx, c->in), c->out);
	ctx_end(cx);
}

static const struct value_case {
	const char *name, *url, *value, *out;
} values[] = {
	{ "the first", "/list", "b c", "/list?a=b%20c" },
	{ "one more", "/list?q=1", "2", "/list?q=1&a=2" },
	{ "none", "/list", "", "/list" },
};

static void with_value(void **state)
{
	const struct value_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(http_url_with(cx, c->url, "a", c->value), c->out);
	ctx_end(cx);
}

static struct text attachments[] = {
	{ "plain", "a-1.xlsx",
	  "attachment; filename=\"a-1.xlsx\"; filename*=UTF-8''a-1.xlsx" },
	{ "wide", "見本 1.pdf",
	  "attachment; filename=\"__ 1.pdf\"; "
	  "filename*=UTF-8''%E8%A6%8B%E6%9C%AC%201.pdf" },
	{ "quotes and paths", "../\"a\\b%",
	  "attachment; filename=\".._"
	  "_a_b_\"; "
	  "filename*=UTF-8''..%2F%22a%5Cb%25" },
	{ "line end", "a\r\nX: y",
	  "attachment; filename=\"a__X_ y\"; "
	  "filename*=UTF-8''a%0D%0AX%3A%20y" },
};

static void attached(void **state)
{
	const struct text *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(http_attachment(cx, c->in), c->out);
	ctx_end(cx);
}

static struct cookie_case {
	const char *name;
	struct cookie_site site;
	const char *set, *clear;
} cookies[] = {
	{ "public, TLS",
	  { true, false },
	  "__Host-sid=aB-_9; Path=/; Secure; HttpOnly; SameSite=Lax",
	  "__Host-sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; "
	  "Max-Age=0; Secure; HttpOnly; SameSite=Lax" },
	{ "intranet, TLS",
	  { true, true },
	  "__Host-sid=aB-_9; Path=/; Secure; HttpOnly; SameSite=Strict",
	  "__Host-sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; "
	  "Max-Age=0; Secure; HttpOnly; SameSite=Strict" },
	{ "public",
	  { false, false },
	  "sid=aB-_9; Path=/; HttpOnly; SameSite=Lax",
	  "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; "
	  "HttpOnly; SameSite=Lax" },
	{ "intranet",
	  { false, true },
	  "sid=aB-_9; Path=/; HttpOnly; SameSite=Strict",
	  "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; "
	  "HttpOnly; SameSite=Strict" },
};

static void cookie_made(void **state)
{
	const struct cookie_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(cookie_set(cx, c->site, "aB-_9"), c->set);
	assert_string_equal(cookie_clear(cx, c->site), c->clear);
	assert_int_equal(strncmp(c->set, cookie_name(c->site.tls),
				 strlen(cookie_name(c->site.tls))),
			 0);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(answers, rendered), TEST(zero_bytes_in_body),
		       SUITE(mistakes, aborts), SUITE(encodings, encoded),
		       SUITE(values, with_value), SUITE(attachments, attached),
		       SUITE(cookies, cookie_made));
}
