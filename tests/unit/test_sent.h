/* test_sent.h - an application that was sent, and whoever asks about it. */
#ifndef TEST_SENT_H
#define TEST_SENT_H

#include "base/random.h"
#include "tokutei/generate.h"

#include "test_db.h"

/* Internal numbers; what the test itself makes of it is 0. */
struct world {
	struct ctx *cx;
	struct id application;
	int64_t id, version, account, registration;
};

QUERY(world_sent, ONE,
      "SELECT public_id, sent, account FROM application WHERE id = ?", "id");

static inline void run_script(struct ctx *cx, const char *text)
{
	assert_int_equal(db_script(cx, text), ST_OK);
}

/* Made up, with three offices. */
static inline struct world world_make(void)
{
	struct world w = { .cx = test_owner() };
	struct generate g = {
		.applications = 1,
		.offices = 3,
		.sent = true,
		.seed = random_below(1000000),
		.words = "sql/data/sample.tsv",
	};
	struct generated done;
	struct row *row;

	assert_int_equal(generate(w.cx, &g, &done), ST_OK);
	w.id = done.application;
	assert_int_equal(db_one(w.cx, &world_sent,
				ARGS({ "id", value_int(w.id) }), &row),
			 ST_OK);
	w.application = row_id(row, "public_id");
	w.version = row_int(row, "sent");
	w.account = row_int(row, "account");
	return w;
}

/* Whoever asks: staff of a desk, the business; the worker, which has no role.
 */
static inline void world_play(struct world *w, const char *role,
			      int64_t ministry)
{
	struct who *who = mem_zero(w->cx, sizeof(*who));
	bool worker = *role == '\0';
	bool business = strcmp(role, "applicant") == 0 ||
			strcmp(role, "drafter") == 0;

	*who = (struct who) {
		.account = worker ? 0 : w->account,
		.role = role,
		.ministry = ministry,
		.application = business ? w->id : 0,
		.site = worker	   ? "worker"
			: business ? "public"
				   : "intranet",
	};
	w->cx->who = who;
}

#endif
