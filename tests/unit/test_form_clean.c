/* test_form_clean.c - what was typed becomes values, or problems. */
#include "test_form.h"

#include "test.h"

struct place {
	const char *zip, *town;
};

struct line {
	const char *type;
	int64_t own;
	const char *note;
};

struct thing {
	struct id id;
	int64_t revision;
	const char *owner; /* nobody's to type */
	const char *name, *kana, *mail, *memo, *code, *tel;
	int64_t staff, ticked, day;
	const char *sort;
	struct place at;
	const char *reason; /* asked when sort is other */
	struct place second;
	struct line *line;
	size_t nline;
	const char *password;
};

static const char *const sorts[] = { "usual", "other", NULL };

static const struct field place_fields[] = {
	ZIP(struct place, zip, .flags = F_REQUIRED),
	WIDE(struct place, town, .flags = F_REQUIRED, .max = 5),
};

static const struct form place_form = {
	.name = "place",
	.row_size = sizeof(struct place),
	.fields = place_fields,
	.nfields = COUNT(place_fields),
};

static const struct field line_fields[] = {
	RADIO(struct line, type, .flags = F_REQUIRED, .choices = sorts),
	NUMBER(struct line, own, .flags = F_REQUIRED, .max = 100),
	TEXT(struct line, note, .flags = F_OPTIONAL, .max = 10),
};

static const struct form line_form = {
	.name = "line",
	.row_size = sizeof(struct line),
	.fields = line_fields,
	.nfields = COUNT(line_fields),
};

static bool is_other(const void *row)
{
	const struct thing *t = row;

	return strcmp(t->sort, "other") == 0;
}

static const char *no_seven(const void *value)
{
	int64_t n;

	memcpy(&n, value, sizeof(n));
	return n == 7 ? "seven" : NULL;
}

/* Runs only when every field is right by itself. */
static void rules(struct problems *p, const void *row)
{
	const struct thing *t = row;

	if (strcmp(t->name, "ＲＵＬＥ") == 0)
		(void)problem(p, "rule", "line.%d.own", 0);
}

static const struct field fields[] = {
	ID(struct thing, id),
	REVISION(struct thing, revision),
	TEXT(struct thing, owner, .flags = F_HIDDEN | F_SERVER),
	WIDE(struct thing, name, .flags = F_REQUIRED, .min = 2, .max = 5),
	KANA(struct thing, kana, .flags = F_OPTIONAL, .max = 5),
	MAIL(struct thing, mail, .flags = F_OPTIONAL, .max = 20),
	AREA(struct thing, memo, .flags = F_OPTIONAL, .max = 20),
	DIGITS(struct thing, code, .flags = F_OPTIONAL, .min = 3, .max = 4),
	TEL(struct thing, tel, .flags = F_OPTIONAL),
	NUMBER(struct thing, staff, .flags = F_OPTIONAL, .min = -5, .max = 50,
	       .check = no_seven),
	CHECK(struct thing, ticked, .flags = F_OPTIONAL),
	DATE(struct thing, day, .flags = F_OPTIONAL),
	RADIO(struct thing, sort, .flags = F_REQUIRED, .choices = sorts),
	PART(struct thing, at, struct place, place_form, .flags = F_REQUIRED),
	TEXT(struct thing, reason, .flags = F_REQUIRED, .max = 10,
	     .when = is_other),
	PART(struct thing, second, struct place, place_form,
	     .flags = F_REQUIRED, .when = is_other),
	ROWS(struct thing, line, nline, struct line, line_form,
	     .flags = F_REQUIRED, .min = 1, .max = 3),
	PASSWORD(struct thing, password, .flags = F_OPTIONAL),
};

static const struct form form = {
	.name = "thing",
	.row_size = sizeof(struct thing),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

#define FINE                                                                   \
	"sort=usual|at.zip=1008916|at.town=霞が関|"                         \
	"line.0.type=usual|line.0.own=1"
#define SHOWN                                                                  \
	"sort=usual|at.zip=1008916|at.town=霞が関|"                         \
	"line.0.type=usual|line.0.own=1"

struct clean_case {
	const char *name, *typed, *problems, *shown;
};

static const struct clean_case cases[] = {
	{ "everything right", "name=本社|" FINE, "", "name=本社|" SHOWN },
	{ "nothing typed", "",
	  "name empty, sort choose, at.zip empty, at.town empty, "
	  "line rows.few",
	  "" },
	{ "spaces are nothing", "name= 　\t|" FINE, "name empty", SHOWN },
	{ "spaces around go", "name=　本社 |" FINE, "", "name=本社|" SHOWN },
	{ "no-break and zero-width spaces go",
	  "name=\xC2\xA0\xE2\x80\x8B本社\xE2\x80\x8B|" FINE, "",
	  "name=本社|" SHOWN },
	{ "controls go", "name=本\x01\x1B社\x7F|" FINE, "",
	  "name=本社|" SHOWN },
	{ "half width becomes wide", "name=abｱ1|" FINE, "",
	  "name=ａｂア１|" SHOWN },
	{ "a voice mark joins", "name=ｶﾞｽ|" FINE, "", "name=ガス|" SHOWN },
	{ "at its limit", "name=一二三四五|" FINE, "",
	  "name=一二三四五|" SHOWN },
	{ "over its limit", "name=一二三四五六|" FINE, "name too_long", SHOWN },
	{ "counted in code points", "name=𠮷𠮷𠮷𠮷𠮷|" FINE, "",
	  "name=𠮷𠮷𠮷𠮷𠮷|" SHOWN },
	{ "under its limit", "name=一|" FINE, "name too_short", SHOWN },
	{ "private use", "name=\xEE\x80\x80社|" FINE, "name unusable", SHOWN },
	/* NOLINTNEXTLINE(misc-misleading-bidirectional): that is the point. */
	{ "turned writing", "name=本\xE2\x80\xAE社|" FINE, "name unusable",
	  SHOWN },
	{ "katakana in a reading", "name=本社|kana=ホンシャ|" FINE, "",
	  "name=本社|kana=ほんしゃ|" SHOWN },
	{ "kanji in a reading", "name=本社|kana=本社|" FINE, "kana kana.kanji",
	  "name=本社|" SHOWN },
	{ "letters in a reading", "name=本社|kana=abc|" FINE, "kana kana.latin",
	  "name=本社|" SHOWN },
	{ "digits in a reading", "name=本社|kana=１２|" FINE, "kana kana.digit",
	  "name=本社|" SHOWN },
	{ "a reading that is too long", "name=本社|kana=ああああああ|" FINE,
	  "kana too_long", "name=本社|" SHOWN },
	{ "wide mail address", "name=本社|mail=ａ＠ｅｘａｍｐｌｅ．ｊｐ|" FINE,
	  "", "name=本社|mail=a@example.jp|" SHOWN },
	{ "no mail address", "name=本社|mail=a＠|" FINE, "mail mail",
	  "name=本社|" SHOWN },
	{ "a mail address that is too long",
	  "name=本社|mail=aaaaaaaaaaaaaa@example.jp|" FINE, "mail too_long",
	  "name=本社|" SHOWN },
	{ "lines stay in a memo", "name=本社|memo=一\r\n二\n三|" FINE, "",
	  "name=本社|memo=一\n二\n三|" SHOWN },
	{ "lines go in a name", "name=本\n社|" FINE, "", "name=本社|" SHOWN },
	{ "wide digits with hyphens", "name=本社|code=１２－３|" FINE, "",
	  "name=本社|code=123|" SHOWN },
	{ "too few digits", "name=本社|code=12|" FINE, "code digits",
	  "name=本社|" SHOWN },
	{ "too many digits", "name=本社|code=12345|" FINE, "code digits",
	  "name=本社|" SHOWN },
	{ "no digits", "name=本社|code=12a|" FINE, "code digits.other",
	  "name=本社|" SHOWN },
	{ "leading zeros stay", "name=本社|code=007|" FINE, "",
	  "name=本社|code=007|" SHOWN },
	{ "telephone with brackets", "name=本社|tel=(03)1234-5678|" FINE, "",
	  "name=本社|tel=0312345678|" SHOWN },
	{ "telephone from abroad", "name=本社|tel=+81 3 1234 5678|" FINE, "",
	  "name=本社|tel=0312345678|" SHOWN },
	{ "nine digits are no telephone", "name=本社|tel=031234567|" FINE,
	  "tel tel", "name=本社|" SHOWN },
	{ "twenty-one neither", "name=本社|tel=012345678901234567890|" FINE,
	  "tel tel", "name=本社|" SHOWN },
	{ "a number with its unit", "name=本社|staff=４０人|" FINE, "",
	  "name=本社|staff=40|" SHOWN },
	{ "at both limits", "name=本社|staff=-5|" FINE, "",
	  "name=本社|staff=-5|" SHOWN },
	{ "the upper one", "name=本社|staff=50|" FINE, "",
	  "name=本社|staff=50|" SHOWN },
	{ "below", "name=本社|staff=-6|" FINE, "staff number.range",
	  "name=本社|" SHOWN },
	{ "above", "name=本社|staff=51|" FINE, "staff number.range",
	  "name=本社|" SHOWN },
	{ "no number at all", "name=本社|staff=多い|" FINE, "staff number",
	  "name=本社|" SHOWN },
	{ "half a person", "name=本社|staff=1.5|" FINE, "staff number.whole",
	  "name=本社|" SHOWN },
	{ "beyond 64 bits", "name=本社|staff=99999999999999999999|" FINE,
	  "staff number.range", "name=本社|" SHOWN },
	{ "its own check", "name=本社|staff=7|" FINE, "staff seven",
	  "name=本社|staff=7|" SHOWN },
	{ "a ticked box", "name=本社|ticked=1|" FINE, "",
	  "name=本社|ticked=1|" SHOWN },
	{ "a box with anything", "name=本社|ticked=on|" FINE, "",
	  "name=本社|ticked=1|" SHOWN },
	{ "a box with 0", "name=本社|ticked=0|" FINE, "", "name=本社|" SHOWN },
	{ "a day in three boxes",
	  "name=本社|day.year=令和4|day.month=２|day.day=28|" FINE, "",
	  "name=本社|day=2022年2月28日|" SHOWN },
	{ "a day as one text", "name=本社|day=2022-02-28|" FINE, "",
	  "name=本社|day=2022年2月28日|" SHOWN },
	{ "a day that is not there",
	  "name=本社|day.year=2022|day.month=2|day.day=29|" FINE,
	  "day date.unreal", "name=本社|" SHOWN },
	{ "a day without a year", "name=本社|day.month=2|day.day=28|" FINE,
	  "day date.no_year", "name=本社|" SHOWN },
	{ "a day without a month", "name=本社|day.year=2022|day.day=28|" FINE,
	  "day date.no_month", "name=本社|" SHOWN },
	{ "a day without a day", "name=本社|day.year=2022|day.month=2|" FINE,
	  "day date.no_day", "name=本社|" SHOWN },
	{ "a choice that there is not",
	  "name=本社|sort=third|at.zip=1008916|at.town=霞|line.0.own=1|"
	  "line.0.type=usual",
	  "sort unknown",
	  "name=本社|at.zip=1008916|at.town=霞|line.0.type=usual|line.0.own="
	  "1" },
	{ "what is not asked is not stored",
	  "name=本社|reason=why|second.zip=1008916|" FINE, "",
	  "name=本社|" SHOWN },
	{ "what is asked after all",
	  "name=本社|sort=other|at.zip=1008916|at.town=霞|line.0.type=usual|"
	  "line.0.own=1",
	  "reason empty, second.zip empty, second.town empty",
	  "name=本社|sort=other|at.zip=1008916|at.town=霞|line.0.type=usual|"
	  "line.0.own=1" },
	{ "a part inside", "name=本社|" FINE "|at.town=霞が関一丁", "",
	  "name=本社|" SHOWN },
	{ "postal code in a part",
	  "name=本社|sort=usual|at.zip=１００－８９１|at.town=霞|"
	  "line.0.type=usual|line.0.own=1",
	  "at.zip zip",
	  "name=本社|sort=usual|at.town=霞|line.0.type=usual|line.0.own=1" },
	{ "two rows", "name=本社|" FINE "|line.1.type=other|line.1.own=2", "",
	  "name=本社|" SHOWN "|line.1.type=other|line.1.own=2" },
	{ "a blank row between is left out",
	  "name=本社|" FINE "|line.1.type=|line.1.own=|line.2.type=other|"
	  "line.2.own=2",
	  "", "name=本社|" SHOWN "|line.1.type=other|line.1.own=2" },
	{ "a row of spaces is blank", "name=本社|" FINE "|line.1.note=　", "",
	  "name=本社|" SHOWN },
	{ "a row with half of it", "name=本社|" FINE "|line.1.own=2",
	  "line.1.type choose", "name=本社|" SHOWN "|line.1.own=2" },
	{ "a row with only a mistake", "name=本社|" FINE "|line.1.own=many",
	  "line.1.type choose, line.1.own number", "name=本社|" SHOWN },
	{ "places count what was typed",
	  "name=本社|" FINE "|line.2.type=other|line.2.own=101",
	  "line.2.own number.range", "name=本社|" SHOWN "|line.1.type=other" },
	{ "too many rows",
	  "name=本社|" FINE
	  "|line.1.type=usual|line.1.own=2|line.2.type=usual|line.2.own=3"
	  "|line.3.type=usual|line.3.own=4|line.4.type=usual|line.4.own=5",
	  "line rows.many",
	  "name=本社|" SHOWN
	  "|line.1.type=usual|line.1.own=2|line.2.type=usual|line.2.own=3"
	  "|line.3.type=usual|line.3.own=4" },
	{ "a row that no page can show is not read",
	  "name=本社|" FINE "|line.4000000000.type=other", "",
	  "name=本社|" SHOWN },
	{ "a rule over all", "name=RULE|" FINE, "line.0.own rule",
	  "name=ＲＵＬＥ|" SHOWN },
	{ "no rule while a field is wrong", "name=RULE|staff=x|" FINE,
	  "staff number", "name=ＲＵＬＥ|" SHOWN },
	{ "nobody types what the server keeps",
	  "name=本社|owner=somebody else|" FINE, "", "name=本社|" SHOWN },
	{ "an id that is none", "name=本社|id=12|" FINE, "id unknown",
	  "name=本社|" SHOWN },
	{ "a password as it is", "name=本社|password= a b |" FINE, "",
	  "name=本社|" SHOWN "|password= a b " },
};

static void clean(void **state)
{
	const struct clean_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct typed typed = { cx, c->typed };
	struct input in = typed_input(&typed);
	struct problems p = { .cx = cx };
	void *row = form_row(cx, &form);

	assert_int_equal(form_clean(cx, &form, &in, row, &p), ST_OK);
	assert_string_equal(problems_text(cx, &p), c->problems);
	assert_string_equal(row_shown(cx, &form, row), c->shown);
	ctx_end(cx);
}

struct args_case {
	const char *name, *typed, *args;
};

static const struct args_case args_cases[] = {
	{ "too long", "name=一二三四五六|" FINE, "max=5 now=6" },
	{ "too short", "name=一|" FINE, "min=2 now=1" },
	{ "digits", "name=本社|code=12345|" FINE, "min=3 max=4 now=5" },
	{ "postal code",
	  "name=本社|sort=usual|at.zip=1|at.town=霞|"
	  "line.0.type=usual|line.0.own=1",
	  "min=7 max=7 now=1" },
	{ "range", "name=本社|staff=51|" FINE, "min=-5 max=50" },
	{ "sign", "name=\xEF\xBF\xBD社|" FINE, "sign=\xEF\xBF\xBD" },
	{ "day", "name=本社|day=2022-02-30|" FINE, "year=2022 month=2 day=30" },
	{ "rows",
	  "name=本社|" FINE
	  "|line.1.type=usual|line.1.own=2|line.2.type=usual|line.2.own=3"
	  "|line.3.type=usual|line.3.own=4",
	  "max=3" },
};

/* What the message will say. */
static void args(void **state)
{
	const struct args_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct typed typed = { cx, c->typed };
	struct input in = typed_input(&typed);
	struct problems p = { .cx = cx };

	assert_int_equal(form_clean(cx, &form, &in, form_row(cx, &form), &p),
			 ST_OK);
	assert_int_equal(p.n, 1);
	assert_string_equal(args_text(cx, &p.list[0].what), c->args);
	ctx_end(cx);
}

static void note(void *arg, const struct slot *s, size_t row, const char *raw,
		 const char *stored)
{
	buf_printf(arg, "%s/%zu %s>%s;", s->place, row, raw, stored);
}

/* Only what is stored differently is told, with the row it stands in. */
static void tidied(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct typed typed = { cx, "name=ab|kana=かな|code=1-23|staff=1,000|"
				   "sort=usual|at.zip=〒100-8916|at.town=霞|"
				   "line.0.type=usual|line.0.own=1|"
				   "line.1.type=usual|line.1.own=２" };
	struct input in = typed_input(&typed);
	struct buf told;
	struct problems p = { .cx = cx, .tidied = note, .arg = &told };

	(void)state;
	buf_init(&told, cx);
	assert_int_equal(form_clean(cx, &form, &in, form_row(cx, &form), &p),
			 ST_OK);
	assert_string_equal(problems_text(cx, &p), "staff number.range");
	assert_string_equal(told.text,
			    "name/0 ab>ａｂ;code/0 1-23>123;"
			    "at.zip/0 〒100-8916>1008916;own/1 ２>2;");
	ctx_end(cx);
}

/* What was there before goes, whatever it was, but for the server's own. */
static void overwritten(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct typed typed = { cx, "name=支社|owner=thief|" FINE };
	struct input in = typed_input(&typed);
	struct problems p = { .cx = cx };
	struct thing *t = form_row(cx, &form);

	(void)state;
	t->owner = "mine";
	t->memo = "old";
	t->reason = "old";
	t->staff = 9;
	assert_int_equal(form_clean(cx, &form, &in, t, &p), ST_OK);
	assert_string_equal(t->owner, "mine");
	assert_string_equal(t->memo, "");
	assert_string_equal(t->reason, "");
	assert_true(t->staff == NO_NUMBER);
	assert_string_equal(t->name, "支社");
	ctx_end(cx);
}

/* A hundred problems are a hundred problems. */
static void many(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct problems p = { .cx = cx };

	(void)state;
	for (int i = 0; i < 100; i++)
		report_arg(problem(&p, "empty", "line.%d.own", i), "n", "%d",
			   i);
	assert_int_equal(p.n, 100);
	assert_string_equal(p.list[99].place, "line.99.own");
	assert_string_equal(args_text(cx, &p.list[42].what), "n=42");
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(cases, clean), SUITE(args_cases, args),
		       TEST(tidied), TEST(overwritten), TEST(many));
}
