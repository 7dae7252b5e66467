/*
 * precheck.h - 事前チェック: what a machine can see of an application before a
 * person reads it. One table of rules; each says what it found, whether that is
 * right, worth a question or wrong, and where (spec tokutei §5).
 *
 * A reviewer's sheet is about the applicant and the reviewer's own offices and
 * businesses, the registrar's about everything. The sheet decides nothing.
 */
#ifndef REVIEW_PRECHECK_H
#define REVIEW_PRECHECK_H

#include "base/ctx.h"
#include "review/desk.h"

enum precheck_verdict {
	PRECHECK_PASS, /* 適合 */
	PRECHECK_ASK,  /* 要確認 */
	PRECHECK_FAIL, /* 不適合 */
	PRECHECK_OFF,  /* 対象外: does not apply to this application */
};

/* The rules in the order in which they are shown. */
enum precheck_rule {
	P_REQUIRED,    /* something is empty that has to be there */
	P_PHYSICIAN,   /* 産業医 */
	P_PLAN,	       /* 業務継続計画 */
	P_NAME,	       /* full legal name */
	P_NUMBER,      /* 備考1: corporate number or permit */
	P_PUBLIC,      /* public body: what 備考2 has to say */
	P_AGENCY,      /* 代理申請: principals */
	P_MANDATE,     /* 代理申請: copy of the mandate */
	P_SUM,	       /* sums, and nobody at a business */
	P_STAFF,       /* more own people counted than there are */
	P_MEDIAN,      /* far from what others of the type have */
	P_ZIP,	       /* postal code against address */
	P_TEL,	       /* telephone numbers */
	P_MAIL,	       /* a slip in an e-mail address */
	P_INSTITUTION, /* no institution yet */
	P_DUPLICATE,   /* looks like another application */
	PRECHECK_RULES
};

/* Where something was found, as an inquiry names it. */
struct precheck_place {
	const char *target; /* applicant, office, institution; "": no field */
	const char *field;  /* name, at, tel … */
	int64_t office;	    /* number; 0: the applicant */
	struct id office_id;
	const char *name;  /* of the office, type, company; or "" */
	const char *a, *b; /* what the rule's message has in braces, or "" */
};

#define PRECHECK_NAMED 5 /* places that are named; the others are counted */

struct precheck_result {
	enum precheck_verdict verdict;
	int64_t count;
	struct precheck_place list[PRECHECK_NAMED];
	size_t n;
};

struct precheck {
	struct ctx *cx; /* of what it names; offices may pass by in others */
	struct precheck_result rule[PRECHECK_RULES];
};

/* required, physician, …: Msg.precheck.KEY. */
const char *precheck_key(enum precheck_rule rule);

/* Asks every rule. */
enum status precheck_run(struct ctx *cx, const struct desk_view *view,
			 struct precheck *sheet) MUST_USE;

/* One office as the rules see it: own businesses alone. */
struct precheck_office {
	struct id id;
	int64_t number;
	const char *name, *principal;
	const char *tel, *fax, *mail;
	const char *inst_tel, *inst_fax, *inst_mail;
	bool secured, missing, zip_wrong, inst_zip_wrong;
	int64_t staff;	 /* NO_NUMBER: not said */
	int64_t own;	 /* sum over the businesses */
	int64_t sum;	 /* the same with external ones */
	int64_t persons; /* as stored with the office */
	int64_t least;	 /* smallest business */
};
/* The rules about one office; needs no database. What the sheet names is kept
 * in sheet->cx, the rest in cx. */
void precheck_office(struct ctx *cx, const struct precheck_office *o,
		     bool agency, struct precheck *sheet);

/* Far from the median: more than ten times as many people at an office as
 * usual, or less than a tenth. Nothing is far while few are known. */
#define PRECHECK_SAMPLE 10
bool precheck_far(int64_t persons, int64_t offices, int64_t median,
		  int64_t sample);

#endif
