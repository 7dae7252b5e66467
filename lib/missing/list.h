/*
 * list.h - 未確保の事業所の一覧: businesses with offices without an
 * institution, as a desk sees them: a ministry its own part alone, the
 * registrar everything. Like the work list (review/worklist.h): a page is a few
 * rows of one index, and goes on from a place.
 */
#ifndef MISSING_LIST_H
#define MISSING_LIST_H

#include <stdbool.h>

#include "form/form.h"

#define MISSING_PAGE 50
#define MISSING_EXPORT 100000
/* What is counted at most; beyond it is "1,000 and more". */
#define MISSING_COUNTED 1000

struct missing_filter {
	const char *q;	  /* how a name or a registration number begins */
	const char *pref; /* of the business */
	const char *age;  /* days it lies open: 30 (0 to 30), 90 (31 to 90),
			   * over */
	const char *sort; /* since, offices; name or number when one is sought
			   */
	const char *after, *before; /* place where the page begins or ends */
};

extern const struct form missing_filter_form;

/* Fills in what was left open, and drops what does not go together. First. */
void missing_settle(struct ctx *cx, struct missing_filter *f);
/* Is anything asked for? */
bool missing_narrowed(const struct missing_filter *f);

/* Rows: id (of the application), number, name, pref (its name), offices, since,
 * days (0: since today), reminded_on (a day, or nothing). */
struct missing_page {
	struct rows rows;
	const char *prev, *next; /* addresses; "": there is none */
};
enum status missing_page(struct ctx *cx, const struct missing_filter *f,
			 struct missing_page *page) MUST_USE;

/* Of the whole desk, by the days they lie open; hits: of the filter, stops at
 * MISSING_COUNTED + 1. */
struct missing_counts {
	int64_t businesses, offices;
	int64_t to30, to90, longer; /* businesses */
	int64_t hits;
};
enum status missing_count(struct ctx *cx, const struct missing_filter *f,
			  struct missing_counts *counts) MUST_USE;

/* All of the filter in its order, MISSING_EXPORT at most, one by one. */
enum status missing_each(struct ctx *cx, const struct missing_filter *f,
			 enum status (*fn)(struct ctx *cx, void *arg,
					   const struct row *row),
			 void *arg) MUST_USE;

/* What the codes of prefectures are called. */
enum status missing_prefs(struct ctx *cx, const struct names **prefs) MUST_USE;

/* "PATH?pref=13&sort=offices": the first page of the filter. */
const char *missing_url(struct ctx *cx, const char *path,
			const struct missing_filter *f);

/* What one application has, as its desk may know: offices, since, reminded_on;
 * NULL: nothing, or it is not registered. */
enum status missing_of(struct ctx *cx, int64_t application,
		       struct row **row) MUST_USE;

#endif
