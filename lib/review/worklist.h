/*
 * worklist.h - 作業一覧: what lies on one's desk, narrowed, ordered, paged.
 *
 * However long the list is, a page of it is a few rows of one index; it has no
 * numbers but a place to go on from (keyset).
 */
#ifndef REVIEW_WORKLIST_H
#define REVIEW_WORKLIST_H

#include <stdbool.h>

#include "form/form.h"

#define WORKLIST_PAGE 50
#define WORKLIST_EXPORT 100000
/* What is counted at most; beyond it is "1,000 and more". */
#define WORKLIST_COUNTED 1000

struct worklist_filter {
	const char *state; /* of the unit; "" when a name is sought: any */
	const char *pref, *type, *founder;
	const char *size;  /* class of the head count, 1 to 4 */
	const char *whose; /* mine, nobody */
	const char *age;   /* days in its state, at least */
	const char *due;   /* over: not answered in time */
	const char *q;	   /* how a name or a receipt number begins */
	const char *sort;  /* since, due, persons; name when one is sought */
	const char *after, *before; /* place where the page begins or ends */
};

extern const struct form worklist_form;

/* Fills in what was left open, and drops what does not go together. First. */
void worklist_settle(struct ctx *cx, struct worklist_filter *f);
/* Is anything asked for but a state? */
bool worklist_narrowed(const struct worklist_filter *f);

/* Units of a state; "overdue"; "hits", of the filter, which stops counting at
 * WORKLIST_COUNTED + 1. */
struct worklist_counts {
	struct rows rows;
	const char *column; /* of rows: how many */
};
int64_t worklist_counted(const struct worklist_counts *counts,
			 const char *what);

/* Rows: id (of the application), receipt, name, pref, offices, persons, state,
 * since, due, overdue, assignee, mine, kind. */
struct worklist_page {
	struct rows rows;
	const char *prev, *next; /* addresses; "": there is none */
	struct worklist_counts counts;
};
enum status worklist_page(struct ctx *cx, const struct worklist_filter *f,
			  struct worklist_page *page) MUST_USE;

/* For the first page: the same without a filter, and "mine": what one has to go
 * on with oneself; the first ten of those. */
enum status worklist_home(struct ctx *cx, struct worklist_counts *counts,
			  struct rows *own) MUST_USE;

/* All of the filter in its order, WORKLIST_EXPORT at most, one by one. */
enum status worklist_each(struct ctx *cx, const struct worklist_filter *f,
			  enum status (*fn)(struct ctx *cx, void *arg,
					    const struct row *row),
			  void *arg) MUST_USE;

/* "PATH?pref=13&sort=due": the first page of the filter. */
const char *worklist_url(struct ctx *cx, const char *path,
			 const struct worklist_filter *f);

/* The query of a list, as its page sent it along, with & behind it; "" if it is
 * none. */
const char *worklist_query(struct ctx *cx, const char *sent);

/* One condition of the filter. */
struct worklist_chip {
	const char *field;
	const char *code; /* what was chosen or typed */
	const char *text; /* its name in the master tables; NULL: a message */
	const char *url;  /* the list without this condition */
};
#define WORKLIST_CHIPS 8
enum status worklist_chips(struct ctx *cx, const struct worklist_filter *f,
			   struct worklist_chip *chips, size_t *n) MUST_USE;

#endif
