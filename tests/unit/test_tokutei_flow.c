/* test_tokutei_flow.c - what may be done to an application: every state of it
 * × every state of the desk × every act × every role, on the real database;
 * and how its units and its state follow each other. */
#include <string.h>

#include "tokutei/flow.h"
#include "tokutei/unit.h"

#include "test_sent.h"

QUERY(find, ONE, "SELECT state FROM application WHERE id = ?", "id");
QUERY(units, MANY,
      "SELECT role, ministry, state, offices, persons FROM review_unit"
      " WHERE application = ? ORDER BY role, ministry",
      "id");
QUERY(mails, ONE,
      "SELECT COUNT(*) AS n FROM outbox o JOIN account a ON a.mail ="
      " o.recipient WHERE a.id = ?",
      "id");

static const char *const states[] = {
	"draft",      "submitted",	 "under_inquiry", "ministry_confirmed",
	"registered", "report_accepted", "refused",	  "withdrawn",
	"accepted",   "discarded",
};
static const char *const kinds[] = { "first", "change", "renewal" };
static const char *const unit_states[] = {
	"waiting",   "open", "inquiry", "answered",
	"confirmed", "done", "dropped",
};
static const char *const roles[] = { "drafter", "applicant", "reviewer",
				     "registrar", "administrator" };
static const char *const acts[] = {
	"take",		  "inquiry.draft", "inquiry.send", "inquiry.cancel",
	"inquiry.answer", "inquiry.close", "confirm",	   "reopen",
	"return",	  "register",	   "accept",	   "report",
	"refuse",	  "withdraw",	   "no.such.act",
};

/* By state, as an officer would say it; what is not here is refused. A desk in
 * brackets: the states that its unit may be in. */
static const char *const said[] = {
	"submitted applicant withdraw",
	"submitted reviewer take [open inquiry answered]",
	"submitted reviewer inquiry.draft [open answered]",
	"submitted reviewer inquiry.send [open answered]",
	"submitted reviewer inquiry.close [open answered]",
	"submitted reviewer confirm [open]",
	"submitted reviewer reopen [confirmed]",
	"under_inquiry applicant inquiry.answer",
	"under_inquiry reviewer take [open inquiry answered]",
	"under_inquiry reviewer inquiry.draft [open answered]",
	"under_inquiry reviewer inquiry.send [open answered]",
	"under_inquiry reviewer inquiry.cancel [inquiry]",
	"under_inquiry reviewer inquiry.close [open answered]",
	"under_inquiry reviewer confirm [open]",
	"under_inquiry reviewer reopen [confirmed]",
	"under_inquiry registrar take [open inquiry answered]",
	"under_inquiry registrar inquiry.cancel [inquiry]",
	"ministry_confirmed reviewer reopen [confirmed]",
	"ministry_confirmed registrar take [open inquiry answered]",
	"ministry_confirmed registrar inquiry.draft [open answered]",
	"ministry_confirmed registrar inquiry.send [open answered]",
	"ministry_confirmed registrar inquiry.close [open answered]",
	"ministry_confirmed registrar return [open]",
	"ministry_confirmed registrar register [open]",
	"ministry_confirmed registrar report [open]",
	"ministry_confirmed registrar accept [open]",
	"ministry_confirmed registrar refuse [open]",
};

/* What is registered is changed, and never registered anew. */
static bool is_of_kind(const char *kind, const char *act)
{
	bool first = strcmp(kind, "first") == 0;

	if (strcmp(act, "register") == 0 || strcmp(act, "report") == 0)
		return first;
	return strcmp(act, "accept") != 0 || !first;
}

static bool is_said(struct ctx *cx, const char *state, const char *role,
		    const char *act, const char *unit)
{
	const char *head = mem_printf(cx, "%s %s %s", state, role, act);
	size_t n = strlen(head);

	for (size_t i = 0; i < COUNT(said); i++) {
		const char *rest = said[i] + n;

		if (strncmp(said[i], head, n) != 0)
			continue;
		if (*rest == '\0')
			return true;
		if (*rest != ' ')
			continue;
		for (rest++; *rest && *rest != ']';) {
			size_t len = strcspn(++rest, " ]");

			if (len == strlen(unit) &&
			    strncmp(rest, unit, len) == 0)
				return true;
			rest += len;
		}
	}
	return false;
}

/* With types of three ministries. */
static struct world world_new(void)
{
	struct world w = world_make();

	run_script(w.cx,
		   mem_printf(w.cx, "SET @v = %lld;\n", (long long)w.version));
	run_script(w.cx,
		   "DELETE FROM business WHERE version = @v;\n"
		   "INSERT INTO business (version, office, position, type,"
		   " detail1, detail2, own, external) VALUES"
		   " (@v, 1, 1, 'T01', 'T01-01', '', 5, 1),"
		   " (@v, 1, 2, 'T09', 'T09-01', '', 7, 0),"
		   " (@v, 2, 1, 'T09', 'T09-01', '', 2, 0),"
		   " (@v, 3, 1, 'T10', 'T10-01', 'T10-01-2', 4, 0);\n"
		   "UPDATE office SET persons = CASE number WHEN 1 THEN 13"
		   " WHEN 2 THEN 2 ELSE 4 END WHERE version = @v;\n"
		   "DELETE FROM version_part WHERE version = @v;\n"
		   /* Desks of what was made up before that. */
		   "UPDATE review_unit u JOIN version v"
		   " ON v.application = u.application"
		   " SET u.state = 'dropped', u.revision = 0"
		   " WHERE v.id = @v;\n");
	assert_int_equal(unit_open(w.cx, w.id, w.version), ST_OK);
	return w;
}

/* "reviewer 2 open 1/4; …" without the ministries that have nothing now. */
static const char *tell(struct world *w)
{
	struct rows rows;
	const char *text = "";

	assert_int_equal(
		db_many(w->cx, &units, ARGS({ "id", value_int(w->id) }), &rows),
		ST_OK);
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *r = rows.list[i];

		if (strcmp(row_text(r, "state"), "dropped") != 0)
			text = mem_printf(w->cx, "%s%s%c%lld %s %lld/%lld",
					  text, *text ? "; " : "",
					  *row_text(r, "role"),
					  (long long)row_int(r, "ministry"),
					  row_text(r, "state"),
					  (long long)row_int(r, "offices"),
					  (long long)row_int(r, "persons"));
	}
	return text;
}

static const char *state_of(struct world *w)
{
	struct row *row;

	assert_int_equal(
		db_one(w->cx, &find, ARGS({ "id", value_int(w->id) }), &row),
		ST_OK);
	return row_text(row, "state");
}

static int64_t mails_of(struct world *w)
{
	struct row *row;

	assert_int_equal(db_one(w->cx, &mails,
				ARGS({ "id", value_int(w->account) }), &row),
			 ST_OK);
	return row_int(row, "n");
}

static enum status do_it(struct world *w, const char *act, int64_t revision)
{
	struct flow_step step;

	TRY(flow_begin(w->cx, act, w->application, revision, &step));
	return flow_end(w->cx, &step, "");
}

/* Everybody tries everything where it stands so. */
static void every_act(struct world *w, const char *kind, const char *state,
		      const char *unit, size_t *allowed, size_t *wrong)
{
	run_script(w->cx,
		   mem_printf(w->cx,
			      "UPDATE application SET state = '%s', kind = '%s'"
			      " WHERE id = %lld;\n"
			      "UPDATE review_unit SET state = '%s'"
			      " WHERE application = %lld;\n",
			      state, kind, (long long)w->id, unit,
			      (long long)w->id));
	for (size_t i = 0; i < COUNT(acts) * COUNT(roles); i++) {
		const char *act = acts[i / COUNT(roles)];
		const char *role = roles[i % COUNT(roles)];
		struct flow_step step;
		bool may = is_said(w->cx, state, role, act, unit) &&
			   is_of_kind(kind, act);
		enum status st;

		world_play(w, role, strcmp(role, "reviewer") == 0 ? 5 : 0);
		st = flow_begin(w->cx, act, w->application, 0, &step);
		*allowed += st == ST_OK;
		if ((st == ST_OK) == may)
			continue;
		(*wrong)++;
		print_error("%s, %s, unit %s, %s by %s: %s\n", kind, state,
			    unit, act, role, status_name(st));
	}
}

static void every_combination(void **unused)
{
	struct world w = world_new();
	size_t wrong = 0, allowed = 0;

	(void)unused;
	run_script(w.cx,
		   mem_printf(w.cx,
			      "INSERT INTO review_unit (public_id,"
			      " application, role, ministry, state, since,"
			      " receipt, name, search_key, pref, founder,"
			      " offices, persons, sent_at) SELECT"
			      " UNHEX(MD5(CONCAT('r', id))), application,"
			      " 'registrar', 0, 'open', since, receipt,"
			      " name, '', pref, founder, 1, 1, sent_at"
			      " FROM review_unit WHERE application = %lld"
			      " LIMIT 1;\n",
			      (long long)w.id));
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t s = 0; s < COUNT(states); s++)
			for (size_t u = 0; u < COUNT(unit_states); u++)
				every_act(&w, kinds[k], states[s],
					  unit_states[u], &allowed, &wrong);
	assert_int_equal(wrong, 0);
	assert_true(allowed > 30);
	ctx_end(w.cx);
}

static void three_ministries(void **unused)
{
	struct world w = world_new();
	int64_t before;

	(void)unused;
	assert_string_equal(tell(&w), "r2 open 1/4; r5 open 1/6; r7 open 2/9");

	/* The desk of another ministry, or of none. */
	world_play(&w, "reviewer", 8);
	assert_int_equal(do_it(&w, "confirm", 0), ST_NOT_FOUND);
	world_play(&w, "registrar", 0);
	assert_int_equal(do_it(&w, "register", 0), ST_NOT_FOUND);

	world_play(&w, "reviewer", 2);
	assert_int_equal(do_it(&w, "confirm", 0), ST_OK);
	assert_string_equal(state_of(&w), "submitted");
	world_play(&w, "reviewer", 5);
	assert_int_equal(do_it(&w, "confirm", 0), ST_OK);
	world_play(&w, "reviewer", 7);
	assert_int_equal(do_it(&w, "confirm", 0), ST_OK);
	assert_string_equal(state_of(&w), "ministry_confirmed");
	assert_string_equal(tell(&w), "r0 open 3/19; r2 confirmed 1/4; "
				      "r5 confirmed 1/6; r7 confirmed 2/9");

	/* A ministry thinks again: the registrar's desk gives it back. */
	assert_int_equal(do_it(&w, "reopen", 0), ST_OK);
	assert_string_equal(state_of(&w), "submitted");
	assert_string_equal(tell(&w), "r0 waiting 3/19; r2 confirmed 1/4; "
				      "r5 confirmed 1/6; r7 open 2/9");
	assert_int_equal(do_it(&w, "confirm", 0), ST_OK);
	before = mails_of(&w);
	world_play(&w, "registrar", 0);
	assert_int_equal(do_it(&w, "refuse", 0), ST_OK);
	assert_string_equal(state_of(&w), "refused");
	assert_int_equal(mails_of(&w), before + 1);
	assert_int_equal(do_it(&w, "refuse", 0), ST_STATE);
	assert_int_equal(mails_of(&w), before + 1);
	ctx_end(w.cx);
}

static void who_comes_second(void **unused)
{
	struct world w = world_new();
	struct flow_step step;

	(void)unused;
	world_play(&w, "applicant", 0);
	assert_int_equal(flow_begin(w.cx, "withdraw", w.application, 0, &step),
			 ST_OK);
	world_play(&w, "reviewer", 5);
	assert_int_equal(do_it(&w, "take", 1), ST_OK);
	assert_int_equal(do_it(&w, "confirm", 1), ST_STALE);
	assert_int_equal(do_it(&w, "confirm", 2), ST_OK);
	/* A desk has begun: it is not taken back any more. */
	world_play(&w, "applicant", 0);
	assert_int_equal(flow_begin(w.cx, "withdraw", w.application, 0, &step),
			 ST_STATE);
	ctx_end(w.cx);
}

int main(void)
{
	return RUN_ALL(TEST(every_combination), TEST(three_ministries),
		       TEST(who_comes_second));
}
