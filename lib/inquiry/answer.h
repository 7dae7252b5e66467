/*
 * answer.h - 疑義照会 at the applicant: item by item, then sent once.
 *
 * What was sent is never changed: the first correction makes a draft of the
 * next version, and only what an item names can be different in it, whatever a
 * request says (spec tokutei §5). Each act is one transaction of the caller and
 * locks the application first.
 */
#ifndef INQUIRY_ANSWER_H
#define INQUIRY_ANSWER_H

#include "db/db.h"
#include "inquiry/field.h"

/* Inquiries of one's own application, open ones first; id: that one alone, or
 * NULL. Columns: sql/queries/review/inquiry_answer.sql. */
enum status answer_inquiries(struct ctx *cx, const struct id *id,
			     struct rows *rows) MUST_USE;
enum status answer_items(struct ctx *cx, int64_t inquiry,
			 struct rows *rows) MUST_USE;
/* item, id, name, size, purpose, created_at */
enum status answer_files(struct ctx *cx, int64_t inquiry,
			 struct rows *rows) MUST_USE;

/* One item. row: all columns of answer_item. */
struct answer {
	struct row *row;
	int64_t item, inquiry; /* internal */
	int64_t version;       /* internal: the draft, or what was sent */
	struct id inquiry_id;
	bool open;	      /* the inquiry waits for its answer */
	struct correction *c; /* the values that hold now */
};

/* ST_NOT_FOUND: not there, or not yours. */
enum status answer_open(struct ctx *cx, struct id item,
			struct answer *a) MUST_USE;

/* How far the answer is of which it is one item. */
struct answer_progress {
	int64_t items, open; /* all, and those that are still to be answered */
	int64_t nth;	     /* this one, from 1 */
	struct id next;	     /* the first that is open, if any is */
};
enum status answer_progress(struct ctx *cx, const struct answer *a,
			    struct answer_progress *all) MUST_USE;

/*
 * Stores the correction and the reply. in: what was typed, under the places of
 * correction_form. What is wrong is collected in p. ST_STATE: the inquiry is
 * over, nothing is stored; ST_STALE: another window was quicker.
 */
enum status answer_save(struct ctx *cx, const struct application_words *words,
			struct id item, int64_t revision,
			const struct input *in, struct problems *p) MUST_USE;

/* A document for an item. folder: setting Path.Data. Its purpose is one of
 * document_purposes; another one is told in p. */
struct attachment_new;
enum status answer_attach(struct ctx *cx, const char *folder, struct id item,
			  const struct attachment_new *file,
			  struct problems *p) MUST_USE;
enum status answer_detach(struct ctx *cx, struct id item,
			  struct id file) MUST_USE;

/*
 * Sends the answer, once: what was corrected for this inquiry becomes the next
 * version; what was corrected for another one that is still open waits in the
 * draft. Something unanswered is told in p. ST_STATE: it is over already.
 */
enum status answer_send(struct ctx *cx, struct id application,
			struct id inquiry, const char *reply,
			struct problems *p) MUST_USE;

/* --- version.c: within lib/inquiry --------------------------------------- */

/* Fills c with the values of a version in which the point c->at lies. */
enum status correction_load(struct ctx *cx, int64_t version,
			    struct correction *c) MUST_USE;
/* Takes the fields of the point from typed into c, and nothing else. */
void correction_merge(struct ctx *cx, struct correction *c,
		      const struct correction *typed);
bool correction_differs(struct ctx *cx, const struct correction *a,
			const struct correction *b);
/* Stores it in the draft, whose values c had before. */
enum status correction_save(struct ctx *cx, struct correction *c) MUST_USE;
/* The office with what was merged in its place; NULL: not of an office. */
struct office *correction_office(struct correction *c);

/* The draft of the next version, made of the one that was sent if there is
 * none; the application is locked. */
enum status draft_open(struct ctx *cx, const struct row *claim,
		       int64_t *draft) MUST_USE;
/* The point as it stands in one version, also in the draft. */
enum status point_copy(struct ctx *cx, const struct point *at, int64_t from,
		       int64_t to) MUST_USE;

#endif
