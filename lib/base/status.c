/* status.c - how a function says that it could not: status, failure, bug. */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"

static const char *const names[] = {
	[ST_OK] = "ok",
	[ST_INVALID] = "invalid",
	[ST_STALE] = "stale",
	[ST_DUPLICATE] = "duplicate",
	[ST_FORBIDDEN] = "forbidden",
	[ST_NOT_FOUND] = "not_found",
	[ST_STATE] = "state",
	[ST_BAD] = "bad",
	[ST_TOO_LARGE] = "too_large",
	[ST_BUSY] = "busy",
	[ST_DB] = "db",
	[ST_RETRY] = "retry",
	[ST_IO] = "io",
};

static char said[512];

const char *status_said(void)
{
	return said;
}

void status_hush(void)
{
	*said = '\0';
}

const char *status_name(enum status st)
{
	return (size_t)st < COUNT(names) ? names[st] : "unknown";
}

enum status status_fail(enum status st, const char *file, int line,
			const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(said, sizeof(said), fmt, ap);
	va_end(ap);
	log_event("fail", LOG_TEXT("status", status_name(st)),
		  LOG_TEXT("file", file), LOG_INT("line", line),
		  LOG_TEXT("text", said));
	return st;
}

void status_bug(const char *file, int line, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	log_event("bug", LOG_TEXT("file", file), LOG_INT("line", line),
		  LOG_TEXT("text", text));
	abort();
}
