/* expire.h - removes what may not be kept any longer (worker). */
#ifndef EXPIRE_H
#define EXPIRE_H

#include "base/ctx.h"

/*
 * Removes, a short while after its time: sessions and links (7 days after
 * their end), mails (90 days after they went out), form keys (2 days), what
 * was typed and could not be taken (1 day), files with a last day, drafts (90
 * days after the last change; without a word in them, once their links are
 * gone). files: the folder in which a file lies under its public id. Drafts,
 * mails and files leave an entry in the audit trail; how many of what, a line
 * in the log. May be run at any time, by several workers.
 * *removed: how many rows, drafts and files more there are that went.
 */
enum status expire_all(struct ctx *cx, const char *files,
		       int64_t *removed) MUST_USE;

/* Removes files of the folder that no row names: those of acts that were
 * rolled back. Only if they are a day old, because a row is written last. */
enum status expire_strays(struct ctx *cx, const char *files,
			  int64_t *removed) MUST_USE;

#endif
