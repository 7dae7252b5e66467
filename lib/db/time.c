/* time.c - inside lib/db: microseconds to and from DATETIME(6). */
#include "db/time.h"

#include <string.h>
#include <time.h>

#include "base/clock.h"

void time_to_mysql(int64_t us, MYSQL_TIME *t)
{
	time_t seconds = (time_t)(us / SECOND);
	struct tm tm;

	(void)gmtime_r(&seconds, &tm);
	*t = (MYSQL_TIME) {
		.year = (unsigned)(tm.tm_year + 1900),
		.month = (unsigned)(tm.tm_mon + 1),
		.day = (unsigned)tm.tm_mday,
		.hour = (unsigned)tm.tm_hour,
		.minute = (unsigned)tm.tm_min,
		.second = (unsigned)tm.tm_sec,
		.second_part = (unsigned long)(us % SECOND),
		.time_type = MYSQL_TIMESTAMP_DATETIME,
	};
}

int64_t time_from_mysql(const void *mysql_time)
{
	MYSQL_TIME t;

	memcpy(&t, mysql_time, sizeof(t));
	return clock_days((int)t.year, (int)t.month, (int)t.day) * DAY +
	       t.hour * HOUR + t.minute * MINUTE + t.second * SECOND +
	       (int64_t)t.second_part;
}
