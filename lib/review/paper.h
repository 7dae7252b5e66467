/* paper.h - 登録通知書: the letter that tells of a registration, as a PDF. */
#ifndef REVIEW_PAPER_H
#define REVIEW_PAPER_H

#include "base/ctx.h"

/* Wording is not known here: whoever calls can look it up. */
struct paper_words {
	/* A text of the message files, by key; NULL: there is none. */
	const char *(*get)(void *arg, const char *key);
	void *arg;
};

struct paper {
	int64_t registration; /* internal */
	const char *number, *name, *chief;
	const char *registered_on, *valid_until; /* 2026-11-21 */
	int64_t offices, persons;
	int64_t last_office; /* no number of an office is above it */
};

/* One's own. ST_NOT_FOUND: there is none. */
enum status paper_own(struct ctx *cx, struct paper *paper) MUST_USE;
/* That of an application on the registrar's desk. */
enum status paper_desk(struct ctx *cx, struct id application,
		       struct paper *paper) MUST_USE;

/* Written to fd as it is read. ST_IO: it could not be written. */
enum status paper_pdf(struct ctx *cx, const struct paper *paper,
		      const struct paper_words *words, int fd) MUST_USE;

#endif
