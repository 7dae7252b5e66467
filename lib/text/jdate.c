/* jdate.c - the calendar: days, months, weekdays, business days. */
#include "text/jdate.h"

#include "base/clock.h"

#define DAYS_0000_03_01 719468 /* from there to 1970-01-01 */
#define DAYS_400 146097	       /* in 400 years */

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool date_real(struct date d)
{
	return d.year >= YEAR_MIN && d.year <= YEAR_MAX && d.month >= 1 &&
	       d.month <= 12 && d.day >= 1 &&
	       d.day <= month_length(d.year, d.month);
}

int64_t date_days(struct date d)
{
	if (!date_real(d))
		BUG("no such day: %d-%d-%d", d.year, d.month, d.day);
	return clock_days(d.year, d.month, d.day);
}

/* clock_days() the other way round: years begin in March. */
struct date date_from_days(int64_t days)
{
	static const struct date first = { YEAR_MIN, 1, 1 };
	static const struct date last = { YEAR_MAX, 12, 31 };
	int64_t day, era, of_era, year, of_year, month;

	if (days <= date_days(first))
		return first;
	if (days >= date_days(last))
		return last;
	day = days + DAYS_0000_03_01;
	era = day / DAYS_400;
	day %= DAYS_400;
	of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
	month = (5 * of_year + 2) / 153;
	year = era * 400 + of_era + (month >= 10);
	return (struct date) {
		.year = (int)year,
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(of_year - (153 * month + 2) / 5 + 1),
	};
}

int date_weekday(struct date d)
{
	/* 1970-01-01 was a Thursday; + 7 because % of a negative is one. */
	return (int)((date_days(d) % 7 + 4 + 7) % 7);
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

struct date date_add_days(struct date d, int64_t n)
{
	int64_t sum;

	if (__builtin_add_overflow(date_days(d), n, &sum))
		sum = n < 0 ? INT64_MIN : INT64_MAX;
	return date_from_days(sum);
}

struct date date_add_months(struct date d, int64_t n)
{
	const int64_t limit = INT64_C(12) * YEAR_MAX;
	int64_t months;
	int length;

	n = n < -limit ? -limit : n > limit ? limit : n;
	months = INT64_C(12) * d.year + d.month - 1 + n;
	if (months < 12 * YEAR_MIN)
		return (struct date) { YEAR_MIN, 1, 1 };
	if (months > limit + 11)
		return (struct date) { YEAR_MAX, 12, 31 };
	d.year = (int)(months / 12);
	d.month = (int)(months % 12) + 1;
	length = month_length(d.year, d.month);
	d.day = d.day > length ? length : d.day;
	return d;
}

bool date_is_business(struct date d, const struct holidays *off)
{
	int weekday = date_weekday(d);
	int64_t day = date_days(d);
	size_t from = 0, to = off->n;

	if (weekday == 0 || weekday == 6)
		return false;
	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (off->days[mid] == day)
			return false;
		if (off->days[mid] < day)
			from = mid + 1;
		else
			to = mid;
	}
	return true;
}

/* Ends at the last day of the calendar at the latest. */
static struct date next_business(struct date d, int step,
				 const struct holidays *off)
{
	struct date was;

	do {
		was = d;
		d = date_add_days(d, step);
	} while (!date_is_business(d, off) && date_compare(d, was) != 0);
	return d;
}

struct date date_add_business(struct date d, int n, const struct holidays *off)
{
	if (n == 0)
		return date_is_business(d, off) ? d : next_business(d, 1, off);
	for (; n > 0; n--)
		d = next_business(d, 1, off);
	for (; n < 0; n++)
		d = next_business(d, -1, off);
	return d;
}
