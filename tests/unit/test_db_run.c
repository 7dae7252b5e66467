/* test_db_run.c - values there and back, rows, errors, what is remembered. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "test_db.h"

QUERY(echo_text, ONE, "SELECT CAST(? AS CHAR(20000)) AS text", "text");
QUERY(echo_bytes, ONE, "SELECT CAST(? AS BINARY) AS bytes", "bytes");
QUERY(echo_time, ONE, "SELECT CAST(? AS DATETIME(6)) AS at", "at");
QUERY(echo_int, ONE, "SELECT CAST(? AS SIGNED) AS number", "number");
QUERY(echo_mine, ONE,
      "SELECT CAST(? AS SIGNED) AS account, CAST(? AS CHAR) AS role, CAST(? AS "
      "DATETIME(6)) "
      "AS now",
      "my_account", "my_role", "now");
QUERY(three, MANY, "SELECT seq AS n FROM seq_1_to_3 WHERE seq > ?", "above");
QUERY0(nothing, ONE, "SELECT 1 AS n FROM seq_1_to_1 WHERE FALSE");
QUERY0(sums, ONE, "SELECT SUM(seq) AS sum, COUNT(*) AS n FROM seq_1_to_9");
QUERY0(prefecture, MANY,
       "SELECT code AS value, name AS label, 1 AS n FROM prefecture");
QUERY0(bad, ONE, "SELECT nothing FROM nowhere");

/* --- There and back ------------------------------------------------------ */

struct length {
	const char *name;
	size_t n;
};

/* Texts beyond 256 bytes are fetched a second time. */
static const struct length lengths[] = {
	{ "empty", 0 },		{ "one byte", 1 },     { "just below", 255 },
	{ "at the room", 256 }, { "just above", 257 }, { "long", 20000 },
};

static void texts(void **state)
{
	const struct length *c = *state;
	struct ctx *cx = test_owner();
	char *text = mem_zero(cx, c->n + 1);
	struct row *row;

	for (size_t i = 0; i < c->n; i++)
		text[i] = (char)('a' + i % 26);
	assert_int_equal(db_one(cx, &echo_text,
				ARGS({ "text", value_text(text) }), &row),
			 ST_OK);
	assert_string_equal(row_text(row, "text"), text);
	assert_int_equal(row_value(row, "text")->n, c->n);
	assert_int_equal(row_value(row, "text")->kind, V_TEXT);
	ctx_end(cx);
}

struct text_case {
	const char *name, *text;
};

static const struct text_case odd_texts[] = {
	{ "quotation marks", "a'b\"c`d" },
	{ "a backslash", "a\\'; --" },
	{ "more than 16 bits", "𠮷野家😀" },
	{ "controls", "a\n\t\x01" },
	{ "half of a statement", "'; DROP TABLE office; -- " },
	{ "wild cards", "100%_" },
};

static void odd(void **state)
{
	const struct text_case *c = *state;
	struct ctx *cx = test_owner();
	struct row *row;

	assert_int_equal(db_one(cx, &echo_text,
				ARGS({ "text", value_text(c->text) }), &row),
			 ST_OK);
	assert_string_equal(row_text(row, "text"), c->text);
	ctx_end(cx);
}

struct number_case {
	const char *name;
	int64_t number;
};

static const struct number_case numbers[] = {
	{ "zero", 0 },
	{ "one", 1 },
	{ "minus one", -1 },
	{ "the largest", INT64_MAX },
	{ "the smallest", INT64_MIN },
};

static void number(void **state)
{
	const struct number_case *c = *state;
	struct ctx *cx = test_owner();
	struct row *row;

	assert_int_equal(db_one(cx, &echo_int,
				ARGS({ "number", value_int(c->number) }), &row),
			 ST_OK);
	assert_int_equal(row_int(row, "number"), c->number);
	ctx_end(cx);
}

static const struct number_case times[] = {
	{ "to the microsecond", 1644908400123456 },
	{ "the last microsecond of a year", 1672531199999999 },
	{ "a leap day", 1709210096000001 },
	{ "a whole second", 1644908400000000 },
	{ "never", 0 },
};

static void time_there_and_back(void **state)
{
	const struct number_case *c = *state;
	struct ctx *cx = test_owner();
	struct row *row;

	assert_int_equal(db_one(cx, &echo_time,
				ARGS({ "at", value_time(c->number) }), &row),
			 ST_OK);
	assert_int_equal(row_time(row, "at"), c->number);
	assert_int_equal(row_value(row, "at")->kind,
			 c->number ? V_TIME : V_NULL);
	ctx_end(cx);
}

/* Sixteen bytes are an id, others bytes, zeros among them. */
static void bytes(void **state)
{
	static const char raw[] = "a\0b\0c";
	struct ctx *cx = test_owner();
	struct id id = id_new();
	struct row *row;

	(void)state;
	assert_int_equal(
		db_one(cx, &echo_bytes, ARGS({ "bytes", value_id(id) }), &row),
		ST_OK);
	assert_true(id_same(row_id(row, "bytes"), id));
	assert_int_equal(
		db_one(cx, &echo_bytes,
		       ARGS({ "bytes", value_bytes(raw, sizeof(raw)) }), &row),
		ST_OK);
	assert_int_equal(row_value(row, "bytes")->kind, V_BYTES);
	assert_int_equal(row_value(row, "bytes")->n, sizeof(raw));
	assert_memory_equal(row_value(row, "bytes")->text, raw, sizeof(raw));
	ctx_end(cx);
}

static void nulls(void **state)
{
	struct ctx *cx = test_owner();
	struct row *row;

	(void)state;
	assert_int_equal(
		db_one(cx, &echo_text, ARGS({ "text", value_null() }), &row),
		ST_OK);
	assert_string_equal(row_text(row, "text"), "");
	assert_int_equal(row_value(row, "text")->kind, V_NULL);
	assert_null(row_value(row, "nothing"));
	assert_int_equal(
		db_one(cx, &echo_int, ARGS({ "number", value_null() }), &row),
		ST_OK);
	assert_int_equal(row_int(row, "number"), 0);
	ctx_end(cx);
}

static void sum_of_numbers(void **state)
{
	struct ctx *cx = test_owner();
	struct row *row;

	(void)state;
	assert_int_equal(db_one(cx, &sums, NO_ARGS, &row), ST_OK);
	assert_int_equal(row_int(row, "sum"), 45);
	assert_int_equal(row_int(row, "n"), 9);
	ctx_end(cx);
}

/* --- Who asks, and when -------------------------------------------------- */

static void mine(void **state)
{
	static const struct who who = { .account = 77,
					.role = "reviewer",
					.site = "intranet" };
	struct ctx *cx = test_owner();
	struct row *row;

	(void)state;
	cx->who = &who;
	cx->now = 1644908400123456;
	/* What a form says about it is not asked. */
	assert_int_equal(db_one(cx, &echo_mine,
				ARGS({ "my_account", value_int(1) },
				     { "my_role", value_text("administrator") },
				     { "now", value_time(SECOND) }),
				&row),
			 ST_OK);
	assert_int_equal(row_int(row, "account"), 77);
	assert_string_equal(row_text(row, "role"), "reviewer");
	assert_int_equal(row_time(row, "now"), cx->now);
	ctx_end(cx);
}

static void first_wins(void **state)
{
	struct ctx *cx = test_owner();
	struct args both = {
		.list = (const struct arg[]) { { "text", value_text("near") } },
		.n = 1,
		.more = ARGS({ "text", value_text("far") })
	};
	struct row *row;

	(void)state;
	assert_int_equal(db_one(cx, &echo_text, &both, &row), ST_OK);
	assert_string_equal(row_text(row, "text"), "near");
	ctx_end(cx);
}

static void no_value(struct ctx *cx)
{
	struct row *row;

	(void)!db_one(cx, &echo_text, ARGS({ "other", value_null() }), &row);
}

static void wrong_kind(struct ctx *cx)
{
	struct row *row;

	(void)!db_one(cx, &three, ARGS({ "above", value_int(0) }), &row);
}

static void no_column(struct ctx *cx)
{
	struct row *row;

	(void)!db_one(cx, &sums, NO_ARGS, &row);
	(void)row_text(row, "product");
}

static void remembered_mine(struct ctx *cx)
{
	const struct rows *rows;

	(void)!db_cached(cx, &echo_mine, NO_ARGS, &rows);
}

struct death {
	const char *name;
	void (*fn)(struct ctx *cx);
};

static const struct death deaths[] = {
	{ "a bind without a value", no_value },
	{ "one row of a statement for many", wrong_kind },
	{ "a column that is not there", no_column },
	{ "what hangs on who asks is not remembered", remembered_mine },
};

static void dies(void **state)
{
	const struct death *d = *state;
	struct ctx *cx = test_owner();
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		log_to(-1);
		d->fn(cx);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	ctx_end(cx);
}

/* --- Rows ---------------------------------------------------------------- */

static void many(void **state)
{
	struct ctx *cx = test_owner();
	struct rows rows;
	struct row *row;

	(void)state;
	assert_int_equal(
		db_many(cx, &three, ARGS({ "above", value_int(1) }), &rows),
		ST_OK);
	assert_int_equal(rows.n, 2);
	assert_int_equal(row_int(rows.list[1], "n"), 3);
	assert_int_equal(
		db_many(cx, &three, ARGS({ "above", value_int(3) }), &rows),
		ST_OK);
	assert_int_equal(rows.n, 0);
	assert_int_equal(db_one(cx, &nothing, NO_ARGS, &row), ST_NOT_FOUND);
	ctx_end(cx);
}

struct reading {
	int64_t sum;
	int64_t stop_at;
	enum status with;
};

static enum status add(struct ctx *cx, void *arg, const struct row *row)
{
	struct reading *r = arg;

	(void)cx;
	r->sum += row_int(row, "n");
	return row_int(row, "n") == r->stop_at ? r->with : ST_OK;
}

struct each_case {
	const char *name;
	struct reading reading;
	int64_t sum;
	enum status status;
};

static const struct each_case eachs[] = {
	{ "to the end", { 0, 0, ST_OK }, 6, ST_OK },
	{ "a failure ends it", { 0, 2, ST_IO }, 3, ST_IO },
	{ "whatever it is", { 0, 1, ST_STATE }, 1, ST_STATE },
	{ "not found is passed on as well",
	  { 0, 2, ST_NOT_FOUND },
	  3,
	  ST_NOT_FOUND },
};

static void each(void **state)
{
	const struct each_case *c = *state;
	struct ctx *cx = test_owner();
	struct reading r = c->reading;
	struct rows rows;

	assert_int_equal(
		db_each(cx, &three, ARGS({ "above", value_int(0) }), add, &r),
		c->status);
	assert_int_equal(r.sum, c->sum);
	/* The connection is free for the next one. */
	assert_int_equal(
		db_many(cx, &three, ARGS({ "above", value_int(0) }), &rows),
		ST_OK);
	assert_int_equal(rows.n, 3);
	ctx_end(cx);
}

/* --- Remembered, counted, refused ---------------------------------------- */

static void cached(void **state)
{
	struct ctx *cx = test_owner(), *request = ctx_new(cx);
	const struct rows *first, *second, *other;

	(void)state;
	assert_int_equal(db_cached(request, &three,
				   ARGS({ "above", value_int(0) }), &first),
			 ST_OK);
	ctx_end(request);
	(void)db_count(cx->db);
	assert_int_equal(
		db_cached(cx, &three, ARGS({ "above", value_int(0) }), &second),
		ST_OK);
	assert_int_equal(db_count(cx->db), 0);
	assert_ptr_equal(first, second);
	assert_int_equal(row_int(second->list[2], "n"), 3);
	assert_int_equal(
		db_cached(cx, &three, ARGS({ "above", value_int(2) }), &other),
		ST_OK);
	assert_int_equal(db_count(cx->db), 1);
	assert_int_equal(other->n, 1);
	assert_int_equal(first->n, 3);
	ctx_end(cx);
}

/* Prepared once: the second run is one round trip. */
static void prepared_once(void **state)
{
	struct ctx *cx = test_owner();
	struct row *row;

	(void)state;
	assert_int_equal(db_one(cx, &sums, NO_ARGS, &row), ST_OK);
	(void)db_count(cx->db);
	assert_int_equal(db_one(cx, &sums, NO_ARGS, &row), ST_OK);
	assert_int_equal(db_count(cx->db), 1);
	ctx_end(cx);
}

static void refused(void **state)
{
	struct ctx *cx = test_owner();
	struct row *row;

	(void)state;
	log_to(-1);
	assert_int_equal(db_one(cx, &bad, NO_ARGS, &row), ST_DB);
	log_to(STDERR_FILENO);
	assert_int_equal(db_one(cx, &sums, NO_ARGS, &row), ST_OK);
	ctx_end(cx);
}

static void no_server(void **state)
{
	struct ctx *cx = test_owner();
	struct db_config wrong = *cx->db->config;
	struct row *row;

	(void)state;
	wrong.socket = "/nonexistent/socket";
	cx->db = db_new(cx, &wrong);
	log_to(-1);
	assert_int_equal(db_one(cx, &sums, NO_ARGS, &row), ST_DB);
	assert_int_equal(db_begin(cx), ST_DB);
	log_to(STDERR_FILENO);
	ctx_end(cx);
}

static void describes(void **state)
{
	struct ctx *cx = test_owner();
	struct db_column *columns;
	size_t n;

	(void)state;
	assert_int_equal(db_describe(cx, &prefecture, &columns, &n), ST_OK);
	assert_int_equal(n, 3);
	assert_string_equal(columns[0].name, "value");
	assert_int_equal(columns[0].width, 2);
	assert_string_equal(columns[1].name, "label");
	assert_int_equal(columns[1].width, 10);
	assert_int_equal(columns[2].width, 0);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(lengths, texts), SUITE(odd_texts, odd),
		       SUITE(numbers, number),
		       SUITE(times, time_there_and_back), TEST(bytes),
		       TEST(nulls), TEST(sum_of_numbers), TEST(mine),
		       TEST(first_wins), SUITE(deaths, dies), TEST(many),
		       SUITE(eachs, each), TEST(cached), TEST(prepared_once),
		       TEST(refused), TEST(no_server), TEST(describes));
}
