/* status.h - how a function says that it could not: status, failure, bug. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

/*
 * What a function that can fail returns. A status is for programs; the text
 * for people comes from the message file. lib/web answers each of them once.
 */
enum status {
	ST_OK,
	ST_INVALID,   /* the user's mistakes have been collected */
	ST_STALE,     /* somebody else saved first */
	ST_DUPLICATE, /* a unique value is already there */
	ST_FORBIDDEN, /* known who asks, and it is not allowed */
	ST_NOT_FOUND, /* not there, or not yours: never told apart */
	ST_STATE,     /* the thing is not in a state that allows this */
	ST_BAD,	      /* the request itself is malformed */
	ST_TOO_LARGE, /* more than a limit allows */
	ST_BUSY,      /* too often, or too much at once: later */
	ST_DB,	      /* the database is not there, or refused */
	ST_RETRY,     /* deadlock or lost certification: run it again */
	ST_IO,	      /* a file, a pipe, a library failed */
};

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define NO_RETURN __attribute__((noreturn))
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Passes a failure on; needs no clean-up, because contexts own everything. */
#define TRY(expr)                                                              \
	do {                                                                   \
		enum status try_st_ = (expr);                                  \
		if (try_st_ != ST_OK)                                          \
			return try_st_;                                        \
	} while (0)

/* The name of a status, for logs and tests. */
const char *status_name(enum status st);

/*
 * Logs a failure of the world once, where it happened, and returns st:
 * return fail(ST_IO, "upload_open: %s", strerror(errno));
 * Never put a user's value into the text.
 */
#define fail(st, ...) status_fail(st, __FILE__, __LINE__, __VA_ARGS__)
enum status status_fail(enum status st, const char *file, int line,
			const char *fmt, ...) PRINTF(4, 5);
/* What this process said last, "" if nothing yet; and from here on nothing. */
const char *status_said(void);
void status_hush(void);

/* Our own mistake: logs and aborts; costs one request. */
#define BUG(...) status_bug(__FILE__, __LINE__, __VA_ARGS__)
NO_RETURN void status_bug(const char *file, int line, const char *fmt, ...)
	PRINTF(3, 4);

#endif
