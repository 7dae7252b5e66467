/* letter.h - 廃止届の控え and 取消通知書: the papers of an end, as PDFs. */
#ifndef REGISTERED_LETTER_H
#define REGISTERED_LETTER_H

#include "base/ctx.h"
#include "review/paper.h"

struct letter {
	const char *act; /* abolish, cancel; also announce */
	const char *number, *name, *chief;
	const char *registered_on, *day; /* in words */
	const char *reason;		 /* the code */
	const char *text;
	int64_t at; /* when it was sent in, or decided */
};

/* The paper of one's own registration that has ended, or will. ST_NOT_FOUND:
 * it has none. */
enum status letter_own(struct ctx *cx, struct letter *letter) MUST_USE;
/* That of an application on one's desk. */
enum status letter_desk(struct ctx *cx, struct id application,
			struct letter *letter) MUST_USE;

/* What its file is called: R-2026-000001-abolition.pdf */
const char *letter_file(struct ctx *cx, const struct letter *letter);
/* Written to fd. ST_IO: it could not be written. */
enum status letter_pdf(struct ctx *cx, const struct letter *letter,
		       const struct paper_words *words, int fd) MUST_USE;

#endif
