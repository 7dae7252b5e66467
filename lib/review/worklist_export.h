/* worklist_export.h - the work list as a file, in flat memory. */
#ifndef REVIEW_WORKLIST_EXPORT_H
#define REVIEW_WORKLIST_EXPORT_H

#include "review/worklist.h"

/* Texts of the message files by their key. */
struct worklist_words {
	const char *(*text)(void *arg, const char *key);
	void *arg;
};

/*
 * All of the filter in its order, WORKLIST_EXPORT at most, into an empty file;
 * and "worklist.export" in the audit trail, in a transaction of its own.
 */
enum status worklist_csv(struct ctx *cx, const struct worklist_filter *f,
			 const struct worklist_words *words, int fd) MUST_USE;
enum status worklist_xlsx(struct ctx *cx, const struct worklist_filter *f,
			  const struct worklist_words *words, int fd) MUST_USE;

#endif
