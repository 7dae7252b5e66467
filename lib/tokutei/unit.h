/*
 * unit.h - 確認単位: an application on the desk of each ministry that its
 * business types belong to, and at last on that of the registrar.
 */
#ifndef TOKUTEI_UNIT_H
#define TOKUTEI_UNIT_H

#include "base/ctx.h"

/*
 * A version was sent: notes which offices each ministry checks, makes the
 * units that are new, refreshes what lists show of the others, and drops those
 * of ministries that have nothing in it any more. A type that no ministry is
 * named for goes to 厚生労働省. In the transaction of the sending.
 */
enum status unit_open(struct ctx *cx, int64_t application,
		      int64_t version) MUST_USE;

/* Types have gone from one ministry to another: which offices of a version each
 * of the two checks, once more. Who was not concerned stays so. */
enum status unit_repart(struct ctx *cx, int64_t version, int64_t from,
			int64_t to) MUST_USE;

/* Which types a desk checks in it, for lists, once more: of all desks of
 * ministries, by the version that was sent. */
enum status unit_retype(struct ctx *cx, int64_t application,
			int64_t version) MUST_USE;

/*
 * What the application's state follows from: an open inquiry, a ministry that
 * has not confirmed yet, or neither; and puts it on the registrar's desk, or
 * takes it from there, accordingly. In the transaction of the act, the
 * application being locked.
 */
enum status unit_settle(struct ctx *cx, int64_t application) MUST_USE;

#endif
