/* test_review_precheck.c - the rules of the machine's check that need no
 * database: one office, and what is far from a median. */
#include "review/precheck.h"

#include "test.h"

#define NOTHING PRECHECK_RULES

/* An office that nothing is said about; each case changes something. */
struct change {
	const char *name;
	const char *principal, *tel, *fax, *mail, *inst_tel;
	bool agency, open, missing, zip, inst_zip;
	int64_t staff, own, sum, persons, least; /* 0: as usual; -1: none */
	enum precheck_rule found;		 /* the one rule that speaks */
	enum precheck_verdict verdict;
	const char *target, *field;
};

static const char * or (const char *text, const char *usual)
{
	return text ? text : usual;
}

static int64_t number(int64_t n, int64_t usual)
{
	return n == 0 ? usual : n == -1 ? 0 : n;
}

static void speaks(void **state)
{
	const struct change *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct precheck sheet = { .cx = cx };
	const struct precheck_office o = {
		.number = 7,
		.name = "a",
		.principal = or (c->principal, ""),
		.tel = or (c->tel, "0312345678"),
		.fax = or (c->fax, ""),
		.mail = or (c->mail, "taro@example.jp"),
		.inst_tel = or (c->inst_tel, "0312345678"),
		.inst_fax = "",
		.inst_mail = "",
		.secured = !c->open,
		.missing = c->missing,
		.zip_wrong = c->zip,
		.inst_zip_wrong = c->inst_zip,
		.staff = c->staff ? c->staff : NO_NUMBER,
		.own = number(c->own, 20),
		.sum = number(c->sum, 25),
		.persons = c->persons ? c->persons : 25,
		.least = number(c->least, 5),
	};

	precheck_office(cx, &o, c->agency, &sheet);
	for (size_t i = 0; i < PRECHECK_RULES; i++) {
		const struct precheck_result *r = &sheet.rule[i];

		assert_int_equal(r->count, i == c->found);
		assert_int_equal(r->verdict,
				 i == c->found ? c->verdict : PRECHECK_PASS);
	}
	if (c->found != NOTHING) {
		assert_string_equal(sheet.rule[c->found].list[0].target,
				    c->target);
		assert_string_equal(sheet.rule[c->found].list[0].field,
				    c->field);
		assert_int_equal(sheet.rule[c->found].list[0].office, 7);
	}
	ctx_end(cx);
}

static const struct change changes[] = {
	{ "nothing to say", .found = NOTHING },
	{ "something is missing", .missing = true, .found = P_REQUIRED,
	  .verdict = PRECHECK_FAIL, .target = "office", .field = "" },
	{ "a sum that is another", .sum = 26, .found = P_SUM,
	  .verdict = PRECHECK_FAIL, .target = "office", .field = "" },
	{ "nobody at a business", .least = -1, .found = P_SUM,
	  .verdict = PRECHECK_FAIL, .target = "office", .field = "" },
	{ "as many as there are", .staff = 20, .found = NOTHING },
	{ "one more than there are", .staff = 19, .found = P_STAFF,
	  .verdict = PRECHECK_ASK, .target = "office", .field = "staff" },
	{ "external ones are no part of them", .staff = 20, .own = 20,
	  .sum = 25, .found = NOTHING },
	{ "postal code", .zip = true, .found = P_ZIP, .verdict = PRECHECK_ASK,
	  .target = "office", .field = "at" },
	{ "postal code of the institution", .inst_zip = true, .found = P_ZIP,
	  .verdict = PRECHECK_ASK, .target = "institution", .field = "inst" },
	{ "a short telephone number", .tel = "03123456", .found = P_TEL,
	  .verdict = PRECHECK_ASK, .target = "office", .field = "tel" },
	{ "that of the institution", .inst_tel = "03123456", .found = P_TEL,
	  .verdict = PRECHECK_ASK, .target = "institution", .field = "inst" },
	{ "no fax is no slip", .fax = "", .found = NOTHING },
	{ "a slip in an address", .mail = "taro@gmial.com", .found = P_MAIL,
	  .verdict = PRECHECK_ASK, .target = "office", .field = "mail" },
	{ "no institution", .open = true, .found = P_INSTITUTION,
	  .verdict = PRECHECK_ASK, .target = "institution", .field = "inst" },
	{ "no agency, no principal", .found = NOTHING },
	{ "agency without principal", .agency = true, .found = P_AGENCY,
	  .verdict = PRECHECK_FAIL, .target = "office", .field = "principal" },
	{ "agency with principal", .agency = true,
	  .principal = "株式会社サンプル", .found = NOTHING },
	{ "principal in short", .agency = true, .principal = "（株）サンプル",
	  .found = P_NAME, .verdict = PRECHECK_ASK, .target = "office",
	  .field = "principal" },
};

struct far {
	const char *name;
	int64_t persons, offices, median, sample;
	bool is;
};

static void is_far(void **state)
{
	const struct far *c = *state;

	assert_int_equal(
		precheck_far(c->persons, c->offices, c->median, c->sample),
		c->is);
}

static const struct far fars[] = {
	{ "as usual", 20, 1, 20, 100, false },
	{ "ten times as many", 200, 1, 20, 100, false },
	{ "more than that", 201, 1, 20, 100, true },
	{ "spread over offices", 201, 2, 20, 100, false },
	{ "a tenth", 2, 1, 20, 100, false },
	{ "less than that", 1, 1, 20, 100, true },
	{ "few are known", 1000, 1, 20, 9, false },
	{ "just enough are known", 1000, 1, 20, 10, true },
	{ "no offices", 1000, 0, 20, 100, false },
	{ "no median", 1000, 1, 0, 100, false },
};

/* Only the first places are named, all are counted, the worst is said. */
static void counts(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct precheck sheet = { .cx = cx };
	struct precheck_office o = {
		.name = "a",
		.principal = "",
		.tel = "1",
		.fax = "",
		.mail = "",
		.inst_tel = "",
		.inst_fax = "",
		.inst_mail = "",
		.secured = true,
		.staff = NO_NUMBER,
		.own = 1,
		.sum = 1,
		.persons = 1,
		.least = 1,
	};

	(void)state;
	for (o.number = 1; o.number <= 9; o.number++)
		precheck_office(cx, &o, false, &sheet);
	assert_int_equal(sheet.rule[P_TEL].count, 9);
	assert_int_equal(sheet.rule[P_TEL].n, PRECHECK_NAMED);
	assert_int_equal(sheet.rule[P_TEL].list[4].office, 5);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(changes, speaks), SUITE(fars, is_far),
		       TEST(counts));
}
