/* paper_head.h - what all papers about a registration have alike. */
#ifndef REVIEW_PAPER_HEAD_H
#define REVIEW_PAPER_HEAD_H

#include <stdbool.h>

#include "doc/pdf.h"
#include "review/paper.h"
#include "text/jdate.h"

/* A text of the message files; without it a BUG. */
const char *paper_word(const struct paper_words *words, const char *key);
/* 2026年11月21日（令和8年11月21日） */
const char *paper_day(struct ctx *cx, struct date d);

/* The head of a letter between the office and a business. */
struct paper_head {
	const char *number;	  /* of the registration */
	struct date day;	  /* of the letter */
	const char *name, *chief; /* of the business */
	bool to_office;		  /* else it is from the office */
	const char *title, *text;
};
/* Begins a paper in fd, and writes its head: number, day, to whom, from whom,
 * about what. ST_IO: it could not be written. */
enum status paper_new(struct ctx *cx, const struct paper_head *head,
		      const struct paper_words *words, int fd,
		      struct pdf **pdf) MUST_USE;

#endif
