/* test_registered_standing.c - how a registration ends and comes back: every
 * state of it × every act × every role, on the real database; the days. */
#include <string.h>

#include "register/register.h"
#include "registered/end.h"
#include "registered/pass.h"
#include "registered/standing.h"

#include "test_sent.h"

QUERY(look, ONE,
      "SELECT r.state, r.ends_on, r.valid_until, r.publish_due, r.warned,"
      " (SELECT COUNT(*) FROM registration_event e WHERE e.registration = r.id)"
      " AS events FROM registration r WHERE r.id = ?",
      "id");

static const char *const states[] = { "active", "expired", "abolished",
				      "cancelled" };
static const char *const roles[] = { "",	 "drafter",   "applicant",
				     "reviewer", "registrar", "administrator" };
static const char *const acts[] = { "warn",    "expire", "revive", "announce",
				    "abolish", "cancel", "renew",  "" };

/* As an officer would say it; what is not here is refused. planned: only with a
 * 廃止 to come; unplanned: only without. */
static const char *const said[] = {
	"active unplanned  warn",
	"active unplanned  expire",
	"active planned  expire",
	"active planned  abolish",
	"active unplanned applicant announce",
	"active unplanned applicant abolish",
	"active unplanned registrar cancel",
	"active planned registrar cancel",
	"expired unplanned applicant revive",
	"expired planned applicant revive",
};

static bool is_said(const char *line)
{
	for (size_t i = 0; i < COUNT(said); i++)
		if (strcmp(said[i], line) == 0)
			return true;
	return false;
}

/* Registered, valid until the day, and on the registrar's desk. */
static struct world world_new(const char *until)
{
	struct world w = world_make();

	run_script(w.cx, mem_printf(w.cx, "SET @p = %lld;\n", (long long)w.id));
	run_script(
		w.cx,
		"INSERT INTO review_unit (public_id, application, role,"
		" ministry, state, since, receipt, name, search_key, pref,"
		" founder, offices, persons, sent_at) SELECT"
		" UNHEX(MD5(CONCAT('s', id))), application, 'registrar', 0,"
		" 'done', since, receipt, name, '', pref, founder, 1, 1,"
		" sent_at FROM review_unit WHERE application = @p LIMIT 1;\n");
	run_script(
		w.cx,
		mem_printf(w.cx,
			   "INSERT INTO registration (public_id, application,"
			   " version, number, state, registered_on,"
			   " valid_until, offices, persons, registered_by, at)"
			   " SELECT UNHEX(MD5(CONCAT('g', id))), id, sent,"
			   " CONCAT('U-', id), 'active', '2026-11-22', '%s', 3,"
			   " 9, account, created_at FROM application"
			   " WHERE id = @p;\n",
			   until));
	return w;
}

QUERY(number, ONE, "SELECT id FROM registration WHERE application = ?", "id");

static void find_registration(struct world *w)
{
	struct row *row;

	assert_int_equal(
		db_one(w->cx, &number, ARGS({ "id", value_int(w->id) }), &row),
		ST_OK);
	w->registration = row_int(row, "id");
}

static enum status begin(struct world *w, const char *role, const char *act,
			 struct standing_step *step)
{
	world_play(w, role, 0);
	if (*role == '\0')
		return standing_begin_due(w->cx, act, w->registration, step);
	return standing_begin(w->cx, act, w->application, step);
}

static void set(struct world *w, const char *state, bool planned)
{
	run_script(w->cx, mem_printf(w->cx,
				     "UPDATE registration SET state = '%s',"
				     " ends_on = %s WHERE id = %lld;\n",
				     state, planned ? "'2026-12-01'" : "NULL",
				     (long long)w->registration));
}

static void every_combination(void **unused)
{
	struct world w = world_new("2031-11-21");
	size_t wrong = 0, allowed = 0;

	(void)unused;
	find_registration(&w);
	for (size_t s = 0; s < COUNT(states) * 2; s++) {
		const char *state = states[s / 2];
		bool planned = s % 2;

		set(&w, state, planned);
		for (size_t i = 0; i < COUNT(acts) * COUNT(roles); i++) {
			const char *act = acts[i / COUNT(roles)];
			const char *role = roles[i % COUNT(roles)];
			bool may = is_said(mem_printf(
				w.cx, "%s %s %s %s", state,
				planned ? "planned" : "unplanned", role, act));
			struct standing_step step;
			enum status st = begin(&w, role, act, &step);

			allowed += st == ST_OK;
			if ((st == ST_OK) == may)
				continue;
			wrong++;
			print_error("%s (%d), %s by %s: %s\n", state, planned,
				    act, role, status_name(st));
		}
	}
	assert_int_equal(wrong, 0);
	assert_int_equal(allowed, COUNT(said));
	ctx_end(w.cx);
}

static struct row *looked(struct world *w)
{
	struct row *row;

	assert_int_equal(db_one(w->cx, &look,
				ARGS({ "id", value_int(w->registration) }),
				&row),
			 ST_OK);
	return row;
}

/* The clock of the test: noon in Japan. */
static void at_day(struct world *w, const char *iso)
{
	struct jtime t = { .hour = 12 };

	assert_true(date_parse_iso(iso, &t.date));
	w->cx->now = jtime_us(t);
}

static void end_and_back(void **unused)
{
	struct world w = world_new("2032-02-29");
	struct revival r = { .text = "遅れました" };
	struct standing_step step;
	struct row *row;

	(void)unused;
	find_registration(&w);
	at_day(&w, "2032-03-01");
	assert_int_equal(begin(&w, "", "expire", &step), ST_OK);
	step.day = (struct date) { 2032, 3, 1 };
	step.has_day = true;
	assert_int_equal(standing_end(w.cx, &step), ST_OK);
	row = looked(&w);
	assert_string_equal(row_text(row, "state"), "expired");
	assert_string_equal(row_text(row, "ends_on"), "2032-03-01");
	assert_int_equal(row_int(row, "publish_due"), 0);
	assert_int_equal(begin(&w, "", "expire", &step), ST_STATE);

	world_play(&w, "applicant", 0);
	at_day(&w, "2032-03-31");
	assert_int_equal(revival_make(w.cx, &r), ST_STATE);
	at_day(&w, "2032-03-30");
	assert_int_equal(revival_make(w.cx, &r), ST_OK);
	row = looked(&w);
	assert_string_equal(row_text(row, "state"), "active");
	assert_string_equal(row_text(row, "ends_on"), "");
	assert_string_equal(row_text(row, "valid_until"), "2037-02-28");
	assert_int_equal(row_int(row, "publish_due"), 1);
	assert_int_equal(row_int(row, "events"), 2);
	assert_int_equal(revival_make(w.cx, &r), ST_STATE);
	ctx_end(w.cx);
}

/* A mail before the end does not forget that something is to be published. */
static void what_stays(void **unused)
{
	struct world w = world_new("2031-11-21");
	struct standing_step step;

	(void)unused;
	find_registration(&w);
	run_script(w.cx, mem_printf(w.cx,
				    "UPDATE registration SET publish_due = 1,"
				    " warned = 2 WHERE id = %lld;\n",
				    (long long)w.registration));
	assert_int_equal(begin(&w, "", "warn", &step), ST_OK);
	assert_int_equal(standing_end(w.cx, &step), ST_OK);
	assert_int_equal(row_int(looked(&w), "publish_due"), 1);
	assert_int_equal(row_int(looked(&w), "warned"), 2);
	run_script(w.cx, mem_printf(w.cx,
				    "UPDATE registration SET valid_until ="
				    " '2036-11-21' WHERE id = %lld;\n",
				    (long long)w.registration));
	assert_int_equal(row_int(looked(&w), "warned"), 0);
	ctx_end(w.cx);
}

QUERY(rows_of, ONE,
      "SELECT (SELECT COUNT(*) FROM register_business WHERE id = r.id) AS"
      " business, (SELECT COUNT(*) FROM register_office WHERE business = r.id)"
      " AS offices, (SELECT COUNT(*) FROM register_cell WHERE business = r.id)"
      " AS cells, (SELECT COUNT(*) FROM register_ending WHERE business = r.id)"
      " AS endings FROM registration r WHERE r.id = ?",
      "id");

static const char *published(struct world *w)
{
	struct row *row;

	assert_int_equal(db_one(w->cx, &rows_of,
				ARGS({ "id", value_int(w->registration) }),
				&row),
			 ST_OK);
	return mem_printf(w->cx, "%lld %lld %lld %lld",
			  (long long)row_int(row, "business"),
			  (long long)row_int(row, "offices"),
			  (long long)row_int(row, "cells"),
			  (long long)row_int(row, "endings"));
}

static void publish(struct world *w)
{
	assert_int_equal(register_publish(w->cx, w->registration), ST_OK);
}

/* As a change that was accepted would: the name is another, an office is gone.
 */
static void publishing_again(void **unused)
{
	struct world w = world_new("2031-11-21");
	const char *first, *second;

	(void)unused;
	find_registration(&w);
	world_play(&w, "", 0);
	publish(&w);
	first = published(&w);
	assert_true(strncmp(first, "1 3 ", 4) == 0);
	publish(&w);
	assert_string_equal(published(&w), first);
	run_script(w.cx, "UPDATE applicant a JOIN application p ON a.version ="
			 " p.sent SET a.name = 'あい', a.kana = 'あい'"
			 " WHERE p.id = @p;\n"
			 "DELETE b FROM business b JOIN application p"
			 " ON b.version = p.sent WHERE p.id = @p"
			 " AND b.office = 3;\n");
	publish(&w);
	second = published(&w);
	assert_true(strncmp(second, "1 2 ", 4) == 0);
	/* あい and い, of the name and of the reading alike. */
	assert_string_equal(strrchr(second, ' '), " 2");
	set(&w, "cancelled", false);
	publish(&w);
	assert_string_equal(published(&w), "0 0 0 0");
	set(&w, "active", false);
	publish(&w);
	assert_string_equal(published(&w), second);
	assert_int_equal(register_withdraw(w.cx, w.registration), ST_OK);
	assert_string_equal(published(&w), "0 0 0 0");
	ctx_end(w.cx);
}

/* --- Days ------------------------------------------------------------------
 */

struct warning {
	const char *name;
	struct date until, today;
	int64_t due;
};

static const struct warning warnings[] = {
	{ "long before", { 2031, 11, 21 }, { 2031, 5, 20 }, 0 },
	{ "six months", { 2031, 11, 21 }, { 2031, 5, 21 }, 1 },
	{ "a day before three", { 2031, 11, 21 }, { 2031, 8, 20 }, 1 },
	{ "three months", { 2031, 11, 21 }, { 2031, 8, 21 }, 2 },
	{ "a month", { 2031, 11, 21 }, { 2031, 10, 21 }, 3 },
	{ "the last day", { 2031, 11, 21 }, { 2031, 11, 21 }, 3 },
	{ "a month that is shorter", { 2031, 8, 31 }, { 2031, 2, 27 }, 0 },
	{ "its last day", { 2031, 8, 31 }, { 2031, 2, 28 }, 1 },
	{ "a leap year", { 2032, 8, 31 }, { 2032, 2, 28 }, 0 },
	{ "the leap day", { 2032, 8, 31 }, { 2032, 2, 29 }, 1 },
	{ "until a leap day", { 2032, 2, 29 }, { 2032, 1, 29 }, 3 },
	{ "over New Year", { 2032, 1, 3 }, { 2031, 12, 2 }, 2 },
	{ "a month before 3 January", { 2032, 1, 3 }, { 2031, 12, 3 }, 3 },
	{ "31 December", { 2031, 12, 31 }, { 2031, 6, 30 }, 1 },
};

static void test_warning(void **state)
{
	static const int64_t months[WARNINGS] = { 6, 3, 1 };
	const struct warning *c = *state;

	assert_int_equal(warnings_due(c->today, c->until, months), c->due);
}

struct day {
	const char *name;
	struct date today, day;
	const char *wrong;
};

/* Registered on 2026-11-22, valid until 2031-11-21. */
static const struct day days[] = {
	{ "today", { 2027, 1, 3 }, { 2027, 1, 3 }, NULL },
	{ "long past", { 2027, 1, 3 }, { 2026, 11, 22 }, NULL },
	{ "before it was registered",
	  { 2027, 1, 3 },
	  { 2026, 11, 21 },
	  "abolition.before" },
	{ "the thirtieth day", { 2026, 12, 31 }, { 2027, 1, 30 }, NULL },
	{ "the one after", { 2026, 12, 31 }, { 2027, 1, 31 }, "abolition.far" },
	{ "over a leap day", { 2028, 2, 10 }, { 2028, 3, 11 }, NULL },
	{ "over a leap day, too far",
	  { 2028, 2, 10 },
	  { 2028, 3, 12 },
	  "abolition.far" },
	{ "the last day", { 2031, 11, 1 }, { 2031, 11, 21 }, NULL },
	{ "after it", { 2031, 11, 1 }, { 2031, 11, 22 }, "abolition.after" },
	{ "while a renewal is looked at",
	  { 2031, 11, 25 },
	  { 2031, 11, 26 },
	  NULL },
};

static void test_day(void **state)
{
	static const struct standing s = {
		.registered_on = { 2026, 11, 22 },
		.valid_until = { 2031, 11, 21 },
	};
	const struct day *c = *state;
	const char *wrong = abolition_day_wrong(&s, c->today, c->day, 30);

	if (c->wrong)
		assert_string_equal(wrong, c->wrong);
	else
		assert_null(wrong);
}

int main(void)
{
	return RUN_ALL(SUITE(warnings, test_warning), SUITE(days, test_day),
		       TEST(every_combination), TEST(end_and_back),
		       TEST(what_stays), TEST(publishing_again));
}
