/*
 * registration.h - 登録: an application that all ministries have confirmed is
 * registered, or, as far as it is about a public body's own staff, its report
 * is accepted (報告受理; spec tokutei §5).
 */
#ifndef REVIEW_REGISTRATION_H
#define REVIEW_REGISTRATION_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"
#include "text/jdate.h"

/* What will become of it. */
struct registration_part {
	const char *kind; /* first: 登録申請, change: 変更届出, renewal: 更新 */
	bool public_body;
	bool report;		  /* own staff only: nothing to register */
	int64_t offices, persons; /* that are registered */
	int64_t reported;	  /* own staff of a public body */
};
/* application: internal number. ST_NOT_FOUND: not on the registrar's desk. */
enum status registration_part(struct ctx *cx, int64_t application,
			      struct registration_part *part) MUST_USE;
/* The act of tokutei/flow.h that it is. */
const char *registration_act(const struct registration_part *part);

/* Whoever has confirmed any part of it may neither register nor refuse it. */
enum status registration_second(struct ctx *cx, int64_t application,
				bool *may) MUST_USE;

/* "R-YYYY-NNNNNN": Y… is the Japanese year, N… the number with zeros before. */
#define REGISTRATION_FORMAT "R-YYYY-NNNNNN"
/* NULL: it names no number, or is too long for the register. */
const char *registration_number(struct ctx *cx, const char *format, int year,
				int64_t number);
/* The last day: so many years, the day itself counted. */
struct date registration_until(struct date day, int64_t years);

/* What came of it; number "": the report was accepted. */
struct registration_made {
	const char *number;
	int64_t offices, persons;
};
/*
 * Registers it, or accepts its report, and publishes, in the caller's
 * transaction. revision: of the unit as the page showed it, 0 if it does not
 * matter. format "": the usual one. ST_FORBIDDEN: a second person must do it.
 * ST_NOT_FOUND, ST_STATE, ST_STALE as flow_begin.
 */
enum status registration_make(struct ctx *cx, struct id application,
			      int64_t revision, const char *format,
			      struct registration_made *made) MUST_USE;

/* As many as one press of a button may register, and their offices together:
 * it is one transaction. */
#define REGISTRATION_MOST 200
#define REGISTRATION_OFFICES 50000

/* One of many that were picked, looked at before anything is done. */
struct registration_pick {
	struct id id;
	const char *receipt, *name;
	struct registration_part part;
	const char *why; /* it cannot be: state, second, large; "" if it can */
};
/* In the order of their ids, so that two who register at once wait for each
 * other and do not block; each once. What is not on the desk is left out. */
enum status registration_check(struct ctx *cx, const struct id *ids, size_t n,
			       struct registration_pick **picks,
			       size_t *npicks) MUST_USE;
/*
 * All of them, or none: the first that cannot be registered any more ends it,
 * *wrong is which. ST_TOO_LARGE: more than REGISTRATION_MOST, or than
 * REGISTRATION_OFFICES together.
 */
enum status registration_make_all(struct ctx *cx, const struct id *ids,
				  size_t n, const char *format,
				  struct id *wrong) MUST_USE;
/* id, receipt, name, state, number, persons of what was done at that time. */
enum status registration_done(struct ctx *cx, int64_t at,
			      struct rows *rows) MUST_USE;

/* code, name, state, opinion, reason, offices, persons, confirmed_at,
 * confirmed_name, me (1: confirmed by whoever asks), changed (1: since then) of
 * each ministry. */
enum status registration_units(struct ctx *cx, int64_t application,
			       struct rows *rows) MUST_USE;
/* number, state, registered_on, valid_until, offices, persons, at,
 * registered_name; ST_NOT_FOUND: it has none. */
enum status registration_of(struct ctx *cx, int64_t application,
			    struct row **row) MUST_USE;

#endif
