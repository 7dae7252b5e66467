/*
 * change.h - 変更届出: what is different from what is registered, and what of
 * it needs a notice (WEB 登録の事務 Q&A 問6, seed 002; domain
 * registration-rules §4).
 *
 * from is the version that is counted from, to the draft or what was sent; both
 * of the application of whoever asks.
 */
#ifndef TOKUTEI_CHANGE_H
#define TOKUTEI_CHANGE_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"

/* Does the head count of a registration change by 5 % or more? Exact: |now -
 * was| × 100 ≥ 5 × was. Where there was nobody, anybody is a change. */
bool change_is_large(int64_t was, int64_t now);

/* By when the notice of an institution that is newly secured has to be there:
 * 30 days, the day after it was secured being the first (民法 140). Days since
 * 1970-01-01. */
int64_t change_secured_until(int64_t secured_on);

struct change_sums {
	int64_t persons_was, persons_now;
	bool large; /* the head counts need a notice */
	/* Of the applicant: name, telephone, mail; and the rest, light. */
	bool named, tel, mail, light;
	int64_t offices; /* that are not the same */
	int64_t notices; /* of them need a notice */
	int64_t lights;	 /* have something light */
	int64_t secured; /* have an institution that they had not */
};
enum status change_look(struct ctx *cx, int64_t from, int64_t to,
			struct change_sums *sums) MUST_USE;
/* Is there anything, and anything for a ministry? */
bool change_any(const struct change_sums *sums);
bool change_needs_notice(const struct change_sums *sums);
bool change_has_light(const struct change_sums *sums);

#define CHANGE_PAGE 50
/* Offices that are not the same, behind the number after: number, id, name;
 * gone, fresh, named, placed, secured, institution, types, heads, light, notice
 * (1, 0); persons_was, persons_now. One more than a page if there is a next. */
enum status change_offices(struct ctx *cx, int64_t from, int64_t to, bool large,
			   int64_t after, struct rows *rows) MUST_USE;

/* What is light in from is taken over into to. */
enum status change_take_light(struct ctx *cx, int64_t from, int64_t to,
			      bool large) MUST_USE;

#endif
