/* kind_date.c - a day: three boxes, or one text from a sheet. */
#include <string.h>

#include "form/kind.h"
#include "text/digits.h"
#include "text/jera.h"

#define PARTS 3

/* "S60/4/12", "2022-02-15": year, month, day. */
static size_t split(struct ctx *cx, const char *raw, const char **parts)
{
	size_t n = 0;

	while (n < PARTS) {
		size_t length = n < PARTS - 1 ? strcspn(raw, "/-")
					      : strlen(raw);

		parts[n++] = mem_text_n(cx, raw, length);
		if (raw[length] == '\0')
			break;
		raw += length + 1;
	}
	return n;
}

static bool clean_day(const char *month, const char *day, struct jyear year,
		      void *to, struct report *wrong)
{
	int64_t m, d, days;
	struct date date;

	if (text_number(month, 1, 12, &m) != NUMBER_OK)
		return report(wrong, *month ? "date.month" : "date.no_month");
	if (text_number(day, 1, 31, &d) != NUMBER_OK)
		return report(wrong, *day ? "date.day" : "date.no_day");
	date = (struct date) { year.year, (int)m, (int)d };
	if (!date_real(date) || !year_fits(&year, date)) {
		report_arg(wrong, "year", "%d", date.year);
		report_arg(wrong, "month", "%d", date.month);
		report_arg(wrong, "day", "%d", date.day);
		return report(wrong, "date.unreal");
	}
	days = date_days(date);
	memcpy(to, &days, sizeof(days));
	return true;
}

static bool clean(struct ctx *cx, const struct field *f, const char *raw,
		  void *to, struct report *wrong)
{
	const char *parts[PARTS] = { "", "", "" };
	struct jyear year;

	(void)f;
	(void)split(cx, raw, parts);
	switch (year_parse(parts[0], &year)) {
	case YEAR_EMPTY:
		return report(wrong, "date.no_year");
	case YEAR_NONE:
		return report(wrong, "date.year");
	case YEAR_PAST_ERA:
		report_arg(wrong, "era", "%s", year.era->name);
		report_arg(wrong, "years", "%d", era_years(year.era));
		report_arg(wrong, "year", "%d", year.year);
		report_arg(wrong, "meant", "%s",
			   year_text_era(wrong->cx, year.year));
		return report(wrong, "date.past_era");
	case YEAR_OK:
		break;
	}
	return clean_day(parts[1], parts[2], year, to, wrong);
}

static const char *show(struct ctx *cx, const struct field *f, const void *v)
{
	int64_t days;

	(void)f;
	memcpy(&days, v, sizeof(days));
	return number_missing(v) ? "" : date_text(cx, date_from_days(days));
}

/* Stored as days since 1970-01-01 in an INT column. */
const struct kind kind_date = {
	.name = "date",
	.size = sizeof(int64_t),
	.clean = clean,
	.clear = number_clear,
	.missing = number_missing,
	.show = show,
	.bind = number_bind,
	.fetch = number_fetch,
	.equal = number_equal,
};
