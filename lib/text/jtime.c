/* jtime.c - Japan time, and dates and times as texts. */
#include <string.h>

#include "base/clock.h"
#include "text/jdate.h"
#include "text/jera.h"

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

struct jtime jtime_from_us(int64_t us)
{
	int64_t seconds = floor_div(us, SECOND) + 9 * HOUR / SECOND;
	int64_t days = floor_div(seconds, DAY / SECOND);
	int64_t rest = seconds - days * (DAY / SECOND);

	return (struct jtime) {
		.date = date_from_days(days),
		.hour = (int)(rest / 3600),
		.minute = (int)(rest / 60 % 60),
		.second = (int)(rest % 60),
	};
}

int64_t jtime_us(struct jtime t)
{
	return date_days(t.date) * DAY + (t.hour - 9) * HOUR +
	       t.minute * MINUTE + t.second * SECOND;
}

const char *date_text(struct ctx *cx, struct date d)
{
	return mem_printf(cx, "%d年%d月%d日", d.year, d.month, d.day);
}

const char *date_text_weekday(struct ctx *cx, struct date d)
{
	static const char *const names[] = { "日", "月", "火", "水",
					     "木", "金", "土" };

	return mem_printf(cx, "%s（%s）", date_text(cx, d),
			  names[date_weekday(d)]);
}

const char *date_text_era(struct ctx *cx, struct date d)
{
	const struct era *e = era_of(d);
	int year;

	if (!e)
		return date_text(cx, d);
	year = d.year - e->first.year + 1;
	if (year == 1)
		return mem_printf(cx, "%s元年%d月%d日", e->name, d.month,
				  d.day);
	return mem_printf(cx, "%s%d年%d月%d日", e->name, year, d.month, d.day);
}

const char *date_iso(struct ctx *cx, struct date d)
{
	return mem_printf(cx, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static int digits(const char *s, size_t n)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = 10 * value + (s[i] - '0');
	}
	return value;
}

bool date_parse_iso(const char *s, struct date *out)
{
	struct date d;

	if (strlen(s) != strlen("2022-02-15") || s[4] != '-' || s[7] != '-')
		return false;
	d = (struct date) { digits(s, 4), digits(s + 5, 2), digits(s + 8, 2) };
	if (!date_real(d))
		return false;
	*out = d;
	return true;
}

static const char *clock_text(struct ctx *cx, struct jtime t)
{
	if (t.minute == 0)
		return mem_printf(cx, "%d時", t.hour);
	return mem_printf(cx, "%d時%d分", t.hour, t.minute);
}

const char *jtime_text(struct ctx *cx, int64_t us)
{
	struct jtime t = jtime_from_us(us);

	return mem_printf(cx, "%s%s", date_text_weekday(cx, t.date),
			  clock_text(cx, t));
}

const char *jtime_clock(struct ctx *cx, int64_t us)
{
	return clock_text(cx, jtime_from_us(us));
}

const char *jtime_iso(struct ctx *cx, int64_t us)
{
	struct jtime t = jtime_from_us(us);

	return mem_printf(cx, "%sT%02d:%02d:%02d+09:00", date_iso(cx, t.date),
			  t.hour, t.minute, t.second);
}
