/* test_http_read.c - method, path, query, headers, cookies, plain bodies. */
#include "test.h"
#include "test_http.h"

static const struct http_limits limits = { .body = 100 * 1024, .tmp = "/tmp" };

/* One variable a line, REQUEST_METHOD=GET if it is not among them; what is
 * found: path ? query ; cookies. */
static struct line {
	const char *name, *env;
	int answer;
	const char *found;
} lines[] = {
	{ "plain", "SCRIPT_NAME=/a/b", 0, "/a/b ?  ; " },
	{ "head",
	  "REQUEST_METHOD=HEAD\n"
	  "SCRIPT_NAME=/",
	  0, "/ ?  ; " },
	{ "no method",
	  "REQUEST_METHOD=\n"
	  "SCRIPT_NAME=/",
	  400, NULL },
	{ "put",
	  "REQUEST_METHOD=PUT\n"
	  "SCRIPT_NAME=/",
	  405, NULL },
	{ "trace",
	  "REQUEST_METHOD=TRACE\n"
	  "SCRIPT_NAME=/",
	  405, NULL },
	{ "small letters",
	  "REQUEST_METHOD=get\n"
	  "SCRIPT_NAME=/",
	  405, NULL },
	{ "document goes first",
	  "DOCUMENT_URI=/d\n"
	  "SCRIPT_NAME=/s\n"
	  "PATH_INFO=/i\n"
	  "REQUEST_URI=/r",
	  0, "/d ?  ; " },
	{ "script and path info",
	  "DOCUMENT_URI=\n"
	  "SCRIPT_NAME=/s\n"
	  "PATH_INFO=/i\n"
	  "REQUEST_URI=/r",
	  0, "/s/i ?  ; " },
	{ "request line, decoded",
	  "REQUEST_URI=/%61%E3%81%82+b?c=%64\n"
	  "QUERY_STRING=c=%64",
	  0, "/aあ+b ? c=d ; " },
	{ "not decoded a second time", "SCRIPT_NAME=/%61", 0, "/%61 ?  ; " },
	{ "end of a folder", "SCRIPT_NAME=/a/", 0, "/a/ ?  ; " },
	{ "dots in a name", "SCRIPT_NAME=/.a/...b", 0, "/.a/...b ?  ; " },
	{ "no path", "", 400, NULL },
	{ "not absolute", "SCRIPT_NAME=a", 400, NULL },
	{ "with a host", "REQUEST_URI=http://a/", 400, NULL },
	{ "two dots", "REQUEST_URI=/a/%2e%2e/b", 400, NULL },
	{ "two dots last", "SCRIPT_NAME=/..", 400, NULL },
	{ "one dot", "SCRIPT_NAME=/./a", 400, NULL },
	{ "two slashes", "SCRIPT_NAME=//evil", 400, NULL },
	{ "backslash", "SCRIPT_NAME=/\\evil", 400, NULL },
	{ "line end", "REQUEST_URI=/%0d%0aX:", 400, NULL },
	{ "NUL", "REQUEST_URI=/a%00", 400, NULL },
	{ "broken percent", "REQUEST_URI=/a%0", 400, NULL },
	{ "no UTF-8", "REQUEST_URI=/%ff", 400, NULL },
	{ "query",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=1&b=%E3%81%82+c&a=2&&d&e=f=g&",
	  0, "/ ? a=1|b=あ c|a=2|d=|e=f=g ; " },
	{ "query line end",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%0d%0aSet-Cookie:",
	  0, "/ ? a=\r\nSet-Cookie: ; " },
	{ "query with a broken percent",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%G0",
	  400, NULL },
	{ "query with a cut percent",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%4&b=1",
	  400, NULL },
	{ "query with NUL",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%00",
	  400, NULL },
	{ "query overlong",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%C0%AF",
	  400, NULL },
	{ "query surrogate",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=%ED%A0%80",
	  400, NULL },
	{ "query half a character in the name",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=%E3%81=1",
	  400, NULL },
	{ "query raw bytes",
	  "SCRIPT_NAME=/\n"
	  "QUERY_STRING=a=\xe3%81%82",
	  400, NULL },
	{ "cookies",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=a=1; sid=x_Y-2;b = \"q\" ; c=d=e",
	  0, "/ ?  ; a=1|sid=x_Y-2|b=\"q\"|c=d=e" },
	{ "cookies of others are left out",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=;; a; =b; (c)=d; e=\xff; f=g;",
	  0, "/ ?  ; f=g" },
	{ "ours twice",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=sid=1; a=2; sid=1",
	  400, NULL },
	{ "ours twice, with TLS",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=__Host-sid=1; __Host-sid=2",
	  400, NULL },
	{ "both of ours once",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=__Host-sid=1; sid=2",
	  0, "/ ?  ; __Host-sid=1|sid=2" },
	{ "another one twice",
	  "SCRIPT_NAME=/\n"
	  "HTTP_COOKIE=a=1; a=2",
	  0, "/ ?  ; a=1|a=2" },
	{ "header with a control",
	  "SCRIPT_NAME=/\n"
	  "HTTP_ORIGIN=a\x01",
	  400, NULL },
	{ "header without UTF-8",
	  "SCRIPT_NAME=/\n"
	  "HTTP_USER_AGENT=\xff",
	  400, NULL },
	{ "the body of a GET is nothing",
	  "SCRIPT_NAME=/\n"
	  "CONTENT_LENGTH=x",
	  0, "/ ?  ; " },
};

static void request_line(void **state)
{
	const struct line *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct given g = { .body = "a=1", .n = 3 };
	struct http_request rq;

	given_lines(cx, &g, c->env);
	given_add(&g, "REQUEST_METHOD=GET");
	assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
	if (c->found)
		assert_string_equal(mem_printf(cx, "%s ? %s ; %s", rq.path,
					       given_pairs(cx, &rq.query),
					       given_pairs(cx, &rq.cookies)),
				    c->found);
	assert_int_equal(rq.body.n, 0);
	assert_int_equal(rq.file.fd, -1);
	ctx_end(cx);
}

#define FORM "application/x-www-form-urlencoded"

static struct post {
	const char *name, *type, *length, *body;
	int answer;
	const char *fields;
} posts[] = {
	{ "form", FORM, NULL, "a=1&b=%e3%81%82&c=x+y%2B", 0,
	  "a=1|b=あ|c=x y+" },
	{ "with a character set",
	  "Application/X-WWW-Form-URLencoded ; "
	  "Charset=\"utf-8\"",
	  NULL, "a=1", 0, "a=1" },
	{ "nothing in it", FORM, NULL, "", 0, "" },
	{ "twice stays twice", FORM, NULL, "a=1&a=2", 0, "a=1|a=2" },
	{ "length unknown", FORM, "", "a=1", 0, "a=1" },
	{ "more than announced is not read", FORM, "CONTENT_LENGTH=3", "a=12",
	  0, "a=1" },
	{ "less than announced", FORM, "CONTENT_LENGTH=4", "a=1", 400, NULL },
	{ "length is no number", FORM, "CONTENT_LENGTH=1a", "a=1", 400, NULL },
	{ "length is negative", FORM, "CONTENT_LENGTH=-1", "a=1", 400, NULL },
	{ "length is endless", FORM, "CONTENT_LENGTH=99999999999999999999",
	  "a=1", 413, NULL },
	{ "length above the limit", FORM, "CONTENT_LENGTH=102401", "a=1", 413,
	  NULL },
	{ "no type", NULL, NULL, "a=1", 415, NULL },
	{ "empty type", "", NULL, "a=1", 415, NULL },
	{ "JSON", "application/json", NULL, "{}", 415, NULL },
	{ "plain text", "text/plain", NULL, "a=1", 415, NULL },
	{ "nearly a form", FORM "2", NULL, "a=1", 415, NULL },
	{ "beginning of a form", "application/x-www-form", NULL, "a", 415,
	  NULL },
	{ "another character set", FORM "; charset=Shift_JIS", NULL, "a=1", 415,
	  NULL },
	{ "broken parameter", FORM "; charset", NULL, "a=1", 400, NULL },
	{ "broken quote", FORM "; charset=\"utf-8", NULL, "a=1", 400, NULL },
	{ "broken percent", FORM, NULL, "a=%", 400, NULL },
	{ "broken percent in the name", FORM, NULL, "%zz=1", 400, NULL },
	{ "percent over the end of a field", FORM, NULL, "a=%4&1=b", 400,
	  NULL },
	{ "NUL, encoded", FORM, NULL, "a=b%00c", 400, NULL },
	{ "overlong slash", FORM, NULL, "a=%c0%af", 400, NULL },
	{ "above U+10FFFF", FORM, NULL, "a=%f4%90%80%80", 400, NULL },
	{ "last code point", FORM, NULL, "a=%f4%8f%bf%bf", 0,
	  "a=\xf4\x8f\xbf\xbf" },
};

static void post_body(void **state)
{
	const struct post *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct given g = { .env = { "REQUEST_METHOD=POST", "SCRIPT_NAME=/",
				    "QUERY_STRING=q=1" },
			   .body = c->body,
			   .n = strlen(c->body),
			   .piece = 2 };
	struct http_request rq;

	if (c->type)
		given_add(&g, mem_printf(cx, "CONTENT_TYPE=%s", c->type));
	given_add(&g, c->length ? c->length
				: mem_printf(cx, "CONTENT_LENGTH=%zu", g.n));
	assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
	if (c->fields)
		assert_string_equal(given_pairs(cx, &rq.body), c->fields);
	assert_string_equal(given_pairs(cx, &rq.query), "q=1");
	ctx_end(cx);
}

/* Each limit of security IN-09, kept exactly and passed by one. unit is
 * repeated n times behind head. */
static struct limit {
	const char *name, *head, *unit;
	size_t n;
	int answer;
} most[] = {
	{ "500 fields", "", "a=1&", 500, 0 },
	{ "501 fields", "", "a=1&", 501, 413 },
	{ "empty pieces are no fields", "", "&", 501, 0 },
	{ "name of 64", "", "a", 64, 0 },
	{ "name of 65", "", "a", 65, 413 },
	{ "value of 10,000", "a=", "b", 10000, 0 },
	{ "value of 10,001", "a=", "b", 10001, 413 },
	{ "value of 10,000 wide ones", "a=", "あ", 10000, 0 },
	{ "value of 10,001 wide ones", "a=", "あ", 10001, 413 },
	{ "body of 100 kB", "a=1", "&", 100 * 1024 - 3, 0 },
	{ "body of 100 kB and one", "a=1", "&", 100 * 1024 - 2, 413 },
};

static const char *repeated(struct ctx *cx, const char *head, const char *unit,
			    size_t n)
{
	struct buf b;

	buf_init(&b, cx);
	buf_add(&b, head);
	for (size_t i = 0; i < n; i++)
		buf_add(&b, unit);
	return b.text;
}

static void body_limit(void **state)
{
	const struct limit *c = *state;

	for (int said = 0; said < 2; said++) {
		struct ctx *cx = ctx_new(NULL);
		struct given g = { .env = { "REQUEST_METHOD=POST",
					    "SCRIPT_NAME=/",
					    "CONTENT_TYPE=" FORM } };
		struct http_request rq;

		g.body = repeated(cx, c->head, c->unit, c->n);
		g.n = strlen(g.body);
		if (said)
			given_add(&g,
				  mem_printf(cx, "CONTENT_LENGTH=%zu", g.n));
		assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
		ctx_end(cx);
	}
}

static struct limit urls[] = {
	{ "query of 8 kB", "QUERY_STRING=", "&", 8192, 0 },
	{ "query above", "QUERY_STRING=", "&", 8193, 413 },
	{ "request line of 8 kB", "REQUEST_URI=/?", "&", 8190, 0 },
	{ "request line above", "REQUEST_URI=/?", "&", 8191, 413 },
	{ "query of 500 fields", "QUERY_STRING=", "a&", 500, 0 },
	{ "query of 501 fields", "QUERY_STRING=", "a&", 501, 413 },
	{ "query name of 64", "QUERY_STRING=", "a", 64, 0 },
	{ "query name of 65", "QUERY_STRING=", "a", 65, 413 },
	{ "cookies of 8 kB", "HTTP_COOKIE=", ";", 8192, 0 },
	{ "cookies above", "HTTP_COOKIE=", ";", 8193, 413 },
	{ "500 cookies", "HTTP_COOKIE=", "a=b;", 500, 0 },
	{ "501 cookies", "HTTP_COOKIE=", "a=b;", 501, 413 },
	{ "agent of 8 kB", "HTTP_USER_AGENT=", "a", 8192, 0 },
	{ "agent above", "HTTP_USER_AGENT=", "a", 8193, 413 },
};

static void url_limit(void **state)
{
	const struct limit *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct given g = { .env = { "REQUEST_METHOD=GET", "SCRIPT_NAME=/" } };
	struct http_request rq;

	given_add(&g, repeated(cx, c->head, c->unit, c->n));
	assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
	ctx_end(cx);
}

static void headers(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct given g = {
		.env = { "REQUEST_METHOD=GET", "SCRIPT_NAME=/",
			 "REMOTE_ADDR=192.0.2.1", "REQUEST_ID=00ff",
			 "HTTP_ORIGIN=null", "HTTP_SEC_FETCH_SITE=same-origin",
			 "HTTP_USER_AGENT=見本/1", "HTTP_IF_NONE_MATCH=\"e\"" }
	};
	struct http_request rq;

	(void)state;
	assert_int_equal(given_http(cx, &g, &limits, &rq), 0);
	assert_string_equal(rq.method, "GET");
	assert_string_equal(rq.ip, "192.0.2.1");
	assert_string_equal(rq.id, "00ff");
	assert_string_equal(rq.origin, "null");
	assert_string_equal(rq.fetch_site, "same-origin");
	assert_string_equal(rq.user_agent, "見本/1");
	assert_string_equal(rq.if_none_match, "\"e\"");
	ctx_end(cx);
}

/* Refused or not, the caller can log and answer without a look at NULL. */
static void no_headers(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct given g = { .env = { "REQUEST_METHOD=BREW",
				    "HTTP_ORIGIN=", "REQUEST_ID=<script>" } };
	struct http_request rq;

	(void)state;
	assert_int_equal(given_http(cx, &g, &limits, &rq), 405);
	assert_string_equal(rq.method, "");
	assert_string_equal(rq.path, "");
	assert_string_equal(rq.query_text, "");
	assert_string_equal(rq.ip, "");
	assert_int_equal(strlen(rq.id), ID_TEXT);
	g.env[0] = "REQUEST_METHOD=GET";
	g.env[3] = "SCRIPT_NAME=/";
	assert_int_equal(given_http(cx, &g, &limits, &rq), 0);
	assert_null(rq.origin);
	assert_null(rq.fetch_site);
	assert_null(rq.user_agent);
	assert_null(rq.if_none_match);
	assert_null(rq.file.field);
	ctx_end(cx);
}

static void look_up(void **state)
{
	struct http_pair list[] = { { "a", "1" }, { "b", "2" }, { "a", "3" } };
	const struct http_pairs pairs = { list, COUNT(list) };

	(void)state;
	assert_string_equal(http_get(&pairs, "a"), "1");
	assert_string_equal(http_get(&pairs, "b"), "2");
	assert_null(http_get(&pairs, "c"));
	assert_int_equal(http_count(&pairs, "a"), 2);
	assert_int_equal(http_count(&pairs, "c"), 0);
}

int main(void)
{
	return RUN_ALL(SUITE(lines, request_line), SUITE(posts, post_body),
		       SUITE(most, body_limit), SUITE(urls, url_limit),
		       TEST(headers), TEST(no_headers), TEST(look_up));
}
