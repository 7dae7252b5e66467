/* question_rule.c - rules about the applicant (spec tokutei §2.2, §4). */
#include "tokutei/question_rule.h"

#include <string.h>

#include "text/company.h"
#include "text/corporate.h"
#include "text/digits.h"
#include "text/mail.h"

static bool is_public(const struct applicant *a)
{
	return strcmp(a->founder, "public") == 0;
}

/* 設立主体 was changed after the page had been saved: what only the other kind
 * is asked has not been asked yet. */
void rule_applicant_open(struct ctx *cx, const struct applicant *a,
			 const struct question_facts *facts, struct finding *f)
{
	(void)facts;
	if (is_public(a) && *a->body == '\0')
		rule_found(cx, f, "body", "", "");
	if (!is_public(a) && *a->physician == '\0')
		rule_found(cx, f, "physician", "", "");
	if (!is_public(a) && *a->plan == '\0')
		rule_found(cx, f, "plan", "", "");
}

void rule_mandate_missing(struct ctx *cx, const struct applicant *a,
			  const struct question_facts *facts, struct finding *f)
{
	if (a->agency != 1 || facts->mandate)
		return;
	rule_found(cx, f, "agency", "", "");
	f->list[0].url = "/tokutei/attachment";
}

/*
 * External staff at a public facility: the public body states in 備考2 that the
 * company which runs it has a physician and a plan. 社会福祉・介護 needs no
 * physician (seed 002).
 */
static bool must_state(const struct applicant *a,
		       const struct question_facts *facts)
{
	return is_public(a) && facts->external > 0;
}

void rule_note2_missing(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts, struct finding *f)
{
	if (must_state(a, facts) && *a->note2 == '\0')
		rule_found(cx, f, "note2", "", "");
}

void rule_note2_words(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f)
{
	bool physician = facts->says_physician || !facts->beyond_welfare;

	if (must_state(a, facts) && *a->note2 &&
	    !(physician && facts->says_plan))
		rule_found(cx, f, "note2", "", "");
}

void rule_company_short(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts, struct finding *f)
{
	const char *full = company_full(cx, a->name);

	(void)facts;
	if (full)
		rule_found(cx, f, "name", a->name, full);
}

void rule_number_missing(struct ctx *cx, const struct applicant *a,
			 const struct question_facts *facts, struct finding *f)
{
	(void)facts;
	if (*a->note1 == '\0')
		rule_found(cx, f, "note1", "", "");
}

void rule_number_wrong(struct ctx *cx, const struct applicant *a,
		       const struct question_facts *facts, struct finding *f)
{
	(void)facts;
	if (corporate_find(a->note1) == CORPORATE_WRONG)
		rule_found(cx, f, "note1", "", "");
}

void rule_tel_unusual(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f)
{
	(void)facts;
	if (!phone_usual(a->tel))
		rule_found(cx, f, "tel", a->tel, "");
	if (*a->fax && !phone_usual(a->fax))
		rule_found(cx, f, "fax", a->fax, "");
}

void rule_mail_slip(struct ctx *cx, const struct applicant *a,
		    const struct question_facts *facts, struct finding *f)
{
	const char *meant = mail_hint(cx, a->mail);

	(void)facts;
	if (meant)
		rule_found(cx, f, "mail", a->mail, meant);
}

void rule_not_secured(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f)
{
	(void)cx, (void)a;
	f->count = facts->not_secured;
}
