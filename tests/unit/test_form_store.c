/* test_form_store.c - rows of a form in a real database: options, saving,
 * stale forms, what no request changes, the audit entry. */
#include <unistd.h>

#include "base/log.h"
#include "test_db.h"
#include "test_form.h"

QUERY0(make_things, EXEC,
       "CREATE OR REPLACE TABLE test_thing (public_id BINARY(16) PRIMARY KEY, "
       "revision BIGINT NOT NULL, owner VARCHAR(20) NOT NULL, "
       "name VARCHAR(20) NOT NULL, pref CHAR(2) NOT NULL, "
       "city CHAR(6) NOT NULL, size INT NOT NULL)");
QUERY0(make_lines, EXEC,
       "CREATE OR REPLACE TABLE test_line (thing BINARY(16), position INT, "
       "note VARCHAR(20) NOT NULL, n INT NULL, PRIMARY KEY (thing, position))");
QUERY0(drop_things, EXEC, "DROP TABLE test_thing");
QUERY0(drop_lines, EXEC, "DROP TABLE test_line");

QUERY(thing_load, ONE,
      "SELECT public_id AS id, revision, owner, name, pref, city "
      "FROM test_thing WHERE public_id = ?",
      "id");
QUERY(thing_insert, EXEC,
      "INSERT INTO test_thing (public_id, revision, owner, name, pref, city, "
      "size) VALUES (?, 1, ?, ?, ?, ?, ?)",
      "id", "owner", "name", "pref", "city", "size");
QUERY(thing_update, EXEC,
      "UPDATE test_thing SET revision = revision + 1, owner = ?, name = ?, "
      "pref = ?, city = ?, size = ? WHERE public_id = ? AND revision = ?",
      "owner", "name", "pref", "city", "size", "id", "revision");
QUERY(thing_remove, EXEC, "DELETE FROM test_thing WHERE public_id = ?", "id");
QUERY(line_load, MANY,
      "SELECT note, n FROM test_line WHERE thing = ? ORDER BY position", "id");
QUERY(line_insert, EXEC,
      "INSERT INTO test_line (thing, position, note, n) VALUES (?, ?, ?, ?)",
      "id", "position", "note", "n");
QUERY(line_remove, EXEC, "DELETE FROM test_line WHERE thing = ?", "id");
QUERY(size_of, ONE, "SELECT size, revision FROM test_thing WHERE public_id = ?",
      "id");
QUERY(last_audit, ONE,
      "SELECT act, object, detail FROM audit WHERE object_id = ? "
      "ORDER BY id DESC LIMIT 1",
      "id");
QUERY0(pref_options, MANY,
       "SELECT code AS value, name AS label FROM prefecture ORDER BY code");
/* Tokyo has wards; where the list is empty nothing is asked. */
QUERY(ward_options, MANY,
      "SELECT code AS value, name AS label FROM city WHERE pref = ? AND "
      "pref IN ('13', '27') ORDER BY code",
      "pref");

struct line {
	const char *note;
	int64_t n;
};

struct thing {
	struct id id;
	int64_t revision;
	const char *owner, *name, *pref, *city;
	struct line *line;
	size_t nline;
};

static const struct field line_fields[] = {
	TEXT(struct line, note, .flags = F_OPTIONAL, .max = 20),
	NUMBER(struct line, n, .flags = F_OPTIONAL),
};

static const struct form line_form = {
	.name = "test_line",
	.row_size = sizeof(struct line),
	.fields = line_fields,
	.nfields = COUNT(line_fields),
	.load = &line_load,
	.insert = &line_insert,
	.remove = &line_remove,
};

static const struct field fields[] = {
	ID(struct thing, id),
	REVISION(struct thing, revision),
	TEXT(struct thing, owner, .flags = F_HIDDEN | F_SERVER),
	WIDE(struct thing, name, .flags = F_REQUIRED | F_PERSONAL, .max = 20),
	CHOICE(struct thing, pref, .flags = F_REQUIRED,
	       .options = &pref_options),
	CHOICE(struct thing, city, .flags = F_REQUIRED | F_IF_ANY | F_TAIL,
	       .options = &ward_options),
	ROWS(struct thing, line, nline, struct line, line_form,
	     .flags = F_OPTIONAL, .max = 5),
};

static size_t more(struct ctx *cx, const void *row, struct arg *list)
{
	const struct thing *t = row;

	(void)cx;
	list[0] = (struct arg) { "size", value_int((int64_t)strlen(t->name)) };
	return 1;
}

static const struct form form = {
	.name = "test_thing",
	.row_size = sizeof(struct thing),
	.fields = fields,
	.nfields = COUNT(fields),
	.load = &thing_load,
	.insert = &thing_insert,
	.update = &thing_update,
	.remove = &thing_remove,
	.more = more,
};

static int set_up(void **state)
{
	struct ctx *cx = test_owner();

	*state = cx;
	return db_exec(cx, &make_things, NO_ARGS, NULL) == ST_OK &&
			       db_exec(cx, &make_lines, NO_ARGS, NULL) == ST_OK
		       ? 0
		       : -1;
}

static int tear_down(void **state)
{
	struct ctx *cx = *state;

	log_to(STDERR_FILENO);
	(void)!db_exec(cx, &drop_things, NO_ARGS, NULL);
	(void)!db_exec(cx, &drop_lines, NO_ARGS, NULL);
	ctx_end(cx);
	return 0;
}

/* --- Options ------------------------------------------------------------- */

struct choice_case {
	const char *name, *typed, *problems, *shown;
};

static const struct choice_case choices[] = {
	{ "a code", "name=a|pref=13|city=131016", "",
	  "name=ａ|pref=13|city=131016" },
	{ "labels, as in a sheet", "name=a|pref=東京都|city=千代田区", "",
	  "name=ａ|pref=13|city=131016" },
	{ "without the zero in front", "name=a|pref=1", "", "name=ａ|pref=01" },
	{ "full width and spaces", "name=a|pref=１３|city=千代田　区", "",
	  "name=ａ|pref=13|city=131016" },
	{ "the end of a name", "name=a|pref=27|city=堺市堺区", "",
	  "name=ａ|pref=27|city=271411" },
	{ "no prefecture", "name=a|pref=48", "pref unknown", "name=ａ" },
	{ "nothing chosen", "name=a", "pref choose", "name=ａ" },
	{ "a city of another prefecture", "name=a|pref=13|city=271004",
	  "city unknown", "name=ａ|pref=13" },
	{ "asked where there is something to choose", "name=a|pref=13",
	  "city choose", "name=ａ|pref=13" },
	{ "not asked where there is nothing", "name=a|pref=01|city=131016", "",
	  "name=ａ|pref=01" },
};

static void choose(void **state)
{
	const struct choice_case *c = *state;
	struct ctx *cx = test_owner();
	struct typed typed = { cx, c->typed };
	struct input in = typed_input(&typed);
	struct problems p = { .cx = cx };
	void *row = form_row(cx, &form);

	assert_int_equal(form_clean(cx, &form, &in, row, &p), ST_OK);
	assert_string_equal(problems_text(cx, &p), c->problems);
	assert_string_equal(row_shown(cx, &form, row), c->shown);
	/* A shape that remembers says the same, also at its second time. */
	for (int i = 0; i < 2; i++) {
		const struct shape *shape = shape_remembering(cx, &form);

		p = (struct problems) { .cx = cx };
		row = shape_row(cx, shape);
		assert_int_equal(shape_clean(cx, shape, &in, row, &p), ST_OK);
		assert_string_equal(row_shown(cx, &form, row), c->shown);
	}
	ctx_end(cx);
}

/* --- Saved and loaded ---------------------------------------------------- */

static struct line three[] = { { "first", 1 }, { "", NO_NUMBER }, { "x", 3 } };

static struct thing *saved(struct ctx *cx)
{
	struct thing *t = form_row(cx, &form);

	t->owner = "me";
	t->name = "本社";
	t->pref = "13";
	t->city = "131016";
	t->line = three;
	t->nline = COUNT(three);
	assert_int_equal(form_save(cx, &form, t), ST_OK);
	assert_true(id_set(t->id));
	assert_int_equal(t->revision, 1);
	return t;
}

static struct thing *loaded(struct ctx *cx, struct id id)
{
	struct thing *t = form_row(cx, &form);

	assert_int_equal(form_load(cx, &form, id, t), ST_OK);
	return t;
}

static int64_t column(struct ctx *cx, struct id id, const char *name)
{
	struct row *row;

	assert_int_equal(
		db_one(cx, &size_of, ARGS({ "id", value_id(id) }), &row),
		ST_OK);
	return row_int(row, name);
}

static const char *audit(struct ctx *cx, struct id id)
{
	struct row *row;

	assert_int_equal(
		db_one(cx, &last_audit, ARGS({ "id", value_id(id) }), &row),
		ST_OK);
	return mem_printf(cx, "%s %s", row_text(row, "act"),
			  row_text(row, "detail"));
}

/* Saved and loaded again it is equal. */
static void again(void **state)
{
	struct ctx *cx = *state;
	struct thing *t = saved(cx), *same = loaded(cx, t->id);

	assert_string_equal(row_shown(cx, &form, same),
			    row_shown(cx, &form, t));
	assert_int_equal(same->nline, 3);
	assert_true(same->line[1].n == NO_NUMBER);
	assert_int_equal(column(cx, t->id, "size"), strlen("本社"));
	assert_string_equal(
		audit(cx, t->id),
		"test_thing.save {\"new\":true,\"fields\":[\"name\",\"pref\","
		"\"city\",\"line.0.note\",\"line.0.n\",\"line.2.note\","
		"\"line.2.n\"]}");
}

static void change(void **state)
{
	struct ctx *cx = *state;
	struct thing *t = loaded(cx, saved(cx)->id);

	t->name = "支社";
	t->line[0].n = 9;
	t->nline = 1;
	assert_int_equal(form_save(cx, &form, t), ST_OK);
	assert_int_equal(column(cx, t->id, "revision"), 2);
	t = loaded(cx, t->id);
	assert_string_equal(t->name, "支社");
	assert_int_equal(t->nline, 1);
	assert_int_equal(t->line[0].n, 9);
	/* Names of fields, never their values. */
	assert_string_equal(
		audit(cx, t->id),
		"test_thing.save {\"new\":false,\"fields\":[\"name\","
		"\"line.0.n\",\"line.2.note\",\"line.2.n\"]}");
}

static void stale(void **state)
{
	struct ctx *cx = *state;
	struct id id = saved(cx)->id;
	struct thing *one = loaded(cx, id), *two = loaded(cx, id);

	one->name = "一";
	two->name = "二";
	assert_int_equal(form_save(cx, &form, one), ST_OK);
	assert_int_equal(form_save(cx, &form, two), ST_STALE);
	assert_string_equal(loaded(cx, id)->name, "一");
}

/* Security IN-11: whatever a request has brought along. */
static void server_keeps(void **state)
{
	struct ctx *cx = *state;
	struct thing *t = loaded(cx, saved(cx)->id);

	t->owner = "thief";
	t->name = "支社";
	assert_int_equal(form_save(cx, &form, t), ST_OK);
	assert_string_equal(loaded(cx, t->id)->owner, "me");
}

static void not_there(void **state)
{
	struct ctx *cx = *state;
	struct thing *t = form_row(cx, &form);

	assert_int_equal(form_load(cx, &form, id_new(), t), ST_NOT_FOUND);
	t->id = id_new();
	assert_int_equal(form_save(cx, &form, t), ST_NOT_FOUND);
	assert_int_equal(form_remove(cx, &form, t->id), ST_NOT_FOUND);
}

static void removed(void **state)
{
	struct ctx *cx = *state;
	struct id id = saved(cx)->id;

	assert_int_equal(form_remove(cx, &form, id), ST_OK);
	assert_int_equal(form_load(cx, &form, id, form_row(cx, &form)),
			 ST_NOT_FOUND);
	assert_string_equal(audit(cx, id), "test_thing.remove ");
}

static void nothing_changed(void **state)
{
	struct ctx *cx = *state;
	struct thing *t = loaded(cx, saved(cx)->id);

	assert_int_equal(form_save(cx, &form, t), ST_OK);
	assert_string_equal(audit(cx, t->id),
			    "test_thing.save {\"new\":false,\"fields\":[]}");
}

#define IN_DB(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_DB(again),		IN_DB(change),	  IN_DB(stale),
		IN_DB(server_keeps),	IN_DB(not_there), IN_DB(removed),
		IN_DB(nothing_changed),
	};
	int failed = RUN_ALL(SUITE(choices, choose));

	return cmocka_run_group_tests(tests, NULL, NULL) > 0 || failed;
}
