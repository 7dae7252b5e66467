/*
 * settle.h - 未確保の事業所 as the business settles them: one institution for
 * many offices at once. What is entered goes into the draft of a change notice
 * (変更届): the register follows when it is accepted.
 */
#ifndef MISSING_SETTLE_H
#define MISSING_SETTLE_H

#include <stdbool.h>

#include "form/form.h"
#include "tokutei/office.h"

#define MISSING_OFFICES 50 /* on a page */

struct missing_office {
	const char *pick; /* id of one that is ticked */
};

struct missing_settling {
	struct id id; /* the office that the page begins with */
	struct institution inst;
	struct missing_office *office; /* the ticked ones */
	size_t noffice;
	int64_t everyone; /* 1: those of all pages */
};

extern const struct form missing_settling_form;

bool missing_is_picked(const struct missing_settling *s, const char *id);

/* Of whoever asks. ST_NOT_FOUND: nothing is registered, or no longer. */
struct missing_mine {
	const char *number; /* of the registration */
	int64_t offices;    /* that lie open, in the draft if there is one */
	bool draft;	    /* a draft is under way */
	int64_t changed_at; /* it, last */
};
enum status missing_mine(struct ctx *cx, struct missing_mine *mine) MUST_USE;

/* The offices of a page: id, number, name, place, plan; one more than
 * MISSING_OFFICES: there is a next page, which begins with it. from: zeros for
 * the first one. */
enum status missing_offices(struct ctx *cx, struct id from,
			    struct rows *rows) MUST_USE;

/*
 * Gives the ticked offices that still lie open the institution; begins a change
 * notice if there is no draft. *filled: how many that were. ST_STATE: one lies
 * with a ministry, or the registration holds no longer. The trail has
 * "missing.settle".
 */
enum status missing_fill(struct ctx *cx, const struct missing_settling *s,
			 int64_t *filled) MUST_USE;
/* Begins the change notice, or goes on with it, for whoever would rather use a
 * workbook. ST_STATE as above. */
enum status missing_begin(struct ctx *cx) MUST_USE;

#endif
