/* clock.c - the only place that asks what time it is. */
#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A copy: the configuration that named it may go before the last request. */
static char offset_file[4096];

static int64_t read_clock(clockid_t which)
{
	struct timespec t;

	(void)clock_gettime(which, &t);
	return (int64_t)t.tv_sec * SECOND + t.tv_nsec / 1000;
}

int64_t clock_real(void)
{
	return read_clock(CLOCK_REALTIME);
}

int64_t clock_monotonic_us(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

/* Read each time: a test moves the clock of programs that are running. */
static int64_t offset(void)
{
	char text[32] = "";
	FILE *f = *offset_file ? fopen(offset_file, "re") : NULL;

	if (!f)
		return 0;
	if (!fgets(text, sizeof(text), f))
		text[0] = '\0';
	(void)fclose(f);
	return strtoll(text, NULL, 10) * SECOND;
}

int64_t clock_now(void)
{
	return clock_real() + offset();
}

void clock_offset_file(const char *path)
{
	(void)snprintf(offset_file, sizeof(offset_file), "%s",
		       path ? path : "");
}

/* Years begin in March here, so that the leap day is the last of a year. */
int64_t clock_days(int year, int month, int day)
{
	int64_t from_march = year - (month <= 2);
	int64_t era = from_march / 400, of_era = from_march % 400;
	int64_t of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

	/* 719468: from 0000-03-01 to 1970-01-01; 146097: in 400 years. */
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

void clock_rfc3339(int64_t us, char *text)
{
	time_t seconds = (time_t)(us / SECOND);
	struct tm tm;
	size_t n;

	(void)gmtime_r(&seconds, &tm);
	n = strftime(text, 32, "%Y-%m-%dT%H:%M:%S", &tm);
	(void)snprintf(text + n, 40 - n, ".%03uZ",
		       (unsigned)(us % SECOND / 1000) % 1000);
}
