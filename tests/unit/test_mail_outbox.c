/* test_mail_outbox.c - what goes into the outbox, and how much of it. */
#include "mail/outbox.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "db/db.h"
#include "mail/send.h"
#include "sql/mail/sending.h"
#include "web/config.h"

#include "test.h"

/* --- When it is tried again ---------------------------------------------- */

struct again {
	const char *name;
	int64_t tries, wait;
};

static const struct again waits[] = {
	{ "before the first", 0, 0 }, { "first", 1, 1 * MINUTE },
	{ "second", 2, 5 * MINUTE },  { "third", 3, 30 * MINUTE },
	{ "fourth", 4, 2 * HOUR },    { "fifth", 5, 6 * HOUR },
	{ "sixth: no more", 6, 0 },   { "many", 1000, 0 },
};

static void back_off(void **state)
{
	const struct again *c = *state;

	assert_int_equal(mail_back_off(c->tries), c->wait);
}

/* --- On the database of the instance
 * ------------------------------------------
 */

/* Lives as long as the program, as the configuration does. */
static struct ctx *program;

static int connect(void)
{
	const char *instance = getenv("INSTANCE");
	const struct config *config;

	if (!instance)
		return -1;
	program = ctx_new(NULL);
	(void)setenv("SESSHU_CONF",
		     mem_printf(program, "%s/conf/owner.hdf", instance), 1);
	config = config_load(program);
	program->db = db_new(program, config_db(program, config, "owner"));
	return 0;
}

/* A transaction; each test rolls it back. */
static struct ctx *begin(void)
{
	struct ctx *cx;

	if (!program && connect())
		skip();
	cx = ctx_new(program);
	assert_int_equal(db_begin(cx), ST_OK);
	/* No other mail was due so long ago. */
	cx->now = 1000 * DAY;
	return cx;
}

static enum status put(struct ctx *cx, const char *template, const char *to)
{
	return mail_put(cx,
			&(struct mail_new) { .template = template,
					     .to = to,
					     MAIL_DATA({ "company", "x" }) });
}

struct address {
	const char *name, *to;
	enum status st;
};

static const struct address addresses[] = {
	{ "plain", "a@example.jp", ST_OK },
	{ "none", "", ST_INVALID },
	{ "two", "a@example.jp, b@example.jp", ST_INVALID },
	{ "line end", "a@example.jp\r\nBcc: b@example.jp", ST_INVALID },
	{ "name", "A <a@example.jp>", ST_INVALID },
	{ "full-width", "ａ@example.jp", ST_INVALID },
};

static void address(void **state)
{
	const struct address *c = *state;
	struct ctx *cx = begin();

	assert_int_equal(put(cx, "start", c->to), c->st);
	db_rollback(cx);
	ctx_end(cx);
}

static void stored(void **state)
{
	struct ctx *cx = begin();
	const struct mail_new m = { .template = "completed",
				    .to = "a@example.jp",
				    .link = 7,
				    MAIL_DATA({ "company", "\"見本\"\\\n" },
					      { "receipt", "" }) };
	struct row *row;

	(void)state;
	assert_int_equal(mail_put(cx, &m), ST_OK);
	assert_int_equal(db_one(cx, &sql_sending_next, NO_ARGS, &row), ST_OK);
	assert_string_equal(row_text(row, "template"), "completed");
	assert_string_equal(row_text(row, "recipient"), "a@example.jp");
	assert_string_equal(row_text(row, "data"),
			    "{\"company\":\"\\\"見本\\\"\\\\\\n\","
			    "\"receipt\":\"\"}");
	assert_int_equal(row_int(row, "link"), 7);
	assert_int_equal(row_value(row, "passcode")->kind, V_NULL);
	assert_true(id_set(row_id(row, "public_id")));
	db_rollback(cx);
	ctx_end(cx);
}

struct limit {
	const char *name;
	int64_t hour, day; /* mails of the last hour, and before it */
	bool may;
};

static const struct limit limits[] = {
	{ "none yet", 0, 0, true },	     { "two in an hour", 2, 0, true },
	{ "three in an hour", 3, 0, false }, { "nine in a day", 0, 9, true },
	{ "ten in a day", 0, 10, false },    { "two and seven", 2, 7, true },
	{ "two and eight", 2, 8, false },
};

static void put_many(struct ctx *cx, int64_t n, int64_t ago)
{
	int64_t now = cx->now;

	cx->now = now - ago;
	for (int64_t i = 0; i < n; i++)
		assert_int_equal(put(cx, "start", "limit@example.jp"), ST_OK);
	cx->now = now;
}

static bool may(struct ctx *cx, const char *to, const char *templates)
{
	bool is;

	assert_int_equal(mail_may(cx, to, templates, &is), ST_OK);
	return is;
}

static void limit(void **state)
{
	const struct limit *c = *state;
	struct ctx *cx = begin();

	put_many(cx, c->hour, HOUR - SECOND);
	put_many(cx, c->day, DAY - SECOND);
	put_many(cx, 20, DAY);
	assert_int_equal(may(cx, "limit@example.jp", "start"), c->may);
	assert_int_equal(may(cx, "limit@example.jp", "reset,start"), c->may);
	assert_int_equal(may(cx, "limit@example.jp", ""), c->may);
	assert_true(may(cx, "limit@example.jp", "reset"));
	assert_true(may(cx, "limit@example.jp", "star"));
	assert_true(may(cx, "other@example.jp", "start"));
	db_rollback(cx);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(waits, back_off), SUITE(addresses, address),
		       TEST(stored), SUITE(limits, limit));
}
