/* time.h - inside lib/db: microseconds to and from DATETIME(6). */
#ifndef DB_TIME_H
#define DB_TIME_H

#include <mysql.h>
#include <stdint.h>

void time_to_mysql(int64_t us, MYSQL_TIME *t);
int64_t time_from_mysql(const void *mysql_time);

#endif
