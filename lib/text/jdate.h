/* jdate.h - dates and times as Japan reads them. */
#ifndef TEXT_JDATE_H
#define TEXT_JDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"

/* A day of the Gregorian calendar. month and day count from 1. */
struct date {
	int year, month, day;
};

/* A moment in Japan time, which is UTC + 9 h all the year. */
struct jtime {
	struct date date;
	int hour, minute, second;
};

#define YEAR_MIN 1
#define YEAR_MAX 9999

/* True for a day that exists, in a year from YEAR_MIN to YEAR_MAX. */
bool date_real(struct date d);

/* Days since 1970-01-01, negative before; and back. The latter stays within
 * the years above: what is outside becomes the first or the last day. */
int64_t date_days(struct date d);
struct date date_from_days(int64_t days);

/* 0 is Sunday. */
int date_weekday(struct date d);

/* Less than, equal to, greater than 0 as a is to b. */
int date_compare(struct date a, struct date b);

/* n may be negative. In a shorter month the last day: 31 January and one month
 * is 28 or 29 February. */
struct date date_add_days(struct date d, int64_t n);
struct date date_add_months(struct date d, int64_t n);

/* Days off besides Saturdays and Sundays, as date_days(), in order. */
struct holidays {
	const int64_t *days;
	size_t n;
};

bool date_is_business(struct date d, const struct holidays *off);
/* The nth business day after d (before d if n is negative); with n = 0 d
 * itself, or the next one if d is none. */
struct date date_add_business(struct date d, int n, const struct holidays *off);

/* us: microseconds of UTC since 1970, as everywhere (base/clock.h). */
struct jtime jtime_from_us(int64_t us);
int64_t jtime_us(struct jtime t);

/* "2022年2月15日" */
const char *date_text(struct ctx *cx, struct date d);
/* "2022年2月15日（火）" */
const char *date_text_weekday(struct ctx *cx, struct date d);
/* "令和4年2月15日", "令和元年5月1日"; before 1868-01-25 like date_text(). */
const char *date_text_era(struct ctx *cx, struct date d);
/* "2022-02-15", for columns, <time datetime> and staff tables; and back, true
 * only for such a text and a real day. */
const char *date_iso(struct ctx *cx, struct date d);
bool date_parse_iso(const char *s, struct date *out);

/* "2022年2月15日（火）15時", "…15時5分": minutes when they are not zero. */
const char *jtime_text(struct ctx *cx, int64_t us);
/* "15時42分", "15時" */
const char *jtime_clock(struct ctx *cx, int64_t us);
/* "2022-02-15T15:00:00+09:00" */
const char *jtime_iso(struct ctx *cx, int64_t us);

#endif
