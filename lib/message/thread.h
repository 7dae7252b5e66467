/* thread.h - メッセージ: what a business and a desk wrote to each other. */
#ifndef MESSAGE_THREAD_H
#define MESSAGE_THREAD_H

#include <stdbool.h>

#include "db/db.h"

#define THREAD_PAGE 20	    /* threads of one page */
#define THREAD_SHOWN 50	    /* messages of one page */
#define THREAD_COUNTED 1000 /* unread ones are counted so far */

/* Does whoever asks sit at a desk? Else it is a business. */
bool thread_at_desk(const struct ctx *cx);

struct thread_filter {
	bool unread;	     /* of a desk: only what is not read yet */
	int64_t application; /* of a desk: internal, of one business; 0: all */
	const char *before;  /* where the page before ended, "" */
};

/*
 * Newest first: thread (internal), id, subject, state, desk (ministry, "" for
 * the registrar), number, receipt, company, last_at, unread (1: by this side).
 * next: what .before of the next page is, "" if there is none.
 */
struct thread_page {
	struct rows rows;
	const char *next;
};
enum status thread_list(struct ctx *cx, const struct thread_filter *f,
			struct thread_page *page) MUST_USE;

/* How many threads this side has not read; one more than THREAD_COUNTED stands
 * for any number above. */
enum status thread_unread(struct ctx *cx, int64_t *n) MUST_USE;

struct thread {
	struct id id, application_id;
	int64_t thread, application; /* internal; that was registered */
	const char *subject, *desk, *company, *number, *receipt;
	bool closed;
};
/* For an act. ST_NOT_FOUND: not there, or of others. */
enum status thread_load(struct ctx *cx, struct id id,
			struct thread *t) MUST_USE;

/*
 * Messages as they were written, the oldest first: message (internal), side
 * (business, desk), text, at, read_at (when the other side saw it), name (of a
 * colleague; "" for a business). files: message, id, name, size. earlier: the
 * number before which the page before ends, 0 if there is none.
 */
struct thread_messages {
	struct rows rows, files;
	int64_t earlier;
};
/* For a page: from the end, or those before a message (0: from the end). What
 * is shown is marked as read by this side, in a transaction of its own; a look
 * of staff is in the audit trail, "message.view". */
enum status thread_open(struct ctx *cx, struct id id, int64_t before,
			struct thread *t, struct thread_messages *m) MUST_USE;

/* Nothing waits for an answer any more; the next message opens it again. For a
 * desk. ST_STATE: it is closed already. */
enum status thread_close(struct ctx *cx, const struct thread *t) MUST_USE;

struct thread_file {
	int fd;
	const char *name, *type; /* as HTTP calls it */
	int64_t at;
	bool image;	  /* a page can show it */
	struct id thread; /* none: it is not begun yet */
	struct id application;
	const char *receipt;
};
/* Opens a document from the folder (setting Path.Data); a look of staff is in
 * the audit trail, "message.file". ST_NOT_FOUND: not there, or of others. */
enum status thread_file_open(struct ctx *cx, const char *folder, struct id file,
			     struct thread_file *f) MUST_USE;

#endif
