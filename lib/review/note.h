/* note.h - 申し送り: what colleagues of a desk tell each other about an
 * application. Neither the applicant nor another desk ever sees it. */
#ifndef REVIEW_NOTE_H
#define REVIEW_NOTE_H

#include "review/confirm.h"
#include "review/desk.h"

/* The newest first, up to 100: at, name, text. */
enum status note_list(struct ctx *cx, const struct desk_view *view,
		      struct rows *rows) MUST_USE;
/* Adds r->note, and writes "application.note". An empty one is a problem. */
enum status note_add(struct ctx *cx, const struct review *r,
		     struct problems *p) MUST_USE;

#endif
