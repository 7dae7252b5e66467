/*
 * pass.h - what time does to registrations (worker): mails before the end, the
 * end, 廃止 whose day has come; and what came back is published.
 */
#ifndef REGISTERED_PASS_H
#define REGISTERED_PASS_H

#include "base/ctx.h"
#include "text/jdate.h"

#define WARNINGS 3

/*
 * How many of the mails before the last day are due: months[i] months before
 * it, the longest first. A month is counted as date_add_months does: six months
 * before 31 August is 28 or 29 February.
 */
int64_t warnings_due(struct date today, struct date valid_until,
		     const int64_t months[WARNINGS]);

/*
 * Everything that is due, once each, however many workers there are and however
 * long none was there: of several mails that were missed only the last one goes
 * out. *done: how many registrations it was about.
 */
enum status standing_pass(struct ctx *cx, int64_t *done) MUST_USE;

#endif
