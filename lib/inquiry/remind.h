/* remind.h - 疑義照会: reminders of answers that are due, or late
 * (worker). */
#ifndef INQUIRY_REMIND_H
#define INQUIRY_REMIND_H

#include "base/ctx.h"
#include "text/jdate.h"

#define REMIND_DAYS 3 /* business days before the last day, and after it */

/*
 * What is to be said on a day about an inquiry that was sent on sent and is to
 * be answered until due, reminded 0 (nothing was said yet) or 1: the mail's
 * template, or NULL. *to: what reminded becomes; as it was: nothing to do yet.
 * Whoever was asked with less than REMIND_DAYS left has just read the day.
 */
struct remind {
	struct date today, sent, due;
	int64_t reminded;
};
const char *remind_what(const struct remind *r, const struct holidays *off,
			int64_t *to);

/* Says it to everybody, once each, any number of workers at a time. *told: so
 * many mails more. */
enum status inquiry_remind(struct ctx *cx, int64_t *told) MUST_USE;

#endif
