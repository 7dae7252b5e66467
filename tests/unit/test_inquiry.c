/* test_inquiry.c - 疑義照会: which fields may be asked about, what may
 * be changed then, and when somebody is reminded. */
#include <string.h>

#include "base/buf.h"
#include "form/shape.h"
#include "inquiry/inquiry.h"
#include "inquiry/answer.h"
#include "inquiry/remind.h"

#include "test.h"

/* --- Fields -------------------------------------------------------------- */

struct fields {
	const char *name;
	const char *target, *founder;
	int64_t agency;
	const char *should;
};

static const struct fields fields_cases[] = {
	{ "of a company", "applicant", "private", 0,
	  "name kana chief chief_kana at tel fax mail physician plan note1 "
	  "agency note2" },
	{ "of a public body", "applicant", "public", 0,
	  "body name kana chief chief_kana at tel fax mail note1 note2" },
	{ "of an agency", "applicant", "private", 1,
	  "name kana chief chief_kana at tel fax mail physician plan note1 "
	  "agency note2" },
	{ "of an office", "office", "private", 0,
	  "name kana principal at tel fax mail staff" },
	{ "of a business", "business", "private", 0,
	  "row type own external note" },
	{ "of an institution", "institution", "private", 0, "inst" },
	{ "of documents", "document", "private", 0,
	  "basis physician plan mandate" },
	{ "of nothing that there is", "account", "private", 0, "" },
};

static void fields(void **state)
{
	const struct fields *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct correction *row = form_row(cx, &correction_form);
	struct point_fields list;
	struct buf all;

	row->applicant.founder = c->founder;
	row->applicant.agency = c->agency;
	point_list(c->target, row, &list);
	buf_init(&all, cx);
	for (size_t i = 0; i < list.n; i++)
		buf_printf(&all, "%s%s", i ? " " : "", list.names[i]);
	assert_string_equal(all.text, c->should);
	ctx_end(cx);
}

struct places {
	const char *name;
	const char *point, *should;
};

static const struct places places_cases[] = {
	{ "an address is one thing", "applicant.at", "applicant.at" },
	{ "agency with its statements", "applicant.agency",
	  "applicant.agency applicant.agency_physician "
	  "applicant.agency_plan" },
	{ "a field of an office", "office.tel", "office.tel" },
	{ "the three levels of a type", "business.3.type",
	  "business.type business.detail1 business.detail2" },
	{ "a number", "business.1.own", "business.own" },
	{ "all of a business", "business.20.row", "business" },
	{ "all of an institution", "institution.inst", "inst" },
	{ "a document changes nothing", "document.plan", "" },
	{ "no business 0", "business.0.own", NULL },
	{ "no business 21", "business.21.own", NULL },
	{ "no number", "business.own", NULL },
	{ "no field", "applicant", NULL },
	{ "nothing", "", NULL },
};

static void places(void **state)
{
	const struct places *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct point at;
	bool is = point_parse(cx, c->point, &at);

	assert_int_equal(is, c->should != NULL);
	if (is) {
		assert_string_equal(point_places(cx, &at), c->should);
		assert_string_equal(point_name(cx, &at), c->point);
	}
	ctx_end(cx);
}

struct shown {
	const char *name;
	const char *target;
	int64_t position;
	const char *field, *should; /* the point */
	bool in_office;
};

static const struct shown shown_cases[] = {
	{ "a field", "applicant", 0, "tel", "applicant.tel", false },
	{ "deeper", "applicant", 0, "at.zip", "applicant.at", false },
	{ "of an office", "office", 0, "name", "office.name", true },
	{ "of a business", "business", 2, "own", "business.2.own", true },
	{ "all of a business", "business", 2, "", "business.2.row", true },
	{ "of an institution", "institution", 0, "at.town", "institution.inst",
	  true },
	{ "a document", "document", 0, "plan", "document.plan", false },
};

static void shown(void **state)
{
	const struct shown *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const struct point at = point_shown(cx, c->target, c->position,
					    c->field);

	assert_string_equal(point_name(cx, &at), c->should);
	assert_int_equal(point_in_office(&at), c->in_office);
	ctx_end(cx);
}

struct below {
	const char *name;
	const char *place, *places;
	bool is;
};

static const struct below below_cases[] = {
	{ "itself", "applicant.at", "applicant.at", true },
	{ "in it", "applicant.at.zip", "applicant.at", true },
	{ "the second", "b", "a b", true },
	{ "only a longer name", "applicant.attic", "applicant.at", false },
	{ "above it", "applicant", "applicant.at", false },
	{ "beside it", "applicant.tel", "applicant.at", false },
	{ "nothing is below nothing", "applicant.tel", "", false },
};

static void below(void **state)
{
	const struct below *c = *state;

	assert_int_equal(place_below(c->place, c->places), c->is);
}

/* --- Merged -------------------------------------------------------------- */

struct merge {
	const char *name;
	const char *point;
	const char *applicant, *tel;  /* after it */
	int64_t own, external;	      /* after it */
	const char *basis_own, *plan; /* after it */
};

/* Before it: 甲 1 10 20 "40:00;10" 旧; typed: 乙 2 11 21 "" 新. */
static const struct merge merge_cases[] = {
	{ "a name", "applicant.name", "乙", "1", 10, 20, "40:00;10", "旧" },
	{ "a number", "business.1.own", "甲", "1", 11, 20, "", "旧" },
	{ "the other number", "business.1.external", "甲", "1", 10, 21,
	  "40:00;10", "旧" },
	{ "all of a business", "business.1.row", "甲", "1", 11, 21, "", "旧" },
	{ "an institution", "institution.inst", "甲", "1", 10, 20, "40:00;10",
	  "新" },
	{ "a document", "document.plan", "甲", "1", 10, 20, "40:00;10", "旧" },
};

static void fill(struct correction *c, const char *name, const char *tel,
		 int64_t own, const char *basis, const char *plan)
{
	c->applicant.name = name;
	c->applicant.tel = tel;
	c->business.own = own;
	c->business.external = own + 10;
	c->business.basis_own = basis;
	c->business.basis_external = "";
	c->inst.plan = plan;
}

static void merge(void **state)
{
	const struct merge *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct correction *is = form_row(cx, &correction_form);
	struct correction *typed = form_row(cx, &correction_form);
	struct correction was;

	fill(is, "甲", "1", 10, "40:00;10", "旧");
	fill(typed, "乙", "2", 11, "", "新");
	assert_true(point_parse(cx, c->point, &is->at));
	typed->at = is->at;
	was = *is;
	correction_merge(cx, is, typed);
	assert_string_equal(is->applicant.name, c->applicant);
	assert_string_equal(is->applicant.tel, c->tel);
	assert_int_equal(is->business.own, c->own);
	assert_int_equal(is->business.external, c->external);
	assert_string_equal(is->business.basis_own, c->basis_own);
	assert_string_equal(is->inst.plan, c->plan);
	assert_int_equal(correction_differs(cx, &was, is),
			 strcmp(c->name, "a document") != 0);
	ctx_end(cx);
}

/* --- Reminders ----------------------------------------------------------- */

/* 2026-11-23 is a Monday and a holiday; 2026-12-04 a Friday. */
struct due {
	const char *name;
	const char *today, *sent, *due;
	int64_t reminded;
	const char *mail; /* NULL: none */
	int64_t to;
};

static const struct due due_cases[] = {
	{ "long before", "2026-11-30", "2026-11-16", "2026-12-04", 0, NULL, 0 },
	{ "three business days before", "2026-12-01", "2026-11-16",
	  "2026-12-04", 0, "inquiry_reminder", 1 },
	{ "the worker was late", "2026-12-04", "2026-11-16", "2026-12-04", 0,
	  "inquiry_reminder", 1 },
	{ "once", "2026-12-02", "2026-11-16", "2026-12-04", 1, NULL, 1 },
	{ "asked with less than that left", "2026-12-02", "2026-12-01",
	  "2026-12-04", 0, NULL, 1 },
	{ "too late for it", "2026-12-05", "2026-11-16", "2026-12-04", 0, NULL,
	  1 },
	{ "over a weekend and a holiday", "2026-11-19", "2026-11-02",
	  "2026-11-25", 0, "inquiry_reminder", 1 },
	{ "not a day earlier", "2026-11-18", "2026-11-02", "2026-11-25", 0,
	  NULL, 0 },
	{ "a day late is not late yet", "2026-12-05", "2026-11-16",
	  "2026-12-04", 1, NULL, 1 },
	{ "two business days late", "2026-12-08", "2026-11-16", "2026-12-04", 1,
	  NULL, 1 },
	{ "three business days late", "2026-12-09", "2026-11-16", "2026-12-04",
	  1, "inquiry_overdue", 2 },
	{ "and once", "2026-12-20", "2026-11-16", "2026-12-04", 2, NULL, 2 },
};

static struct date day(const char *iso)
{
	struct date d;

	assert_true(date_parse_iso(iso, &d));
	return d;
}

static void due(void **state)
{
	const struct due *c = *state;
	int64_t monday = date_days(day("2026-11-23"));
	const struct holidays off = { &monday, 1 };
	const struct remind r = { day(c->today), day(c->sent), day(c->due),
				  c->reminded };
	int64_t to;
	const char *mail = remind_what(&r, &off, &to);

	assert_string_equal(mail ? mail : "", c->mail ? c->mail : "");
	assert_int_equal(to, c->to);
}

/* The form of the page stands for every part of the application. */
static void sound(void **state)
{
	struct ctx *cx = ctx_new(NULL);

	(void)state;
	shape_check(cx, &correction_form);
	shape_check(cx, &inquiry_item_form);
	shape_check(cx, &inquiry_words_form);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(fields_cases, fields), SUITE(places_cases, places),
		       SUITE(shown_cases, shown), SUITE(below_cases, below),
		       SUITE(merge_cases, merge), SUITE(due_cases, due),
		       TEST(sound));
}
