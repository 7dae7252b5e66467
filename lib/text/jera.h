/* jera.h - years of the Japanese eras (和暦), and years as people type them. */
#ifndef TEXT_JERA_H
#define TEXT_JERA_H

#include <stdbool.h>

#include "text/jdate.h"

/* An era, 明治 to 令和. */
struct era {
	const char *name;
	struct date first, last;
};

/* The era of a day; NULL before 1868-01-25. */
const struct era *era_of(struct date d);

/* The number of the last year; 0 while the era goes on. */
int era_years(const struct era *e);

/* "平成2年" for 1990, "令和元年" for 2019: the era at the end of the year. What
 * was meant by a year past its era. "1860年" before all of them. */
const char *year_text_era(struct ctx *cx, int year);

/* What a typed year says. */
struct jyear {
	int year;	       /* Gregorian; 0 if there is none */
	const struct era *era; /* NULL: typed as a Gregorian year */
	int of_era;
};

enum year {
	YEAR_OK,
	YEAR_EMPTY,
	YEAR_NONE,     /* no year can be read */
	YEAR_PAST_ERA, /* 昭和65: year is set, and is the one that was meant */
};

/*
 * Reads 1985, 昭和60, S60, 昭60, 令和元, ㍼60, each with or without 年, in any
 * width, spaces passed over (design: ui §7). Two digits alone are not a year.
 */
enum year year_parse(const char *s, struct jyear *out);

/* False if the day is outside the era that was typed: 昭和64年2月1日. */
bool year_fits(const struct jyear *y, struct date d);

#endif
