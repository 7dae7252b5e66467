/*
 * assign.h - 担当: who works on what. Everybody on the desk sees it; what a
 * colleague has begun is taken over with a reason.
 */
#ifndef REVIEW_ASSIGN_H
#define REVIEW_ASSIGN_H

#include "form/form.h"

/* As many as a page of the list has, and some more. */
#define ASSIGN_MOST 100

/* Taking over: what is asked on the check page. */
struct takeover {
	const char *units; /* applications, commas between */
	const char *list;  /* query of the list that it came from */
	const char *reason;
};
extern const struct form takeover_form;

/*
 * Units of these applications on one's desk, in the order in which they are
 * locked: id, receipt, name, assignee (internal, 0: nobody), assignee_name,
 * mine. ids: commas between. ST_BAD: that is no list of ids. ST_NOT_FOUND: one
 * of them does not lie on this desk.
 */
enum status assign_look(struct ctx *cx, const char *ids,
			struct rows *rows) MUST_USE;
/* How many of them a colleague has. */
size_t assign_others(const struct rows *rows);

struct assigned {
	int64_t done;
	int64_t passed; /* had moved on to a state in which nobody works on
			   them */
};
/* Makes them one's own. note: for the desk, with those that a colleague had; ""
 * if nobody did. ST_STALE: somebody took one meanwhile. ST_STATE: none of them
 * can be worked on. */
enum status assign_take(struct ctx *cx, const struct rows *rows,
			const char *note, struct assigned *done) MUST_USE;
/* Gives back those that are one's own. */
enum status assign_release(struct ctx *cx, const struct rows *rows,
			   struct assigned *done) MUST_USE;

#endif
