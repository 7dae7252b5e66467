/* clock.h - the only place that asks what time it is. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/*
 * UTC in microseconds since 1970. clock_now() is what the work goes by: tests
 * move it by the configuration (Clock.File: a file that holds seconds to add),
 * so it is read once per request, into ctx.now. clock_real() is for logs and
 * for measuring.
 */
int64_t clock_now(void);
int64_t clock_real(void);

/* Milliseconds that do not jump, for measuring. */
int64_t clock_monotonic_us(void);

/* The file that moves clock_now(); NULL, as in production, for none. */
void clock_offset_file(const char *path);

/* Days from 1970-01-01 to a day of the Gregorian calendar, years from 1. */
int64_t clock_days(int year, int month, int day);

/* "2022-02-15T06:00:00.123Z" into text[40]. */
void clock_rfc3339(int64_t us, char *text);

#endif
