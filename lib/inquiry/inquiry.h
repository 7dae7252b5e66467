/*
 * inquiry.h - 疑義照会 at the desk: drafted item by item, sent together, read
 * item by item when the answer comes (spec tokutei §5).
 *
 * Each act is one transaction of the caller. ST_NOT_FOUND: not on this desk;
 * ST_STATE: not in this state; ST_STALE: a colleague was quicker.
 */
#ifndef INQUIRY_INQUIRY_H
#define INQUIRY_INQUIRY_H

#include "review/desk.h"
#include "inquiry/field.h"

#define INQUIRY_ITEMS 100 /* of one inquiry */

/* One question, as the desk types it. */
struct inquiry_item {
	struct id id; /* of the page: the application, or the item itself */
	int64_t revision;
	const char *target; /* what the page offers: see struct point */
	int64_t office;
	const char *point; /* "business.2.own": which of them */
	const char *reason;
	const char *text;
	const char *suggestion;
};

/* What is written to all items of a draft. */
struct inquiry_words {
	struct id id; /* of the application */
	int64_t revision;
	const char *part; /* which form of the page: send, cancel */
	const char *message;
	int64_t due;	    /* last day for the answer */
	const char *reason; /* why it is cancelled */
};

extern const struct form inquiry_item_form, inquiry_words_form;

/* "business.2.own" and back; false if it is none. The office is not in it. */
const char *point_name(struct ctx *cx, const struct point *at);
bool point_parse(struct ctx *cx, const char *name, struct point *at);
/* The point of a field as pages show it: field may go deeper (at.zip), and is
 * empty where all of it is meant. The office is not in it. */
struct point point_shown(struct ctx *cx, const char *target, int64_t position,
			 const char *field);
/* Is it of an office, or of what lies below one? */
bool point_in_office(const struct point *at);

/* --- For pages ----------------------------------------------------------- */

/* Inquiries of this desk, the newest first; sql/queries/review/inquiry.sql has
 * the columns. Times and texts; due_on in days. */
enum status inquiry_list(struct ctx *cx, const struct desk_view *view,
			 struct rows *rows) MUST_USE;
enum status inquiry_items(struct ctx *cx, int64_t inquiry,
			  struct rows *rows) MUST_USE;
/* Documents of answers: item, id, name, size, purpose. */
enum status inquiry_files(struct ctx *cx, int64_t inquiry,
			  struct rows *rows) MUST_USE;
/* The words of the draft among rows of inquiry_list(), or of a new one. */
enum status inquiry_words_open(struct ctx *cx, const struct desk_view *view,
			       const struct rows *rows,
			       struct inquiry_words *w) MUST_USE;
/* The draft; ST_NOT_FOUND if there is none. */
enum status inquiry_draft(struct ctx *cx, const struct desk_view *view,
			  struct row **row) MUST_USE;
/* An item of the draft, for its page, and the application that it is of. */
enum status inquiry_item_open(struct ctx *cx, struct id id,
			      struct inquiry_item *item,
			      struct id *application) MUST_USE;
/* The values of what a point lies in, as they were sent last; c->at is the
 * point. ST_NOT_FOUND: not there, or not of this desk. */
enum status inquiry_values(struct ctx *cx, const struct desk_view *view,
			   const struct point *at,
			   struct correction *c) MUST_USE;
/* A point of a row of inquiry_items(). */
struct point point_of(const struct row *row);

/* The usual last day for an answer that is asked for today. */
enum status inquiry_due(struct ctx *cx, int64_t *day) MUST_USE;
/* Message key of what is wrong with a last day; NULL: nothing. */
enum status inquiry_due_wrong(struct ctx *cx, int64_t day,
			      const char **key) MUST_USE;

/* --- Acts ---------------------------------------------------------------- */

/* Adds a question to the draft, which is begun if there is none. What is wrong
 * with it is collected in p. */
enum status inquiry_add(struct ctx *cx, const struct application_words *words,
			struct id application, const struct inquiry_item *item,
			struct problems *p) MUST_USE;
/* Changes reason, text and suggestion. */
enum status inquiry_change(struct ctx *cx, struct id application,
			   const struct inquiry_item *item) MUST_USE;
enum status inquiry_remove(struct ctx *cx, struct id application,
			   struct id item) MUST_USE;
/* Throws the whole draft away. */
enum status inquiry_discard(struct ctx *cx, struct id application) MUST_USE;
/* Keeps message and last day with the draft. */
enum status inquiry_write(struct ctx *cx,
			  const struct inquiry_words *w) MUST_USE;
/* Sends it: one mail, whatever is in it. revision: of the draft. */
enum status inquiry_send(struct ctx *cx, const struct application_words *words,
			 struct id application, int64_t revision,
			 struct problems *p) MUST_USE;
/* Takes back what is open. */
enum status inquiry_cancel(struct ctx *cx, struct id application,
			   const char *reason) MUST_USE;
/* The answer to an item will do. The last one closes the inquiry. */
enum status inquiry_close(struct ctx *cx, struct id application,
			  struct id item) MUST_USE;
/* It will not: the same question goes into the draft once more. */
enum status inquiry_again(struct ctx *cx, const struct application_words *words,
			  struct id application, struct id item) MUST_USE;

#endif
