/* test_db_transaction.c - all or nothing, again when the server asks for it,
 * and connections that die. */
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "test_db.h"

QUERY0(make, EXEC,
       "CREATE OR REPLACE TABLE test_thing (id INT PRIMARY KEY, "
       "name VARCHAR(20) NOT NULL, n INT NULL, note TEXT NULL, "
       "public_id BINARY(16) NULL, at DATETIME(6) NULL, "
       "UNIQUE KEY test_thing_name (name))");
QUERY0(drop, EXEC, "DROP TABLE test_thing");
QUERY(insert, EXEC, "INSERT INTO test_thing (id, name, n) VALUES (?, ?, ?)",
      "id", "name", "n");
QUERY(load, ONE, "SELECT id, name, n FROM test_thing WHERE id = ?", "id");
QUERY(add, EXEC, "UPDATE test_thing SET n = n + 1 WHERE id = ?", "id");
QUERY0(count, ONE, "SELECT COUNT(*) AS n FROM test_thing");
QUERY(insert_more, EXEC,
      "INSERT INTO test_thing (id, name, n, note, public_id, at) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      "id", "name", "n", "note", "public_id", "at");
QUERY0(check, ONE,
       "SELECT COUNT(*) AS rows_, COUNT(n) AS numbers, COUNT(note) AS notes, "
       "COUNT(public_id) AS ids, COUNT(at) AS times, SUM(n) AS sum, "
       "SUM(LENGTH(note)) AS length, COUNT(DISTINCT public_id) AS different "
       "FROM test_thing");
QUERY(load_more, ONE,
      "SELECT name, n, note, public_id, at FROM test_thing WHERE id = ?", "id");

static int set_up(void **state)
{
	struct ctx *cx = test_owner();

	*state = cx;
	return db_exec(cx, &make, NO_ARGS, NULL) == ST_OK ? 0 : -1;
}

static int tear_down(void **state)
{
	struct ctx *cx = *state;

	log_to(STDERR_FILENO);
	(void)!db_exec(cx, &drop, NO_ARGS, NULL);
	ctx_end(cx);
	return 0;
}

static enum status put(struct ctx *cx, int64_t id, const char *name, int64_t n)
{
	return db_exec(cx, &insert,
		       ARGS({ "id", value_int(id) },
			    { "name", value_text(name) },
			    { "n", value_int(n) }),
		       NULL);
}

static int64_t number_of(struct ctx *cx, int64_t id)
{
	struct row *row;

	assert_int_equal(db_one(cx, &load, ARGS({ "id", value_int(id) }), &row),
			 ST_OK);
	return row_int(row, "n");
}

static int64_t rows_in(struct ctx *cx)
{
	struct row *row;

	assert_int_equal(db_one(cx, &count, NO_ARGS, &row), ST_OK);
	return row_int(row, "n");
}

/* --- All or nothing ------------------------------------------------------ */

struct plan {
	enum status with; /* what fn returns in the end */
	int tries, lost;  /* how often it ran; how often it loses its server */
};

static enum status work(struct ctx *cx, void *arg)
{
	struct plan *p = arg;

	p->tries++;
	TRY(put(cx, 1, "one", p->tries));
	if (p->tries <= p->lost)
		test_kill(cx);
	TRY(put(cx, 2, "two", p->tries));
	return p->with;
}

static void commits(void **state)
{
	struct ctx *cx = *state;
	struct plan p = { ST_OK, 0, 0 };

	assert_int_equal(db_transaction(cx, work, &p), ST_OK);
	assert_int_equal(p.tries, 1);
	assert_int_equal(rows_in(cx), 2);
}

static void rolls_back(void **state)
{
	struct ctx *cx = *state;
	struct plan p = { ST_INVALID, 0, 0 };

	assert_int_equal(db_transaction(cx, work, &p), ST_INVALID);
	assert_int_equal(p.tries, 1);
	assert_int_equal(rows_in(cx), 0);
}

static void thrice_at_most(void **state)
{
	struct ctx *cx = *state;
	struct plan p = { ST_RETRY, 0, 0 };

	log_to(-1);
	assert_int_equal(db_transaction(cx, work, &p), ST_DB);
	assert_int_equal(p.tries, 3);
	assert_int_equal(rows_in(cx), 0);
}

/* The server goes away in the middle: everything is done once more. */
static void survives_loss(void **state)
{
	struct ctx *cx = *state;
	struct plan p = { ST_OK, 0, 2 };

	log_to(-1);
	assert_int_equal(db_transaction(cx, work, &p), ST_OK);
	assert_int_equal(p.tries, 3);
	assert_int_equal(rows_in(cx), 2);
	assert_int_equal(number_of(cx, 1), 3);
}

/* One that was idle meanwhile: nobody notices. */
static void idle_loss(void **state)
{
	struct ctx *cx = *state;

	log_to(-1);
	assert_int_equal(put(cx, 1, "one", 5), ST_OK);
	test_kill(cx);
	assert_int_equal(number_of(cx, 1), 5);
	test_kill(cx);
	assert_int_equal(db_begin(cx), ST_OK);
	assert_int_equal(put(cx, 2, "two", 6), ST_OK);
	assert_int_equal(db_commit(cx), ST_OK);
	assert_int_equal(number_of(cx, 2), 6);
}

static void rests(void **state)
{
	struct ctx *cx = *state;

	assert_int_equal(put(cx, 1, "one", 5), ST_OK);
	db_rest(cx->db, 1000000000);
	assert_non_null(cx->db->mysql);
	db_rest(cx->db, 0);
	assert_null(cx->db->mysql);
	assert_int_equal(number_of(cx, 1), 5);
}

/* --- Others at work ------------------------------------------------------ */

/* Two that lock two rows in opposite order: one must give way, and both are
 * done in the end. */
struct rivals {
	int64_t first, second;
	int say, hear; /* pipes */
	int tries;
};

static enum status cross(struct ctx *cx, void *arg)
{
	struct rivals *r = arg;
	char c = 'x';

	TRY(db_exec(cx, &add, ARGS({ "id", value_int(r->first) }), NULL));
	if (r->tries++ == 0 &&
	    (write(r->say, &c, 1) != 1 || read(r->hear, &c, 1) != 1))
		return ST_IO;
	return db_exec(cx, &add, ARGS({ "id", value_int(r->second) }), NULL);
}

static void deadlock(void **state)
{
	struct ctx *cx = *state;
	struct rivals r;
	int there[2], back[2], status;
	pid_t child;

	assert_int_equal(put(cx, 1, "one", 0), ST_OK);
	assert_int_equal(put(cx, 2, "two", 0), ST_OK);
	assert_int_equal(pipe(there), 0);
	assert_int_equal(pipe(back), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		r = (struct rivals) { 1, 2, there[1], back[0], 0 };
		_exit(db_transaction(test_owner(), cross, &r) != ST_OK);
	}
	r = (struct rivals) { 2, 1, back[1], there[0], 0 };
	assert_int_equal(db_transaction(cx, cross, &r), ST_OK);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_int_equal(number_of(cx, 1), 2);
	assert_int_equal(number_of(cx, 2), 2);
	(void)close(there[0]), (void)close(there[1]);
	(void)close(back[0]), (void)close(back[1]);
}

static void duplicate(void **state)
{
	struct ctx *cx = *state;

	assert_int_equal(put(cx, 1, "one", 0), ST_OK);
	assert_int_equal(put(cx, 1, "two", 0), ST_DUPLICATE);
	assert_string_equal(db_duplicate_key(cx), "PRIMARY");
	assert_int_equal(put(cx, 2, "one", 0), ST_DUPLICATE);
	assert_string_equal(db_duplicate_key(cx), "test_thing_name");
	/* A quotation mark in the value does not fool it. */
	assert_int_equal(put(cx, 3, "a' for key 'b", 0), ST_OK);
	assert_int_equal(put(cx, 4, "a' for key 'b", 0), ST_DUPLICATE);
	assert_string_equal(db_duplicate_key(cx), "test_thing_name");
}

/* What a GET asks for cannot write, whatever the statement says. */
static void reads_only(void **state)
{
	struct ctx *owner = *state, *cx = test_db("owner", true);

	assert_int_equal(put(owner, 1, "one", 5), ST_OK);
	log_to(-1);
	assert_int_equal(number_of(cx, 1), 5);
	assert_int_equal(put(cx, 2, "two", 0), ST_DB);
	assert_int_equal(db_exec(cx, &add, ARGS({ "id", value_int(1) }), NULL),
			 ST_DB);
	assert_int_equal(number_of(cx, 1), 5);
	/* The runner's own transaction may, and only that. */
	assert_int_equal(db_begin(cx), ST_OK);
	assert_int_equal(put(cx, 2, "two", 0), ST_OK);
	assert_int_equal(db_commit(cx), ST_OK);
	assert_int_equal(put(cx, 3, "three", 0), ST_DB);
	test_kill(cx);
	assert_int_equal(put(cx, 3, "three", 0), ST_DB);
	assert_int_equal(rows_in(cx), 2);
	ctx_end(cx);
}

static void too_long(void **state)
{
	struct ctx *cx = *state;

	log_to(-1);
	assert_int_equal(put(cx, 1, "one and twenty letters", 0), ST_DB);
	assert_int_equal(rows_in(cx), 0);
}

/* --- Many at once -------------------------------------------------------- */

#define MANY 2500

static enum status put_many(struct ctx *cx, void *arg)
{
	struct bulk *b = bulk_new(cx, &insert_more);
	const char *text = arg;

	for (int64_t i = 0; i < MANY; i++) {
		struct ctx *turn = ctx_new(cx);
		const char *name = mem_printf(turn, "name %d", (int)i);

		TRY(bulk_add(b,
			     ARGS({ "id", value_int(i) },
				  { "name", value_text(name) },
				  { "n", i % 3 ? value_int(i) : value_null() },
				  { "note",
				    i % 2 ? value_text(text) : value_null() },
				  { "public_id",
				    i % 5 ? value_id(id_new()) : value_null() },
				  { "at", value_time(i) })));
		ctx_end(turn);
	}
	return bulk_end(b);
}

static void in_bulk(void **state)
{
	struct ctx *cx = *state;
	char *text = mem_zero(cx, 301);
	struct row *row;

	for (size_t i = 0; i < 300; i++)
		text[i] = 'x';
	assert_int_equal(db_transaction(cx, put_many, text), ST_OK);
	assert_int_equal(db_one(cx, &check, NO_ARGS, &row), ST_OK);
	assert_int_equal(row_int(row, "rows_"), MANY);
	assert_int_equal(row_int(row, "numbers"), MANY - (MANY + 2) / 3);
	assert_int_equal(row_int(row, "notes"), MANY / 2);
	assert_int_equal(row_int(row, "ids"), MANY - MANY / 5);
	assert_int_equal(row_int(row, "different"), MANY - MANY / 5);
	assert_int_equal(row_int(row, "times"), MANY - 1);
	assert_int_equal(row_int(row, "length"), MANY / 2 * 300);
	assert_int_equal(
		db_one(cx, &load_more, ARGS({ "id", value_int(2497) }), &row),
		ST_OK);
	assert_string_equal(row_text(row, "name"), "name 2497");
	assert_int_equal(row_int(row, "n"), 2497);
	assert_int_equal(row_time(row, "at"), 2497);
	/* The same statement, for a single row. */
	assert_int_equal(
		db_exec(cx, &insert_more,
			ARGS({ "id", value_int(-1) },
			     { "name", value_text("") }, { "n", value_null() },
			     { "note", value_null() },
			     { "public_id", value_null() },
			     { "at", value_null() }),
			NULL),
		ST_OK);
}

/* A column of nothing but NULL, and no rows at all. */
static void empty_bulk(void **state)
{
	struct ctx *cx = *state;
	struct bulk *b = bulk_new(cx, &insert);

	assert_int_equal(bulk_end(b), ST_OK);
	assert_int_equal(bulk_add(b, ARGS({ "id", value_int(1) },
					  { "name", value_text("") },
					  { "n", value_null() })),
			 ST_OK);
	assert_int_equal(bulk_end(b), ST_OK);
	assert_int_equal(rows_in(cx), 1);
}

static void bulk_twice(void **state)
{
	struct ctx *cx = *state;
	struct bulk *b = bulk_new(cx, &insert);

	for (int64_t i = 0; i < 2; i++)
		assert_int_equal(bulk_add(b, ARGS({ "id", value_int(i) },
						  { "name", value_text("a") },
						  { "n", value_null() })),
				 ST_OK);
	assert_int_equal(bulk_end(b), ST_DUPLICATE);
	assert_string_equal(db_duplicate_key(cx), "test_thing_name");
}

static enum status add_thing(struct bulk *b, int64_t id, const char *name)
{
	return bulk_add(b, ARGS({ "id", value_int(id) },
				{ "name", value_text(name) },
				{ "n", value_null() }));
}

/* What comes next waits for a bulk that is under way, and sees its rows. */
static void bulk_under_way(void **state)
{
	struct ctx *cx = *state;
	struct bulk *a = bulk_new(cx, &insert), *b = bulk_new(cx, &insert);

	assert_int_equal(db_begin(cx), ST_OK);
	assert_int_equal(add_thing(a, 1, "one"), ST_OK);
	assert_int_equal(bulk_send(a), ST_OK);
	assert_int_equal(add_thing(a, 2, "two"), ST_OK);
	assert_int_equal(add_thing(b, 3, "three"), ST_OK);
	assert_int_equal(rows_in(cx), 1);
	assert_int_equal(bulk_send(a), ST_OK);
	assert_int_equal(bulk_send(b), ST_OK);
	assert_int_equal(put(cx, 4, "four", 0), ST_OK);
	assert_int_equal(bulk_send(b), ST_OK);
	assert_int_equal(db_commit(cx), ST_OK);
	assert_int_equal(rows_in(cx), 4);
}

/* Its failure comes out of the next call, whatever that is. */
static void bulk_fails_late(void **state)
{
	struct ctx *cx = *state;
	struct bulk *a = bulk_new(cx, &insert), *b = bulk_new(cx, &insert);

	assert_int_equal(db_begin(cx), ST_OK);
	assert_int_equal(add_thing(a, 1, "one"), ST_OK);
	assert_int_equal(add_thing(a, 2, "one"), ST_OK);
	assert_int_equal(bulk_send(a), ST_OK);
	assert_int_equal(add_thing(b, 3, "three"), ST_OK);
	assert_int_equal(bulk_send(b), ST_DUPLICATE);
	db_rollback(cx);
	assert_int_equal(rows_in(cx), 0);
}

static enum status lose_bulk(struct ctx *cx, void *arg)
{
	struct bulk *b = bulk_new(cx, &insert);
	struct plan *p = arg;

	p->tries++;
	TRY(add_thing(b, 1, "one"));
	TRY(bulk_send(b));
	if (p->tries <= p->lost)
		test_kill(cx);
	TRY(add_thing(b, 2, "two"));
	return bulk_end(b);
}

/* The server goes while it is busy: the whole is done again. */
static void bulk_survives_loss(void **state)
{
	struct ctx *cx = *state;
	struct plan p = { ST_OK, 0, 1 };

	log_to(-1);
	assert_int_equal(db_transaction(cx, lose_bulk, &p), ST_OK);
	assert_int_equal(p.tries, 2);
	assert_int_equal(rows_in(cx), 2);
}

/* Given up in the middle: nothing stays behind, nothing hangs. */
static void bulk_given_up(void **state)
{
	struct ctx *cx = *state, *other = test_owner();
	struct bulk *b = bulk_new(other, &insert);

	assert_int_equal(db_begin(other), ST_OK);
	assert_int_equal(add_thing(b, 1, "one"), ST_OK);
	assert_int_equal(bulk_send(b), ST_OK);
	ctx_end(other);
	assert_int_equal(rows_in(cx), 0);
}

#define IN_DB(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DB(commits),		IN_DB(rolls_back),
		IN_DB(thrice_at_most),	IN_DB(survives_loss),
		IN_DB(idle_loss),	IN_DB(rests),
		IN_DB(deadlock),	IN_DB(duplicate),
		IN_DB(reads_only),	IN_DB(too_long),
		IN_DB(in_bulk),		IN_DB(empty_bulk),
		IN_DB(bulk_twice),	IN_DB(bulk_under_way),
		IN_DB(bulk_fails_late), IN_DB(bulk_survives_loss),
		IN_DB(bulk_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) > 0;
}
