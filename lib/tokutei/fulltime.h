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
};

#define PATTERN_MAX 20

extern const struct form fulltime_form;

/*
 * Full-timers plus the sum of people × time ÷ scheduled time, exact, rounded
 * up once. *exact (or NULL) is the sum before rounding as a text ("29/8" or
 * "3.625"). ST_INVALID: no scheduled time, or the numbers are beyond reason.
 */
enum status fulltime_count(struct ctx *cx, const struct fulltime *f,
			   int64_t *count, const char **exact) MUST_USE;

/* As it is stored beside the number: "40:00;3;5x9:00;10x10:00"; and back,
 * false unless it is such a text. "" is no calculation. */
const char *fulltime_text(struct ctx *cx, const struct fulltime *f);
bool fulltime_parse(struct ctx *cx, const char *text, struct fulltime *f);

/* A rule of the office: a number that differs from its calculation asks which
 * one holds (problem office.basis at business.N.own or .external). */
struct problems;
void fulltime_check(struct problems *p, const void *office);

#endif
