/* log.h - one JSON line per event on standard error, never personal data. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stddef.h>
#include <stdint.h>

/* One member of the line. A text is escaped, and cut at 500 bytes. */
struct log_item {
	const char *name;
	const char *text; /* NULL: number is meant */
	int64_t number;
};

#define LOG_TEXT(n, t)                                                         \
	(struct log_item)                                                      \
	{                                                                      \
		.name = (n), .text = (t)                                       \
	}
#define LOG_INT(n, i)                                                          \
	(struct log_item)                                                      \
	{                                                                      \
		.name = (n), .number = (i)                                     \
	}

/*
 * Writes {"t":…,"event":…,"rid":…,…} in one write(2), so that lines of
 * several processes do not mix. Values are ids, counts and words of ours;
 * what a user typed never goes in (security LG-05).
 */
#define log_event(event, ...)                                                  \
	log_items(event, (const struct log_item[]) { __VA_ARGS__ },            \
		  sizeof((const struct log_item[]) { __VA_ARGS__ }) /          \
			  sizeof(struct log_item))
void log_items(const char *event, const struct log_item *items, size_t n);

/* The request or job that this process is busy with; "" for none. */
void log_request(const char *request_id);

/* Where lines go; standard error unless told. */
void log_to(int fd);

#endif
