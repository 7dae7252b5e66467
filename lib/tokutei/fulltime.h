/* fulltime.h - 常勤換算: head counts as full-time equivalents. */
#ifndef TOKUTEI_FULLTIME_H
#define TOKUTEI_FULLTIME_H

#include "form/form.h"

/* Some people who do the target work for so long a week. */
struct pattern {
	int64_t people;
	int64_t hours, minutes; /* each, per week */
};

/* The calculation (積算根拠) of one head count (seed 002, 常勤換算). */
struct fulltime {
	int64_t hours, minutes; /* 所定勤務時間 per week */
	int64_t fulltimers;
	struct pattern *pattern;
	size_t npattern;
	/* For the page that works it out, never stored: the business of the
	 * office, from 0, and which of its two numbers (own, external). */
	int64_t row;
	const char *side;
};

#define PATTERN_MAX 20

extern const struct form fulltime_form;

struct fulltime_sum {
	int64_t count;	      /* rounded up, once */
	const char *fraction; /* before rounding: "29/8", "4" */
	const char *decimal;  /* the same: "3.625"; cut after 4 decimals */
	bool cut;	      /* decimal is not all of it: 1/3 */
};

/*
 * Full-timers plus the sum of people × time ÷ scheduled time, exact, rounded
 * up once (spec tokutei §2.4). ST_INVALID: no scheduled time, or the numbers
 * are beyond reason.
 */
enum status fulltime_count(struct ctx *cx, const struct fulltime *f,
			   struct fulltime_sum *sum) MUST_USE;

/* As it is stored beside the number: "40:00;3;5x9:00;10x10:00"; and back,
 * false, and f as it was, unless it is such a text. "" is no calculation. */
const char *fulltime_text(struct ctx *cx, const struct fulltime *f);
bool fulltime_parse(struct ctx *cx, const char *text, struct fulltime *f);

/* A place of an office, "business.2.own", as its business and side; false if
 * it is no place of a head count. */
bool fulltime_place(struct ctx *cx, const char *place, int64_t *row,
		    const char **side);

/* Where the calculation of that number stands: business.2.basis_own. */
const char *fulltime_basis(struct ctx *cx, int64_t row, const char *side);

/* A rule of the office: a number that differs from its calculation asks which
 * one holds (problem office.basis at business.N.own or .external). */
struct problems;
void fulltime_check(struct problems *p, const void *office);

#endif
