/* document.h - documents that came with an application, or with an answer. */
#ifndef REVIEW_DOCUMENT_H
#define REVIEW_DOCUMENT_H

#include "review/desk.h"

/* id (of the file), name, kind, size, purpose, at, image (1: a page can show
 * it). Those of an answer to another desk are not there. */
enum status document_list(struct ctx *cx, const struct desk_view *view,
			  struct rows *rows) MUST_USE;

struct document {
	int fd;
	const char *name, *type; /* as HTTP calls it */
	const char *purpose;
	int64_t at;
	bool image; /* a page can show it */
	struct id application;
	const char *receipt;
};
/* Opens one from the folder (setting Path.Data), and writes "application.file"
 * to the audit trail in a transaction of its own. ST_NOT_FOUND: not there, or
 * not for this desk. */
enum status document_open(struct ctx *cx, const char *folder, struct id file,
			  struct document *d) MUST_USE;

#endif
