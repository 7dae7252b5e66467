/* holiday.c - days on which the administration is closed. */
#include "master/holiday.h"

#include <stdlib.h>

#include "db/db.h"
#include "sql/master/holiday.h"

#define MOST_DAYS 1000

static bool turn_of_year(int64_t day)
{
	struct date d = date_from_days(day);

	return (d.month == 12 && d.day >= 29) || (d.month == 1 && d.day <= 3);
}

void holidays_make(struct ctx *cx, int64_t first, int64_t last,
		   const struct holidays *national, struct holidays *off)
{
	size_t span = last < first ? 0 : (size_t)(last - first) + 1;
	int64_t *days = mem_array(cx, span, sizeof(*days));
	size_t k = 0;

	off->days = days;
	off->n = 0;
	for (int64_t day = first; day <= last; day++) {
		while (k < national->n && national->days[k] < day)
			k++;
		if ((k < national->n && national->days[k] == day) ||
		    turn_of_year(day))
			days[off->n++] = day;
	}
}

enum status holidays_load(struct ctx *cx, struct date first, struct date last,
			  struct holidays *off)
{
	int64_t from = date_days(first), to = date_days(last);
	struct rows rows;
	int64_t *days;

	TRY(db_many(
		cx, &sql_holiday_between,
		ARGS({ "first", value_int(from) }, { "last", value_int(to) }),
		&rows));
	days = mem_array(cx, rows.n, sizeof(*days));
	for (size_t i = 0; i < rows.n; i++)
		days[i] = row_int(rows.list[i], "day");
	holidays_make(cx, from, to, &(struct holidays) { days, rows.n }, off);
	return ST_OK;
}

enum status business_day(struct ctx *cx, struct date d, int n, struct date *out)
{
	/* Two days for each, and a month for the turn of the year and May. */
	int64_t reach = 2 * (int64_t)abs(n) + 31;
	struct holidays off;

	if (n > MOST_DAYS || n < -MOST_DAYS)
		BUG("business_day: %d days", n);
	TRY(holidays_load(cx, date_add_days(d, -reach), date_add_days(d, reach),
			  &off));
	*out = date_add_business(d, n, &off);
	return ST_OK;
}
