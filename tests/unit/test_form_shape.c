/* test_form_shape.c - tables laid flat, compared, and refused when wrong. */
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "test_form.h"

#include "test.h"

struct inner {
	const char *zip;
	const char *pref;
};

struct line {
	const char *type;
	int64_t own;
};

struct outer {
	struct id id;
	int64_t revision;
	const char *name;
	int64_t n;
	struct inner at;
	struct line *line;
	size_t nline;
	const char *asked;
};

static const struct query options = {
	.name = "options",
	.text = "SELECT 1",
	.kind = QUERY_MANY,
};

static const struct field inner_fields[] = {
	ZIP(struct inner, zip, .flags = F_REQUIRED),
	CHOICE(struct inner, pref, .flags = F_REQUIRED, .options = &options),
};

static const struct form inner_form = {
	.name = "inner",
	.row_size = sizeof(struct inner),
	.fields = inner_fields,
	.nfields = COUNT(inner_fields),
};

static const struct field line_fields[] = {
	TEXT(struct line, type, .flags = F_REQUIRED, .max = 5),
	NUMBER(struct line, own, .flags = F_REQUIRED),
};

static const struct form line_form = {
	.name = "line",
	.row_size = sizeof(struct line),
	.fields = line_fields,
	.nfields = COUNT(line_fields),
};

static const struct field good_fields[] = {
	ID(struct outer, id),
	REVISION(struct outer, revision),
	WIDE(struct outer, name, .flags = F_REQUIRED, .max = 10),
	NUMBER(struct outer, n, .flags = F_OPTIONAL),
	PART(struct outer, at, struct inner, inner_form, .flags = F_REQUIRED),
	ROWS(struct outer, line, nline, struct line, line_form,
	     .flags = F_REQUIRED, .min = 1, .max = 3),
	TEXT(struct outer, asked, .flags = F_OPTIONAL | F_UNSTORED, .max = 5),
};

static const struct form good = {
	.name = "outer",
	.row_size = sizeof(struct outer),
	.fields = good_fields,
	.nfields = COUNT(good_fields),
};

/* --- Tables that must be refused ------------------------------------------ */

#define FORM_OF(what, ...)                                                     \
	static const struct field what##_fields[] = { __VA_ARGS__ };           \
	static const struct form what = {                                      \
		.name = #what,                                                 \
		.row_size = sizeof(struct outer),                              \
		.fields = what##_fields,                                       \
		.nfields = COUNT(what##_fields),                               \
	}

FORM_OF(no_need, TEXT(struct outer, name, .max = 5));
FORM_OF(two_needs,
	TEXT(struct outer, name, .flags = F_REQUIRED | F_OPTIONAL, .max = 5));
FORM_OF(hidden_need,
	TEXT(struct outer, name, .flags = F_HIDDEN | F_REQUIRED, .max = 5));
FORM_OF(twice, TEXT(struct outer, name, .flags = F_REQUIRED),
	TEXT(struct outer, name, .flags = F_REQUIRED));
FORM_OF(min_above_max,
	TEXT(struct outer, name, .flags = F_REQUIRED, .min = 6, .max = 5));
FORM_OF(choice_without, CHOICE(struct outer, name, .flags = F_REQUIRED));
FORM_OF(options_for_text,
	TEXT(struct outer, name, .flags = F_REQUIRED, .options = &options));
FORM_OF(text_with_form,
	TEXT(struct outer, name, .flags = F_REQUIRED, .form = &inner_form));
FORM_OF(rows_without_most, ROWS(struct outer, line, nline, struct line,
				line_form, .flags = F_REQUIRED, .min = 0));
FORM_OF(bad_inside,
	PART(struct outer, at, struct inner, two_needs, .flags = F_REQUIRED));

static const struct field capital_fields[] = {
	{ .name = "Name", .kind = &kind_text, .flags = F_REQUIRED },
};
static const struct form capital = {
	.name = "capital",
	.row_size = sizeof(struct outer),
	.fields = capital_fields,
	.nfields = 1,
};

static const struct field mine_fields[] = {
	{ .name = "my_org", .kind = &kind_text, .flags = F_REQUIRED },
};
static const struct form mine = {
	.name = "mine",
	.row_size = sizeof(struct outer),
	.fields = mine_fields,
	.nfields = 1,
};

static const struct field now_fields[] = {
	{ .name = "now", .kind = &kind_text, .flags = F_REQUIRED },
};
static const struct form now = {
	.name = "now_form",
	.row_size = sizeof(struct outer),
	.fields = now_fields,
	.nfields = 1,
};

static const struct form no_size = {
	.name = "no_size",
	.fields = good_fields,
	.nfields = COUNT(good_fields),
};

static const char *const stray_binds[] = { "id", "somebody" };
static const struct query stray_load = {
	.name = "stray_load",
	.text = "SELECT ?, ?",
	.kind = QUERY_ONE,
	.binds = stray_binds,
	.nbinds = COUNT(stray_binds),
};
static const struct form stray = {
	.name = "stray",
	.row_size = sizeof(struct outer),
	.fields = good_fields,
	.nfields = COUNT(good_fields),
	.load = &stray_load,
};

static const char *const unstored_binds[] = { "asked" };
static const struct query unstored_update = {
	.name = "unstored_update",
	.text = "UPDATE x SET a = ?",
	.kind = QUERY_EXEC,
	.binds = unstored_binds,
	.nbinds = COUNT(unstored_binds),
};
static const struct form unstored = {
	.name = "unstored",
	.row_size = sizeof(struct outer),
	.fields = good_fields,
	.nfields = COUNT(good_fields),
	.update = &unstored_update,
};

static const char *const known_binds[] = { "id",     "name",	"at_zip",
					   "my_org", "now",	"position",
					   "by_new", "revision" };
static const struct query known_load = {
	.name = "known_load",
	.text = "SELECT 1",
	.kind = QUERY_ONE,
	.binds = known_binds,
	.nbinds = COUNT(known_binds),
};
static const struct form known = {
	.name = "known",
	.row_size = sizeof(struct outer),
	.fields = good_fields,
	.nfields = COUNT(good_fields),
	.load = &known_load,
};

struct check_case {
	const char *name;
	const struct form *form;
	bool sound;
};

static const struct check_case checks[] = {
	{ "a sound table", &good, true },
	{ "binds that are known", &known, true },
	{ "neither required, optional nor hidden", &no_need, false },
	{ "required and optional", &two_needs, false },
	{ "hidden and required", &hidden_need, false },
	{ "a name twice", &twice, false },
	{ "min above max", &min_above_max, false },
	{ "a choice without options", &choice_without, false },
	{ "options for a text", &options_for_text, false },
	{ "a form for a text", &text_with_form, false },
	{ "rows without a number", &rows_without_most, false },
	{ "a part whose table is wrong", &bad_inside, false },
	{ "a capital letter", &capital, false },
	{ "a name of the runner's", &mine, false },
	{ "the clock's name", &now, false },
	{ "no size", &no_size, false },
	{ "a bind that no field gives", &stray, false },
	{ "a bind that is not stored", &unstored, false },
};

/* A wrong table ends the program, so a child looks at it. */
static void check(void **state)
{
	const struct check_case *c = *state;
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		log_to(-1);
		shape_check(ctx_new(NULL), c->form);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (c->sound)
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	else
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

/* --- Laid flat ------------------------------------------------------------ */

static void flat(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct shape *shape = shape_of(cx, &good);
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	for (size_t i = 0; i < shape->n; i++)
		buf_printf(&b, "%s:%s%s ", shape->list[i].place,
			   shape->list[i].bind,
			   slot_stored(&shape->list[i]) ? "" : "-");
	assert_string_equal(b.text,
			    "id:id revision:revision name:name n:n at:at- "
			    "at.zip:at_zip at.pref:at_pref line:line- "
			    "asked:asked- ");
	ctx_end(cx);
}

static void empty_row(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct outer *o = form_row(cx, &good);

	(void)state;
	assert_false(id_set(o->id));
	assert_string_equal(o->name, "");
	assert_string_equal(o->at.pref, "");
	assert_true(o->n == NO_NUMBER);
	assert_int_equal(o->nline, 0);
	ctx_end(cx);
}

/* A program makes the shape of a form once; other contexts see it too. */
static void kept(void **state)
{
	struct ctx *cx = ctx_new(NULL), *request;
	const struct shape *first;

	(void)state;
	assert_ptr_not_equal(shape_of(cx, &good), shape_of(cx, &good));
	shapes_keep(cx);
	request = ctx_new(cx);
	first = shape_of(request, &good);
	ctx_end(request);
	assert_ptr_equal(first, shape_of(cx, &good));
	assert_int_equal(first->n, 9);
	ctx_end(cx);
}

static void arguments(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct outer *o = form_row(cx, &good);
	const struct args *a, *extra = ARGS({ "position", value_int(3) });
	struct buf b;

	(void)state;
	o->name = "本社";
	o->at.zip = "1008916";
	a = form_args(cx, &good, o, extra);
	buf_init(&b, cx);
	for (size_t i = 0; i < a->n; i++)
		buf_printf(&b, "%s=%d ", a->list[i].name, a->list[i].v.kind);
	assert_string_equal(b.text, "id=3 revision=0 name=2 n=0 at_zip=2 "
				    "at_pref=2 ");
	assert_ptr_equal(a->more, extra);
	ctx_end(cx);
}

/* --- Compared ------------------------------------------------------------- */

static void note(void *arg, const struct slot *s, const char *place,
		 const void *was, const void *is)
{
	(void)s;
	buf_printf(arg, "%s%s%s ", place, was ? "" : "+", is ? "" : "-");
}

struct compare_case {
	const char *name;
	struct outer was, is;
	bool new, gone;
	const char *places;
};

static struct line one[] = { { "a", 1 } };
static struct line two[] = { { "a", 1 }, { "b", 2 } };
static struct line other[] = { { "c", 1 } };

#define ROW(...)                                                               \
	{                                                                      \
		.name = "本社", .n = 5, .at = { "1008916", "13" },             \
		.line = one, .nline = 1, .asked = "", __VA_ARGS__              \
	}

static const struct compare_case compares[] = {
	{ "the same", ROW(.revision = 1), ROW(.revision = 2), false, false,
	  "" },
	{ "what is not stored",
	  ROW(.revision = 1),
	  { .name = "本社",
	    .n = 5,
	    .at = { "1008916", "13" },
	    .line = one,
	    .nline = 1,
	    .asked = "x" },
	  false,
	  false,
	  "" },
	{ "a name",
	  ROW(.revision = 1),
	  { .name = "支社",
	    .n = 5,
	    .at = { "1008916", "13" },
	    .line = one,
	    .nline = 1,
	    .asked = "" },
	  false,
	  false,
	  "name " },
	{ "in a part, and a number that went",
	  ROW(.revision = 1),
	  { .name = "本社",
	    .n = NO_NUMBER,
	    .at = { "1008916", "27" },
	    .line = one,
	    .nline = 1,
	    .asked = "" },
	  false,
	  false,
	  "n at.pref " },
	{ "a row more",
	  ROW(.revision = 1),
	  { .name = "本社",
	    .n = 5,
	    .at = { "1008916", "13" },
	    .line = two,
	    .nline = 2,
	    .asked = "" },
	  false,
	  false,
	  "line.1.type+ line.1.own+ " },
	{ "a row less",
	  { .name = "本社",
	    .n = 5,
	    .at = { "1008916", "13" },
	    .line = two,
	    .nline = 2,
	    .asked = "" },
	  ROW(.revision = 1),
	  false,
	  false,
	  "line.1.type- line.1.own- " },
	{ "in a row",
	  ROW(.revision = 1),
	  { .name = "本社",
	    .n = 5,
	    .at = { "1008916", "13" },
	    .line = other,
	    .nline = 1,
	    .asked = "" },
	  false,
	  false,
	  "line.0.type " },
	{ "all new", ROW(.revision = 1), ROW(.revision = 1), true, false,
	  "name+ n+ at.zip+ at.pref+ line.0.type+ line.0.own+ " },
	{ "all gone", ROW(.revision = 1), ROW(.revision = 1), false, true,
	  "name- n- at.zip- at.pref- line.0.type- line.0.own- " },
};

static void compare(void **state)
{
	const struct compare_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct buf b;

	buf_init(&b, cx);
	shape_compare(cx, shape_of(cx, &good), c->new ? NULL : &c->was,
		      c->gone ? NULL : &c->is, note, &b);
	assert_string_equal(b.text, c->places);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(checks, check), TEST(flat), TEST(empty_row),
		       TEST(kept), TEST(arguments), SUITE(compares, compare));
}
