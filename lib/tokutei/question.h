/* question.h - the check before sending, as the applicant sees it too. */
#ifndef TOKUTEI_QUESTION_H
#define TOKUTEI_QUESTION_H

#include "form/form.h"
#include "tokutei/applicant.h"

/* What is found either may stay, once somebody has said so, or may not. */
enum question_sort {
	QUESTION_ASK,	/* the applicant ticks 「このままでよい」 */
	QUESTION_BLOCK, /* has to be mended before sending */
	QUESTION_TELL,	/* only worth knowing */
};

/* The rules, in the order in which they are shown. */
enum question {
	Q_APPLICANT_OPEN, /* an answer is missing since 設立主体 changed */
	Q_PRINCIPAL_MISSING, /* agency: an office without principal */
	Q_TYPE_ENDED,	     /* a type that can no longer be chosen */
	Q_MANDATE_MISSING,   /* agency: no copy of the mandate */
	Q_NOTE2_MISSING,     /* public body, external staff, 備考2 empty */
	Q_NOTE2_WORDS,	     /* the same, and it does not say what it must */
	Q_COMPANY_SHORT,     /* （株） and the like */
	Q_NUMBER_MISSING,    /* 備考1 is empty */
	Q_NUMBER_WRONG,	     /* a corporate number with a slip in it */
	Q_ZIP_ELSEWHERE,     /* a postal code of another place, or of none */
	Q_TEL_UNUSUAL,	     /* not 10 or 11 digits that begin with 0 */
	Q_MAIL_SLIP,	     /* a domain like gmial.com */
	Q_STAFF_LESS,	     /* more own people counted than there are */
	Q_NOT_SECURED,	     /* offices without institution */
	QUESTIONS
};

/* One place that a rule has found. */
struct question_place {
	const char *url;   /* where it is changed */
	const char *name;  /* of the office; "" for the applicant */
	const char *a, *b; /* what the rule's message has in braces, or "" */
};

#define QUESTION_NAMED 5 /* places that are named; the others are counted */

struct finding {
	int64_t count;
	struct question_place list[QUESTION_NAMED];
	size_t n;
};

/* What was found, and the ticks: the row of question_form. A tick belongs to a
 * rule, however many places there are. */
struct questions {
	struct finding found[QUESTIONS];
	int64_t note2_words, company_short, number_missing, number_wrong,
		zip_elsewhere, tel_unusual, mail_slip, staff_less;
};

/* One tick for each rule that asks; it is asked while something is found. */
extern const struct form question_form;

struct question_rule {
	const char *key; /* Msg.question.KEY, the tick, accepted_question */
	enum question_sort sort;
};
struct question_rule question_rule(enum question q);

/* What the offices have to do with the applicant's rules. */
struct question_facts {
	int64_t external;    /* external staff, all offices */
	bool beyond_welfare; /* some of it at other businesses than T01 */
	bool says_physician, says_plan; /* 備考2 has the words */
	bool mandate;			/* a copy is attached */
	int64_t not_secured;		/* offices */
};

/* Asks every rule about the draft of whoever asks. ST_STATE without one. */
enum status question_find(struct ctx *cx, struct questions *q) MUST_USE;
/* The same, of the offices only what stops a sending: the others were answered
 * for when it was sent first. */
enum status question_find_blocks(struct ctx *cx, struct questions *q) MUST_USE;
/* The rules about the applicant alone; needs no database. */
void question_applicant(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts,
			struct questions *q);
/* What blocks becomes a problem at the rule's key. */
void question_block(const struct questions *q, struct problems *p);
/* The only one of them that an answer to an inquiry is held to, whose draft it
 * is: nobody chooses anew what has ended. */
enum status question_types(struct ctx *cx, struct problems *p) MUST_USE;
/* Stores what was ticked, with the draft that is about to be sent. */
enum status question_accept(struct ctx *cx, const struct questions *q) MUST_USE;

#endif
