/* holiday.h - days on which the administration is closed. */
#ifndef MASTER_HOLIDAY_H
#define MASTER_HOLIDAY_H

#include "base/ctx.h"
#include "text/jdate.h"

/*
 * 行政機関の休日に関する法律, art. 1: Saturdays, Sundays, national holidays,
 * and 29 December to 3 January. Of these, what is no weekend by itself: the
 * national holidays of the table and the turn of the year, from first to last,
 * for date_is_business() and date_add_business(). Beyond the end of the table
 * (2050) only the turn of the year is known.
 */
enum status holidays_load(struct ctx *cx, struct date first, struct date last,
			  struct holidays *off) MUST_USE;

/* The same from national holidays that are known, as date_days(), in order. */
void holidays_make(struct ctx *cx, int64_t first, int64_t last,
		   const struct holidays *national, struct holidays *off);

/*
 * The day n business days after d, or before if n is negative; n is at most
 * 1,000 either way.
 */
enum status business_day(struct ctx *cx, struct date d, int n,
			 struct date *out) MUST_USE;

#endif
