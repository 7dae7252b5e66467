/*
 * asof.h - 過去の時点: an application, and the register, as they stood at a
 * chosen moment. For the registrar alone; everything is read, nothing written
 * but who looked.
 *
 * A moment is microseconds of UTC, and what happened in that microsecond is in
 * it. People choose a minute of a Japanese day, and mean its end: what other
 * pages say was done at 15時42分 is there at 15時42分. Without a clock time it
 * is the end of the day. Nothing is known of what is still to come, so no
 * moment is later than now.
 */
#ifndef ASOF_ASOF_H
#define ASOF_ASOF_H

#include <stdbool.h>

#include "form/form.h"
#include "tokutei/applicant.h"

struct asof {
	struct id id; /* of the application; the register has none */
	/* As chosen: days since 1970-01-01, 0 to 23, 0 to 59; NO_NUMBER. */
	int64_t day, hour, minute;
	int64_t at;	   /* the moment itself, when a link says it */
	const char *q;	   /* how a number or a name begins */
	const char *state; /* active, expired, abolished, cancelled, all */
	const char *after, *before; /* number where a page begins or ends */
};
extern const struct form asof_form;

/* The moment, settled: at is set, and the day and the clock time say it too. */
int64_t asof_settle(struct ctx *cx, struct asof *f);
/* "PATH?day.year=2022&…", to be gone on with by &; with id if it is set. */
const char *asof_url(struct ctx *cx, const char *path, const struct asof *f);

/* --- The register ---------------------------------------------------------
 */

#define ASOF_PAGE 50

/* Registrations that there were, by their state at that moment. */
struct asof_counts {
	int64_t all, active, expired, abolished, cancelled;
};
enum status asof_count(struct ctx *cx, int64_t at,
		       struct asof_counts *counts) MUST_USE;

/*
 * By their number: id (of the application), number, name, offices, persons,
 * registered_on, valid_until, state. Everything as it was then. prev, next:
 * the number that the page before ends above, the next begins behind; "".
 */
struct asof_page {
	struct rows rows;
	const char *prev, *next;
};
enum status asof_page(struct ctx *cx, const struct asof *f,
		      struct asof_page *page) MUST_USE;

/* --- One of them ----------------------------------------------------------
 */

struct asof_entry {
	struct id id;
	int64_t application, version; /* internal; version 0: nothing sent */
	/* active, expired, abolished, cancelled; of one that is not registered
	 * what came of it (refused, withdrawn, accepted …), "" before. */
	const char *state;
	int64_t since; /* in that state; 0: not registered, nothing came yet */
	bool registered;
	const char *number, *registered_on, *valid_until; /* "", ISO days */
	const char *announced; /* 廃止 that was to come: its day, or "" */
	/* By which procedure the version came (first, change, light, renewal),
	 * its receipt number, when it was sent or came into force. */
	const char *kind, *receipt;
	int64_t version_at;
	int64_t earlier, later;	     /* moments of the versions around it; 0 */
	int64_t offices, persons;    /* of the version */
	struct applicant *applicant; /* NULL without a version */
};

/*
 * For a page: writes "registration.asof" to the audit trail first, in a
 * transaction of its own, so not from an act. ST_NOT_FOUND: there is none, or
 * it never came to the registrar's desk. A draft is never shown.
 */
enum status asof_open(struct ctx *cx, struct id application, int64_t at,
		      struct asof_entry *entry) MUST_USE;
/* Per 事業の種類: label, offices, own, external, persons. */
enum status asof_totals(struct ctx *cx, const struct asof_entry *entry,
			struct rows *rows) MUST_USE;
/* By their number: number, name, place, types (names), persons, institution
 * ("": not secured). */
enum status asof_offices(struct ctx *cx, const struct asof_entry *entry,
			 const struct asof *f, struct asof_page *page) MUST_USE;

/* --- Inside ---------------------------------------------------------------
 */

#define ASOF_YEARS 5 /* a registration, and each 更新 of it, holds so long */

/*
 * The last day as it was known then. registered_on, valid_until (as it is
 * now), revived_to (last day by the last 復活 up to then, or ""), renewals
 * (since that, up to then), moved_later: valid_until was moved after it. ""
 * if it has no days.
 */
const char *asof_until(struct ctx *cx, const struct row *row);

#endif
