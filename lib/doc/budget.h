/* budget.h - what one workbook may still cost, and what is wrong with it. */
#ifndef DOC_BUDGET_H
#define DOC_BUDGET_H

#include "doc/xlsx_read.h"

struct budget {
	const struct xlsx_limits *limits;
	enum xlsx_trouble why;
	int64_t deadline; /* of clock_monotonic_us() */
	int64_t inflated; /* bytes of all parts so far */
};

void budget_start(struct budget *b, const struct xlsx_limits *limits);

/* Notes what is wrong, the first thing only, and returns ST_INVALID. */
enum status budget_refuse(struct budget *b, enum xlsx_trouble why);

/* After each piece of n inflated bytes. */
enum status budget_spend(struct budget *b, size_t n) MUST_USE;

#endif
