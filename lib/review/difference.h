/*
 * difference.h - 変更点: what is different between two versions of an
 * application, as far as it belongs to the desk.
 *
 * The server finds the offices that differ, in the order of their numbers and
 * a page at a time; only those are read. So 10,000 offices of which three were
 * corrected are three offices' work for the program.
 */
#ifndef REVIEW_DIFFERENCE_H
#define REVIEW_DIFFERENCE_H

#include "review/desk.h"

#define DIFFERENCE_PAGE 50

/* A business before and after; NULL: it was not there, or is not any more. */
struct difference_business {
	const struct business *was, *now;
};

struct difference_office {
	int64_t number;
	struct id id;
	const char *name;		/* the later one */
	const struct office *was, *now; /* without businesses; NULL likewise */
	/* Those that changed, are new or gone. */
	struct difference_business *business;
	size_t nbusiness;
};

struct difference {
	int64_t from, to; /* numbers of the versions */
	int64_t from_at, to_at;
	const struct applicant *was, *now;
	struct difference_office *office;
	size_t noffice;
	int64_t next; /* the page after this one begins after it; 0: none */
};

/*
 * from, to: numbers of versions that were sent; 0 for the one that this desk
 * has confirmed, or the one in force that a change is counted from, or the one
 * before to; and for the latest. after: where the
 * page begins, 0 at first. ST_NOT_FOUND: there is no such version.
 */
enum status difference_find(struct ctx *cx, const struct desk_view *view,
			    int64_t from, int64_t to, int64_t after,
			    struct difference *d) MUST_USE;

/* Puts the businesses of two versions side by side: the same choice of type
 * and details belongs together, wherever it stands; what is the same on both
 * sides is left out. pairs has room for both lists. */
size_t difference_pair(const struct business *was, size_t nwas,
		       const struct business *now, size_t nnow,
		       struct difference_business *pairs);

#endif
