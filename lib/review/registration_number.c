/* registration_number.c - 登録番号 and the last day of a registration. */
#include <string.h>

#include "base/buf.h"
#include "review/registration.h"

#define NUMBER_MOST 20 /* as the column is wide */

const char *registration_number(struct ctx *cx, const char *format, int year,
				int64_t number)
{
	bool numbered = false;
	struct buf b;

	buf_init(&b, cx);
	for (const char *at = format; *at;) {
		size_t years = strspn(at, "Y"), digits = strspn(at, "N");

		if (years)
			buf_printf(&b, "%0*d", (int)years, year);
		else if (digits)
			buf_printf(&b, "%0*lld", (int)digits,
				   (long long)number);
		else
			buf_char(&b, *at);
		numbered = numbered || digits;
		at += years + digits + (years + digits == 0);
	}
	return numbered && b.n <= NUMBER_MOST ? b.text : NULL;
}

/* 民法 143: the day before the one that answers it; the last day of the month,
 * if there is none (29 February). */
struct date registration_until(struct date day, int64_t years)
{
	struct date until = { day.year + (int)years, day.month, day.day };

	if (date_real(until))
		return date_add_days(until, -1);
	return date_add_months(day, years * 12);
}
