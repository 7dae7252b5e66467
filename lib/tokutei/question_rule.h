/* question_rule.h - rules about the applicant, for the table in question.c. */
#ifndef TOKUTEI_QUESTION_RULE_H
#define TOKUTEI_QUESTION_RULE_H

#include "tokutei/question.h"

/* A rule has found something at a field of the applicant. */
void rule_found(struct ctx *cx, struct finding *f, const char *field,
		const char *a, const char *b);

/* Each looks at the applicant, and at the facts about the offices. */
void rule_applicant_open(struct ctx *cx, const struct applicant *a,
			 const struct question_facts *facts, struct finding *f);
void rule_mandate_missing(struct ctx *cx, const struct applicant *a,
			  const struct question_facts *facts,
			  struct finding *f);
void rule_note2_missing(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts, struct finding *f);
void rule_note2_words(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f);
void rule_company_short(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts, struct finding *f);
void rule_number_missing(struct ctx *cx, const struct applicant *a,
			 const struct question_facts *facts, struct finding *f);
void rule_number_wrong(struct ctx *cx, const struct applicant *a,
		       const struct question_facts *facts, struct finding *f);
void rule_tel_unusual(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f);
void rule_mail_slip(struct ctx *cx, const struct applicant *a,
		    const struct question_facts *facts, struct finding *f);
void rule_not_secured(struct ctx *cx, const struct applicant *a,
		      const struct question_facts *facts, struct finding *f);

#endif
