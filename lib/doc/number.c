/* number.c - stored numbers as the user sees them. */
#include "doc/xlsx.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MOST_DIGITS = 15,   /* that Excel keeps */
	MOST_DAY = 2958465, /* 9999-12-31 */
	DAY_SECONDS = 86400,
};

/* "123", "-5": a whole number that already is as it should look. */
static bool is_plain(const char *s)
{
	size_t n;

	s += *s == '-';
	n = strspn(s, "0123456789");
	return n > 0 && n <= MOST_DIGITS && s[n] == '\0' &&
	       (s[0] != '0' || n == 1);
}

/*
 * The file holds binary fractions, so this is the one place of a cell that
 * needs them; strtod alone would also take "inf", "nan" and hex.
 */
static bool parse(const char *s, double *number)
{
	static const char space[] = " \t\r\n";
	size_t n;
	char *end;

	s += strspn(s, space);
	n = strspn(s, "0123456789+-.eE");
	if (n == 0 || s[n + strspn(s + n, space)] != '\0')
		return false;
	*number = strtod(s, &end);
	return end == s + n && isfinite(*number);
}

/* Days of the proleptic Gregorian calendar, 0 is 1970-01-01. */
static void add_date(struct buf *to, int64_t days)
{
	/* Years from March on, in eras of 400 years (146,097 days). */
	int64_t z = days + 719468, era = z / 146097, day = z - era * 146097;
	int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int64_t of_year = day - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	day = of_year - (153 * month + 2) / 5 + 1;
	month += month < 10 ? 3 : -9;
	buf_printf(to, "%04d-%02d-%02d", (int)(year + 400 * era + (month <= 2)),
		   (int)month, (int)day);
}

/* Excel thinks that 1900 was a leap year: its day 60 never was. */
static void add_day(struct buf *to, int64_t day, bool since_1904)
{
	if (since_1904)
		add_date(to, day - 24107);
	else if (day == 60)
		buf_add(to, "1900-02-29");
	else
		add_date(to, day - (day > 60 ? 25569 : 25568));
}

/* False: no day of a calendar, as Excel shows by "####". */
static bool add_moment(struct buf *to, double number, bool since_1904,
		       bool date)
{
	int64_t day, second;

	if (!(number >= 0 && number < MOST_DAY + 1))
		return false;
	day = (int64_t)number;
	second = llround((number - (double)day) * DAY_SECONDS);
	day += second / DAY_SECONDS;
	second %= DAY_SECONDS;
	date = date || day > 0;
	if (date)
		add_day(to, day, since_1904);
	if (second > 0 || !date)
		buf_printf(to, "%s%02d:%02d:%02d", date ? " " : "",
			   (int)(second / 3600), (int)(second / 60 % 60),
			   (int)(second % 60));
	return true;
}

static void add_number(struct buf *to, double number, enum look look)
{
	int width = look > LOOK_ZEROS ? (int)(look - LOOK_ZEROS) : 1;

	if (number == floor(number) && fabs(number) < 1e15)
		buf_printf(to, "%0*.0f", number < 0 ? width + 1 : width,
			   number == 0 ? 0 : number);
	else
		buf_printf(to, "%.15g", number);
}

bool number_show(struct buf *to, const char *stored, enum look look,
		 bool since_1904, enum cell_kind *kind)
{
	double number;

	*kind = CELL_NUMBER;
	if (look == LOOK_PLAIN && is_plain(stored)) {
		buf_add(to, stored);
		return true;
	}
	if (!parse(stored, &number))
		return false;
	if ((look == LOOK_DATE || look == LOOK_TIME) &&
	    add_moment(to, number, since_1904, look == LOOK_DATE)) {
		*kind = CELL_DATE;
		return true;
	}
	add_number(to, number, look);
	return true;
}
