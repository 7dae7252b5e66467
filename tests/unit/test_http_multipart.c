/* test_http_multipart.c - multipart bodies, cut into pieces of every size. */
#include <fcntl.h>
#include <unistd.h>

#include "test.h"
#include "test_http.h"
#include "http/multipart.h"

#define TYPE "multipart/form-data; boundary=B"
#define PART "--B\r\nContent-Disposition: form-data; "
#define END "\r\n--B--\r\n"

static const struct http_limits limits = { .body = 100 * 1024,
					   .file = 1000,
					   .tmp = "/tmp" };

/* found: fields as a=1|b=2, then " + field:name:content" of the file. */
static struct body {
	const char *name, *type, *body;
	int answer;
	const char *found;
} bodies[] = {
	{ "one field", TYPE, PART "name=\"a\"\r\n\r\n1" END, 0, "a=1" },
	{ "two fields", TYPE,
	  PART "name=\"a\"\r\n\r\n1\r\n" PART
	       "name=\"b\"\r\n\r\n\xe3\x81\x82" END,
	  0, "a=1|b=あ" },
	{ "twice stays twice", TYPE,
	  PART "name=a\r\n\r\n1\r\n" PART "name=a\r\n\r\n2" END, 0, "a=1|a=2" },
	{ "empty value", TYPE, PART "name=\"a\"\r\n\r\n" END, 0, "a=" },
	{ "no parts", TYPE, "--B--", 0, "" },
	{ "last boundary without a line end", TYPE,
	  PART "name=a\r\n\r\n1\r\n--B--", 0, "a=1" },
	{ "file", TYPE,
	  PART "name=\"f\"; filename=\"b.xlsx\"\r\nContent-Type: x/y\r\n\r\n"
	       "\r\nPK\r\n--A\r\r\n-" END,
	  0, " + f:b.xlsx:\r\nPK\r\n--A\r\r\n-" },
	{ "file and field", TYPE,
	  PART "name=\"f\"; filename=\"b\"\r\n\r\nX\r\n" PART
	       "name=\"a\"\r\n\r\n1" END,
	  0, "a=1 + f:b:X" },
	{ "empty file with a name", TYPE,
	  PART "name=\"f\"; filename=\"b\"\r\n\r\n" END, 0, " + f:b:" },
	{ "no file chosen", TYPE,
	  PART "name=\"f\"; filename=\"\"\r\n"
	       "Content-Type: application/octet-stream\r\n\r\n" END,
	  0, "" },
	{ "file without a name", TYPE,
	  PART "name=\"f\"; filename=\"\"\r\n\r\nX" END, 0, " + f::X" },
	{ "no file chosen, then one", TYPE,
	  PART "name=\"f\"; filename=\"\"\r\n\r\n\r\n" PART
	       "name=\"g\"; filename=\"b\"\r\n\r\nX" END,
	  0, " + g:b:X" },
	{ "two files", TYPE,
	  PART "name=\"f\"; filename=\"b\"\r\n\r\nX\r\n" PART
	       "name=\"f\"; filename=\"c\"\r\n\r\nY" END,
	  413, NULL },
	{ "two empty files", TYPE,
	  PART "name=\"f\"; filename=\"b\"\r\n\r\n\r\n" PART
	       "name=\"f\"; filename=\"c\"\r\n\r\n" END,
	  413, NULL },

	{ "boundary nearly inside", TYPE,
	  PART "name=a\r\n\r\n\r\n--\r\n-\r\r\n--C--B\n--B" END, 0,
	  "a=\r\n--\r\n-\r\r\n--C--B\n--B" },
	{ "preamble and epilogue", TYPE,
	  "read me --B\r\n-\r\n" PART "name=a\r\n\r\n1" END "--B\r\n junk", 0,
	  "a=1" },
	{ "blanks behind a boundary", TYPE,
	  "--B \t\r\nContent-Disposition: form-data; name=a\r\n\r\n1" END, 0,
	  "a=1" },
	{ "line feeds only", TYPE,
	  "--B\nContent-Disposition: form-data; name=a\n\n1\n--B--\n", 400,
	  NULL },
	{ "line feed in the head", TYPE,
	  "--B\r\nContent-Disposition: form-data; name=a\n\r\n\r\n1" END, 400,
	  NULL },
	{ "return in the head", TYPE, PART "name=a\rX: y\r\n\r\n1" END, 400,
	  NULL },
	{ "line feed before a boundary is data", TYPE,
	  PART "name=a\r\n\r\n1\n--B--\r\n" END, 0, "a=1\n--B--\r\n" },
	{ "something behind a boundary", TYPE, "--BX\r\n", 400, NULL },
	{ "half an end", TYPE, PART "name=a\r\n\r\n1\r\n--B-\r\n", 400, NULL },
	{ "no last boundary", TYPE, PART "name=a\r\n\r\n1", 400, NULL },
	{ "cut in the boundary", TYPE, PART "name=a\r\n\r\n1\r\n--", 400,
	  NULL },
	{ "cut in the head", TYPE, PART "name=a\r\n", 400, NULL },
	{ "nothing at all", TYPE, "", 400, NULL },
	{ "no boundary in the body", TYPE, "a=1&b=2", 400, NULL },

	{ "no head", TYPE, "--B\r\n\r\n1" END, 400, NULL },
	{ "no disposition", TYPE, "--B\r\nContent-Type: a/b\r\n\r\n1" END, 400,
	  NULL },
	{ "no name", TYPE, "--B\r\nContent-Disposition: form-data\r\n\r\n1" END,
	  400, NULL },
	{ "another disposition", TYPE,
	  "--B\r\nContent-Disposition: attachment; name=a\r\n\r\n1" END, 400,
	  NULL },
	{ "disposition twice", TYPE,
	  "--B\r\nContent-Disposition: form-data; name=a\r\n"
	  "Content-Disposition: form-data; name=b\r\n\r\n1" END,
	  400, NULL },
	{ "name twice", TYPE, PART "name=a; name=b\r\n\r\n1" END, 400, NULL },
	{ "small letters", TYPE,
	  "--B\r\ncontent-disposition:FORM-DATA;NAME=a  \r\n\r\n1" END, 0,
	  "a=1" },
	{ "folded line", TYPE,
	  "--B\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\n1" END, 400,
	  NULL },
	{ "line without a colon", TYPE, PART "name=a\r\nX\r\n\r\n1" END, 400,
	  NULL },
	{ "encoded in base64", TYPE,
	  PART "name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==" END,
	  400, NULL },
	{ "binary", TYPE,
	  PART "name=a\r\nContent-Transfer-Encoding: Binary\r\n\r\n1" END, 0,
	  "a=1" },
	{ "value is no UTF-8", TYPE, PART "name=a\r\n\r\n\xe3\x81" END, 400,
	  NULL },
	{ "name is no UTF-8", TYPE, PART "name=\"\xff\"\r\n\r\n1" END, 400,
	  NULL },
	{ "file is no UTF-8", TYPE,
	  PART "name=f; filename=b\r\n\r\n\xff\xfe" END, 0, " + f:b:\xff\xfe" },

	{ "quotes inside, escaped", TYPE,
	  PART "name=\"a\\\"b\\\\c\"\r\n\r\n1" END, 0, "a\"b\\c=1" },
	{ "semicolon inside", TYPE, PART "name=\"a;name=b\"\r\n\r\n1" END, 0,
	  "a;name=b=1" },
	{ "open quote", TYPE, PART "name=\"a\r\n\r\n1" END, 400, NULL },
	{ "quote at the end of an escape", TYPE,
	  PART "name=\"a\\\"\r\n\r\n1" END, 400, NULL },
	{ "something behind the quote", TYPE, PART "name=\"a\"b\r\n\r\n1" END,
	  400, NULL },
	{ "quotes of browsers", TYPE,
	  PART "name=f; filename=\"%22b%22.xlsx\"\r\n\r\nX" END, 0,
	  " + f:\"b\".xlsx:X" },
	{ "path of Windows", TYPE,
	  PART "name=f; filename=\"C:\\temp\\b.xlsx\"\r\n\r\nX" END, 0,
	  " + f:b.xlsx:X" },
	{ "path of Unix", TYPE,
	  PART "name=f; filename=\"../../etc/b\"\r\n\r\nX" END, 0, " + f:b:X" },
	{ "nothing but a path", TYPE,
	  PART "name=f; filename=\"a/\"\r\n\r\nX" END, 0, " + f::X" },
	{ "coded name wins", TYPE,
	  PART "name=f; filename=b; filename*=utf-8'ja'%E8%A6%8B%e6%9c%ac"
	       "\r\n\r\nX" END,
	  0, " + f:見本:X" },
	{ "coded path", TYPE,
	  PART "name=f; filename*=UTF-8''..%2F..%5Cb%0a\r\n\r\nX" END, 0,
	  " + f:b_:X" },
	{ "coded in another set", TYPE,
	  PART "name=f; filename*=ISO-8859-1''b\r\n\r\nX" END, 400, NULL },
	{ "coded NUL", TYPE, PART "name=f; filename*=UTF-8''b%00\r\n\r\nX" END,
	  400, NULL },
	{ "coded and broken", TYPE,
	  PART "name=f; filename*=UTF-8''b%0\r\n\r\nX" END, 400, NULL },
	{ "coded without a set", TYPE, PART "name=f; filename*=b\r\n\r\nX" END,
	  400, NULL },

	{ "boundary in quotes", "Multipart/Form-Data; boundary=\"B\"",
	  PART "name=a\r\n\r\n1" END, 0, "a=1" },
	{ "boundary missing", "multipart/form-data", PART, 400, NULL },
	{ "boundary empty", "multipart/form-data; boundary=\"\"", PART, 400,
	  NULL },
	{ "boundary twice", TYPE "; boundary=C", PART, 400, NULL },
	{ "boundary with a bad character", "multipart/form-data; boundary=B<",
	  PART, 400, NULL },
	{ "boundary ends in a blank", "multipart/form-data; boundary=\"B \"",
	  PART, 400, NULL },
	{ "other multipart", "multipart/mixed; boundary=B", PART, 415, NULL },
};

static const char *found(struct ctx *cx, const struct http_request *rq)
{
	const struct http_file *f = &rq->file;
	char content[1100] = "";

	if (!f->field)
		return given_pairs(cx, &rq->body);
	assert_int_equal(read(f->fd, content, sizeof(content) - 1), f->size);
	return mem_printf(cx, "%s + %s:%s:%s", given_pairs(cx, &rq->body),
			  f->field, f->name, content);
}

static void read_body(void **state)
{
	const struct body *c = *state;

	/* At once or byte by byte, its length announced or not. */
	for (size_t i = 0; i < 4; i++) {
		struct ctx *cx = ctx_new(NULL);
		struct given g = { .env = { "REQUEST_METHOD=POST",
					    "SCRIPT_NAME=/" },
				   .body = c->body,
				   .n = strlen(c->body),
				   .piece = i % 2 };
		struct http_request rq;

		given_add(&g, mem_printf(cx, "CONTENT_TYPE=%s", c->type));
		if (i / 2)
			given_add(&g,
				  mem_printf(cx, "CONTENT_LENGTH=%zu", g.n));
		assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
		if (c->found)
			assert_string_equal(found(cx, &rq), c->found);
		ctx_end(cx);
	}
}

static int note_part(void *arg, const struct multipart_part *part)
{
	buf_printf(arg, "<%s>", part->name);
	return 0;
}

static int note_data(void *arg, const char *s, size_t n)
{
	buf_add_n(arg, s, n);
	return 0;
}

static int note_end(void *arg)
{
	buf_add(arg, "</>");
	return 0;
}

static int feed(struct buf *to, const char *s, size_t piece)
{
	const struct multipart_sink sink = { note_part, note_data, note_end,
					     to };
	struct multipart m;
	int bad = multipart_init(&m, to->cx, "B", &sink);

	for (size_t n = strlen(s); !bad && n > 0;) {
		size_t k = n < piece ? n : piece;

		bad = multipart_feed(&m, s, k);
		s += k;
		n -= k;
	}
	return bad ? bad : multipart_end(&m);
}

/* http_read() fills its buffer before it goes on: the parser itself is cut
 * here, at every even distance. */
static void cut_anywhere(void **state)
{
	const struct body *c = *state;
	size_t n = strlen(c->body);

	for (size_t piece = 1; piece < n; piece++) {
		struct ctx *cx = ctx_new(NULL);
		struct buf whole, cut;
		int bad;

		buf_init(&whole, cx);
		buf_init(&cut, cx);
		bad = feed(&whole, c->body, n);
		assert_int_equal(feed(&cut, c->body, piece), bad);
		if (!bad)
			assert_string_equal(cut.text, whole.text);
		ctx_end(cx);
	}
}

/* head, unit n times, tail; what one more or less of it changes. */
static struct limit {
	const char *name, *head, *unit;
	size_t n;
	const char *tail;
	int answer;
} most[] = {
	{ "file of 1,000", PART "name=f; filename=b\r\n\r\n", "X", 1000, END,
	  0 },
	{ "file of 1,001", PART "name=f; filename=b\r\n\r\n", "X", 1001, END,
	  413 },
	{ "500 fields", "", PART "name=a\r\n\r\n1\r\n", 500, "--B--", 0 },
	{ "501 fields", "", PART "name=a\r\n\r\n1\r\n", 501, "--B--", 413 },
	{ "value of 10,000", PART "name=a\r\n\r\n", "あ", 10000, END, 0 },
	{ "value of 10,001", PART "name=a\r\n\r\n", "あ", 10001, END, 413 },
	{ "value above 40,000 bytes", PART "name=a\r\n\r\n", "X", 40001, END,
	  413 },
	{ "name of 64", PART "name=", "a", 64, "\r\n\r\n1" END, 0 },
	{ "name of 65", PART "name=", "a", 65, "\r\n\r\n1" END, 413 },
	/* Its other lines and line ends are 47 bytes. */
	{ "head of 8 kB", PART "name=a\r\nX: ", "x", 8192 - 47, "\r\n\r\n1" END,
	  0 },
	{ "head above 8 kB", PART "name=a\r\nX: ", "x", 8192 - 46,
	  "\r\n\r\n1" END, 400 },
	{ "preamble within the body", "", "X", 100 * 1024 - 7, "\r\n--B--", 0 },
	{ "preamble above", "", "X", 100 * 1024 - 6, "\r\n--B--", 413 },
	{ "epilogue above", "--B--", "X", 100 * 1024 - 4, "", 413 },
	{ "empty parts above", "", PART "name=f; filename=\"\"\r\n\r\n\r\n",
	  2000, "--B--", 413 },
};

static void part_limit(void **state)
{
	const struct limit *c = *state;

	for (int said = 0; said < 2; said++) {
		struct ctx *cx = ctx_new(NULL);
		struct given g = { .env = { "REQUEST_METHOD=POST",
					    "SCRIPT_NAME=/",
					    "CONTENT_TYPE=" TYPE } };
		struct http_request rq;
		struct buf b;

		buf_init(&b, cx);
		buf_add(&b, c->head);
		for (size_t i = 0; i < c->n; i++)
			buf_add(&b, c->unit);
		buf_add(&b, c->tail);
		g.body = b.text;
		g.n = b.n;
		if (said)
			given_add(&g,
				  mem_printf(cx, "CONTENT_LENGTH=%zu", b.n));
		assert_int_equal(given_http(cx, &g, &limits, &rq), c->answer);
		ctx_end(cx);
	}
}

/* A screen that takes no file. */
static struct without {
	const char *name, *body;
	int answer;
} withouts[] = {
	{ "a field", PART "name=a\r\n\r\n1" END, 0 },
	{ "nothing chosen", PART "name=f; filename=\"\"\r\n\r\n" END, 0 },
	{ "a file", PART "name=f; filename=\"b\"\r\n\r\nX" END, 413 },
	{ "an empty file", PART "name=f; filename=\"b\"\r\n\r\n" END, 413 },
};

static void without_files(void **state)
{
	static const struct http_limits none = { .body = 1000, .tmp = "/tmp" };
	const struct without *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct given g = { .env = { "REQUEST_METHOD=POST", "SCRIPT_NAME=/",
				    "CONTENT_TYPE=" TYPE },
			   .body = c->body,
			   .n = strlen(c->body) };
	struct http_request rq;

	assert_int_equal(given_http(cx, &g, &none, &rq), c->answer);
	assert_int_equal(rq.file.fd, -1);
	ctx_end(cx);
}

static int with_file(struct ctx *cx, const char *tmp, struct http_request *rq)
{
	static const char body[] = PART "name=f; filename=b\r\n\r\nX" END;
	const struct http_limits one = { .body = 1000, .file = 1, .tmp = tmp };
	struct given g = { .env = { "REQUEST_METHOD=POST", "SCRIPT_NAME=/",
				    "CONTENT_TYPE=" TYPE },
			   .body = body,
			   .n = strlen(body) };

	return given_http(cx, &g, &one, rq);
}

static void file_goes_with_context(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct http_request rq;
	int fd;

	(void)state;
	assert_int_equal(with_file(cx, "/tmp", &rq), 0);
	fd = rq.file.fd;
	assert_int_equal(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	ctx_end(cx);
	assert_int_equal(fcntl(fd, F_GETFD), -1);
}

static void folder_missing(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct http_request rq;

	(void)state;
	assert_int_equal(with_file(cx, "/nowhere/at/all", &rq), 500);
	ctx_end(cx);
}

/* 70 characters are allowed. */
static void long_boundary(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct multipart_sink sink = { 0 };
	struct multipart m;
	char b[MULTIPART_BOUNDARY + 2];

	(void)state;
	memset(b, 'x', sizeof(b));
	b[MULTIPART_BOUNDARY + 1] = '\0';
	assert_int_equal(multipart_init(&m, cx, b, &sink), 400);
	b[MULTIPART_BOUNDARY] = '\0';
	assert_int_equal(multipart_init(&m, cx, b, &sink), 0);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(bodies, read_body), SUITE(bodies, cut_anywhere),
		       SUITE(most, part_limit), SUITE(withouts, without_files),
		       TEST(file_goes_with_context), TEST(folder_missing),
		       TEST(long_boundary));
}
