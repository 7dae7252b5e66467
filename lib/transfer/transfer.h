/*
 * transfer.h - 所管替え: types of business go to another ministry, or can no
 * longer be chosen; planned by an administrator, done by the worker.
 */
#ifndef TRANSFER_TRANSFER_H
#define TRANSFER_TRANSFER_H

#include "form/form.h"

#define TRANSFER_CODES 2000 /* characters of a list of types */

/* What an administrator says of types that were picked. */
struct transfer {
	const char *from;  /* code of the ministry that has them */
	const char *codes; /* "T01-01,T10-02-1" */
	const char *what;  /* move; end: no longer to be chosen; keep: yes */
	const char *to;	   /* move: code of a ministry */
	int64_t day; /* move: the first with it; end: the last; since 1970 */
};

extern const struct form transfer_form;

/* ministry, code, name, types (how many choices it has). */
enum status transfer_ministries(struct ctx *cx, struct rows *rows) MUST_USE;
/* Of one ministry (code), or of these types of it (codes, "" all): code,
 * type_name, detail1, detail2, valid_to, ended, ends, planned (the day of a
 * planned transfer, "" none). ST_NOT_FOUND: there is no such ministry. */
enum status transfer_types(struct ctx *cx, const char *from, const char *codes,
			   struct rows *rows) MUST_USE;
/* Newest first: id, day, giver, taker, state, moved, ended_at, types, waiting.
 */
enum status transfer_list(struct ctx *cx, struct rows *rows) MUST_USE;

/* Applications that it may touch: on a desk now, and those that are over. */
struct transfer_reach {
	int64_t open, closed;
};
enum status transfer_reach(struct ctx *cx, const char *from, const char *codes,
			   struct transfer_reach *reach) MUST_USE;

/*
 * Moving is planned from the day on, which may be today: the worker does it a
 * moment later. What was sent keeps a type that ends. Problems: the same
 * ministry, a day that is over, types that are not of that ministry, or that
 * are planned to go already.
 */
enum status transfer_make(struct ctx *cx, const struct transfer *t,
			  struct problems *p) MUST_USE;
/* ST_STATE: it has begun, or was cancelled. */
enum status transfer_cancel(struct ctx *cx, struct id id) MUST_USE;

/*
 * The worker's: does what is due. Types change hands together with all
 * that is open on a desk, in one transaction; what is over follows a hundred
 * at a time. *done: applications that went along.
 */
enum status transfer_pass(struct ctx *cx, int64_t *done) MUST_USE;

#endif
