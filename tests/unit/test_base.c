/* test_base.c - contexts, ids, growing texts, the log. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/random.h"

#include "test.h"

/* --- Contexts ------------------------------------------------------------ */

static struct {
	char text[16];
	size_t n;
} ended;

static void note(void *arg)
{
	ended.text[ended.n++] = *(const char *)arg;
	ended.text[ended.n] = '\0';
}

/* The latest first; those of children before those of their parent. */
static void at_end(void **state)
{
	static char names[] = "abcde";
	struct ctx *cx = ctx_new(NULL), *child;

	(void)state;
	ended.n = 0;
	mem_at_end(cx, note, &names[0]);
	mem_at_end(cx, note, &names[1]);
	child = ctx_new(cx);
	mem_at_end(child, note, &names[2]);
	mem_at_end(child, note, &names[3]);
	ctx_end(child);
	assert_string_equal(ended.text, "dc");
	child = ctx_new(cx);
	mem_at_end(child, note, &names[4]);
	ctx_end(cx);
	assert_string_equal(ended.text, "dceba");
}

static void child_knows(void **state)
{
	static const struct who who = { .role = "applicant", .account = 7 };
	struct ctx *cx = ctx_new(NULL), *child;

	(void)state;
	assert_string_equal(cx->who->role, "");
	assert_true(cx->now > 0);
	cx->who = &who;
	cx->now = 5;
	child = ctx_new(cx);
	assert_int_equal(child->who->account, 7);
	assert_int_equal(child->now, 5);
	child->now = 6;
	assert_int_equal(cx->now, 5);
	ctx_end(cx);
}

static void memory(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const char *zeros = mem_zero(cx, 100);
	int *list = mem_array(cx, 3, sizeof(*list));

	(void)state;
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(zeros[i], 0);
	assert_non_null(mem_array(cx, 0, 8));
	list[2] = 9;
	list = mem_grow(cx, list, 1000, sizeof(*list));
	assert_int_equal(list[2], 9);
	assert_string_equal(mem_text_n(cx, "abc", 2), "ab");
	assert_string_equal(mem_text_n(cx, "abc", 9), "abc");
	assert_string_equal(mem_printf(cx, "%s-%d", "a", 1), "a-1");
	ctx_end(cx);
}

static void too_much(struct ctx *cx)
{
	(void)mem_array(cx, SIZE_MAX / 2, 3);
}

static void out_of_memory(struct ctx *cx)
{
	(void)mem_zero(cx, SIZE_MAX / 4);
}

static void bad_format(struct ctx *cx)
{
	(void)cx;
	BUG("a bug %d", 1);
}

struct death {
	const char *name;
	void (*fn)(struct ctx *cx);
};

static const struct death deaths[] = {
	{ "an array beyond all sizes", too_much },
	{ "no memory", out_of_memory },
	{ "a bug of ours", bad_format },
};

/* Never NULL, never "go on": the program ends. */
static void dies(void **state)
{
	const struct death *d = *state;
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		log_to(-1);
		d->fn(ctx_new(NULL));
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

/* --- Ids ----------------------------------------------------------------- */

struct id_case {
	const char *name, *text;
	bool good;
};

static const struct id_case ids[] = {
	{ "an id", "0123456789abcdef0123456789abcdef", true },
	{ "all zero is none, and readable", "00000000000000000000000000000000",
	  true },
	{ "empty", "", false },
	{ "a digit less", "0123456789abcdef0123456789abcde", false },
	{ "a digit more", "0123456789abcdef0123456789abcdef0", false },
	{ "capitals", "0123456789ABCDEF0123456789ABCDEF", false },
	{ "no digit", "0123456789abcdeg0123456789abcdef", false },
	{ "a space", " 123456789abcdef0123456789abcdef", false },
	{ "a sign", "-123456789abcdef0123456789abcdef", false },
	{ "full width", "０123456789abcdef0123456789abc", false },
};

static void id(void **state)
{
	const struct id_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct id got = { { 9 } };

	assert_int_equal(id_parse(c->text, &got), c->good);
	if (c->good)
		assert_string_equal(id_text(cx, got), c->text);
	else
		assert_false(id_set(got));
	ctx_end(cx);
}

static void new_ids(void **state)
{
	struct id a = id_new(), b = id_new(), none = { { 0 } };

	(void)state;
	assert_true(id_set(a));
	assert_false(id_set(none));
	assert_false(id_same(a, b));
	assert_true(id_same(a, a));
}

static void chance(void **state)
{
	bool seen[10] = { false };

	(void)state;
	for (int i = 0; i < 1000; i++) {
		uint32_t n = random_below(COUNT(seen));

		assert_true(n < COUNT(seen));
		seen[n] = true;
	}
	for (size_t i = 0; i < COUNT(seen); i++)
		assert_true(seen[i]);
}

/* --- Texts that grow ----------------------------------------------------- */

static void grows(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	assert_string_equal(b.text, "");
	for (int i = 0; i < 5000; i++)
		buf_printf(&b, "%d,", i % 10);
	assert_int_equal(b.n, 10000);
	assert_int_equal(strlen(b.text), 10000);
	buf_clear(&b);
	assert_string_equal(b.text, "");
	buf_add_n(&b, "a\0b", 3);
	buf_char(&b, 'c');
	buf_add(&b, "de");
	assert_int_equal(b.n, 6);
	assert_memory_equal(b.text, "a\0bcde", 7);
	ctx_end(cx);
}

/* --- The log ------------------------------------------------------------- */

struct log_case {
	const char *name, *text, *line;
};

static const struct log_case lines[] = {
	{ "a word", "office", "\"office\"" },
	{ "nothing", "", "\"\"" },
	{ "a quotation mark", "a\"b", "\"a\\\"b\"" },
	{ "a backslash", "a\\b", "\"a\\\\b\"" },
	{ "a line that is forged", "a\n{\"event\":\"x\"}",
	  "\"a\\u000a{\\\"event\\\":\\\"x\\\"}\"" },
	{ "carriage return and tab", "a\r\tb", "\"a\\u000d\\u0009b\"" },
	{ "a terminal sequence", "\x1B[2J", "\"\\u001b[2J\"" },
	{ "delete", "a\x7F", "\"a\\u007f\"" },
	{ "Japanese", "事業所", "\"事業所\"" },
};

static void read_line(int fd, char *to, size_t room)
{
	ssize_t n = read(fd, to, room - 1);

	assert_true(n > 0);
	to[n] = '\0';
}

/* Bytes that could end a line or command a terminal are written out. */
static void log_line(void **state)
{
	const struct log_case *c = *state;
	char line[8192], should[1024];
	int fds[2];

	assert_int_equal(pipe(fds), 0);
	log_to(fds[1]);
	log_request("r1");
	log_event("test", LOG_TEXT("word", c->text), LOG_INT("n", -5));
	log_to(STDERR_FILENO);
	log_request("");
	read_line(fds[0], line, sizeof(line));
	(void)snprintf(should, sizeof(should),
		       ",\"event\":\"test\",\"rid\":\"r1\",\"word\":%s,"
		       "\"n\":-5}\n",
		       c->line);
	assert_non_null(strstr(line, should));
	assert_memory_equal(line, "{\"t\":\"", 6);
	assert_ptr_equal(strchr(line, '\n') + 1, line + strlen(line));
	(void)close(fds[0]);
	(void)close(fds[1]);
}

/* However much is said: one line, closed. */
static void long_line(void **state)
{
	char line[8192], text[3000];
	int fds[2];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_int_equal(pipe(fds), 0);
	log_to(fds[1]);
	log_event(text, LOG_TEXT("a", text), LOG_TEXT("b", text),
		  LOG_TEXT("c", text), LOG_TEXT("d", text), LOG_TEXT("e", text),
		  LOG_TEXT("f", text), LOG_TEXT("g", text), LOG_TEXT("h", text),
		  LOG_TEXT("i", text), LOG_TEXT("j", text));
	log_to(STDERR_FILENO);
	read_line(fds[0], line, sizeof(line));
	assert_true(strlen(line) <= 4096);
	assert_int_equal(line[strlen(line) - 1], '\n');
	(void)close(fds[0]);
	(void)close(fds[1]);
}

/* --- The clock ----------------------------------------------------------- */

struct time_case {
	const char *name;
	int64_t us;
	const char *text;
};

static const struct time_case times[] = {
	{ "the beginning", 0, "1970-01-01T00:00:00.000Z" },
	{ "a leap day", 1709210096123456, "2024-02-29T12:34:56.123Z" },
	{ "the end of a year", 1672531199999999, "2022-12-31T23:59:59.999Z" },
};

static void rfc3339(void **state)
{
	const struct time_case *c = *state;
	char text[40];

	clock_rfc3339(c->us, text);
	assert_string_equal(text, c->text);
}

static void moved(void **state)
{
	char path[] = "/tmp/sesshu-clock.XXXXXX";
	int fd = mkstemp(path);
	int64_t before = clock_now();

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "3600\n", 5), 5);
	clock_offset_file(path);
	assert_in_range(clock_now() - before, 3599 * SECOND, 3700 * SECOND);
	assert_in_range(clock_real() - before, 0, 100 * SECOND);
	clock_offset_file(NULL);
	assert_in_range(clock_now() - before, 0, 100 * SECOND);
	(void)close(fd);
	(void)unlink(path);
}

int main(void)
{
	return RUN_ALL(TEST(at_end), TEST(child_knows), TEST(memory),
		       SUITE(deaths, dies), SUITE(ids, id), TEST(new_ids),
		       TEST(chance), TEST(grows), SUITE(lines, log_line),
		       TEST(long_line), SUITE(times, rfc3339), TEST(moved));
}
