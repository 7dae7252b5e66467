/* precheck.c - 事前チェック: the rules about the applicant and the whole. */
#include "review/precheck.h"

#include <string.h>

#include "form/shape.h"
#include "review/duplicate.h"
#include "review/precheck_office.h"
#include "sql/review/precheck.h"
#include "text/corporate.h"
#include "tokutei/question.h"

static const char *const keys[PRECHECK_RULES] = {
	[P_REQUIRED] = "required",
	[P_PHYSICIAN] = "physician",
	[P_PLAN] = "plan",
	[P_NAME] = "name",
	[P_NUMBER] = "number",
	[P_PUBLIC] = "public",
	[P_AGENCY] = "agency",
	[P_MANDATE] = "mandate",
	[P_SUM] = "sum",
	[P_STAFF] = "staff",
	[P_MEDIAN] = "median",
	[P_ZIP] = "zip",
	[P_TEL] = "tel",
	[P_MAIL] = "mail",
	[P_INSTITUTION] = "institution",
	[P_DUPLICATE] = "duplicate",
};

const char *precheck_key(enum precheck_rule rule)
{
	return keys[rule];
}

static bool is_public(const struct applicant *a)
{
	return strcmp(a->founder, "public") == 0;
}

static void at_applicant(struct precheck_result *r, enum precheck_verdict v,
			 const char *field, const char *a, const char *b)
{
	precheck_found(r, v,
		       &(struct precheck_place) { .target = "applicant",
						  .field = field,
						  .name = "",
						  .a = a,
						  .b = b });
}

/* --- What the applicant's own check has already -------------------------- */

/* Which of its rules is which of ours, and how much it weighs here. */
static const struct {
	enum question question;
	enum precheck_rule rule;
	enum precheck_verdict verdict;
	const char *field;
} taken[] = {
	{ Q_APPLICANT_OPEN, P_REQUIRED, PRECHECK_FAIL, "" },
	{ Q_NOTE2_MISSING, P_PUBLIC, PRECHECK_FAIL, "note2" },
	{ Q_NOTE2_WORDS, P_PUBLIC, PRECHECK_ASK, "note2" },
	{ Q_MANDATE_MISSING, P_MANDATE, PRECHECK_FAIL, "agency" },
	{ Q_COMPANY_SHORT, P_NAME, PRECHECK_ASK, "name" },
	{ Q_NUMBER_MISSING, P_NUMBER, PRECHECK_ASK, "note1" },
	{ Q_NUMBER_WRONG, P_NUMBER, PRECHECK_FAIL, "note1" },
	{ Q_TEL_UNUSUAL, P_TEL, PRECHECK_ASK, "" },
	{ Q_MAIL_SLIP, P_MAIL, PRECHECK_ASK, "mail" },
};

/* A place of the check before sending is "/tokutei/applicant#tel". */
static const char *field_of(const struct question_place *place,
			    const char *usual)
{
	const char *mark = strchr(place->url, '#');

	return *usual || !mark ? usual : mark + 1;
}

static void take_questions(struct ctx *cx, const struct desk_view *view,
			   const struct question_facts *facts,
			   struct precheck *sheet)
{
	struct questions *q = mem_zero(cx, sizeof(*q));

	question_applicant(cx, view->applicant, facts, q);
	for (size_t i = 0; i < COUNT(taken); i++) {
		const struct finding *f = &q->found[taken[i].question];

		for (size_t k = 0; k < f->n; k++)
			at_applicant(&sheet->rule[taken[i].rule],
				     taken[i].verdict,
				     field_of(&f->list[k], taken[i].field),
				     f->list[k].a, f->list[k].b);
	}
}

/* --- The applicant ------------------------------------------------------- */

/* Everything that is asked and must be there, by the form's own table. */
static void check_required(struct ctx *cx, const struct applicant *a,
			   struct precheck_result *r)
{
	const struct shape *shape = shape_of(cx, &applicant_form);

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const struct kind *k = s->field->kind;

		if (!(s->field->flags & F_REQUIRED) || !k->missing ||
		    !slot_asked(s, a) || !k->missing(slot_value(s, a)))
			continue;
		at_applicant(r, PRECHECK_FAIL, s->place, "", "");
	}
}

/* "予定" is no (seed 002); only 社会保険・社会福祉・介護 needs no physician. */
static void check_gates(const struct applicant *a, bool needs_physician,
			struct precheck *sheet)
{
	struct precheck_result *physician = &sheet->rule[P_PHYSICIAN];
	struct precheck_result *plan = &sheet->rule[P_PLAN];

	if (is_public(a)) {
		physician->verdict = plan->verdict = PRECHECK_OFF;
		return;
	}
	if (strcmp(a->physician, "yes") != 0 && needs_physician)
		at_applicant(physician, PRECHECK_FAIL, "physician", "", "");
	else if (!needs_physician)
		physician->verdict = PRECHECK_OFF;
	if (strcmp(a->plan, "yes") != 0)
		at_applicant(plan, PRECHECK_FAIL, "plan", "", "");
}

static enum status check_zip(struct ctx *cx, const struct desk_view *view,
			     struct precheck_result *r)
{
	struct row *row;

	TRY(db_one(cx, &sql_precheck_applicant_zip,
		   ARGS({ "version", value_int(view->version) }), &row));
	if (row_int(row, "wrong") == 1)
		at_applicant(r, PRECHECK_ASK, "at", view->applicant->at.zip,
			     row_text(row, "belongs"));
	return ST_OK;
}

static enum status check_applicant(struct ctx *cx, const struct desk_view *view,
				   struct precheck *sheet)
{
	const struct applicant *a = view->applicant;
	struct question_facts facts;
	struct row *row;

	TRY(db_one(cx, &sql_precheck_facts,
		   ARGS({ "version", value_int(view->version) }), &row));
	facts = (struct question_facts) {
		.external = row_int(row, "external"),
		.beyond_welfare = row_int(row, "beyond_welfare") == 1,
		.says_physician = row_int(row, "says_physician") == 1,
		.says_plan = row_int(row, "says_plan") == 1,
		.mandate = row_int(row, "mandate") == 1,
	};
	check_required(cx, a, &sheet->rule[P_REQUIRED]);
	check_gates(a, row_int(row, "needs_physician") == 1, sheet);
	if (!is_public(a) || facts.external == 0)
		sheet->rule[P_PUBLIC].verdict = PRECHECK_OFF;
	if (a->agency != 1)
		sheet->rule[P_AGENCY].verdict = sheet->rule[P_MANDATE].verdict =
			PRECHECK_OFF;
	take_questions(cx, view, &facts, sheet);
	return check_zip(cx, view, &sheet->rule[P_ZIP]);
}

/* --- Against others ------------------------------------------------------ */

bool precheck_far(int64_t persons, int64_t offices, int64_t median,
		  int64_t sample)
{
	/* Head counts of at most 50,000 offices, ten millions each: far below
	 * what ten times as many would need to overflow. */
	if (sample < PRECHECK_SAMPLE || offices < 1 || median < 1)
		return false;
	return persons > 10 * median * offices ||
	       10 * persons < median * offices;
}

/* One statement per type: an application has few, and each is an index away. */
static enum status check_median(struct ctx *cx, const struct desk_view *view,
				struct precheck_result *r)
{
	struct rows types;

	TRY(desk_totals(cx, view, &types));
	for (size_t i = 0; i < types.n; i++) {
		const struct row *type = types.list[i];
		int64_t persons = row_int(type, "persons");
		int64_t offices = row_int(type, "offices");
		struct row *row;

		TRY(db_one(
			cx, &sql_precheck_median,
			ARGS({ "type", value_text(row_text(type, "type")) },
			     { "application", value_int(view->application) }),
			&row));
		if (precheck_far(persons, offices, row_int(row, "median"),
				 row_int(row, "sample")))
			precheck_found(
				r, PRECHECK_ASK,
				&(struct precheck_place) {
					.target = "",
					.field = "",
					.name = row_text(type, "label"),
					.a = mem_printf(
						cx, "%lld",
						(long long)((persons + offices -
							     1) /
							    offices)),
					.b = mem_printf(
						cx, "%lld",
						(long long)row_int(
							row, "median")) });
	}
	return ST_OK;
}

static enum status check_duplicates(struct ctx *cx,
				    const struct desk_view *view,
				    struct precheck_result *r)
{
	struct rows rows;

	TRY(duplicate_list(cx, view, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = rows.list[i];
		const char *verdict = row_text(row, "verdict");

		if (strcmp(verdict, "different") == 0)
			continue;
		precheck_found(r, *verdict ? PRECHECK_FAIL : PRECHECK_ASK,
			       &(struct precheck_place) {
				       .target = "",
				       .field = "",
				       .name = row_text(row, "name"),
				       .a = row_text(row, "receipt"),
				       .b = "" });
	}
	return ST_OK;
}

enum status precheck_run(struct ctx *cx, const struct desk_view *view,
			 struct precheck *sheet)
{
	*sheet = (struct precheck) { .cx = cx };
	TRY(check_applicant(cx, view, sheet));
	TRY(precheck_offices(cx, view, sheet));
	TRY(check_median(cx, view, &sheet->rule[P_MEDIAN]));
	return check_duplicates(cx, view, &sheet->rule[P_DUPLICATE]);
}
