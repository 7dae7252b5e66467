/* duplicate.h - 重複: other applications that look like this one, and what the
 * desk found about them (同じ, 別). */
#ifndef REVIEW_DUPLICATE_H
#define REVIEW_DUPLICATE_H

#include "form/form.h"
#include "review/desk.h"

/* Up to 20, the likest first: id, receipt, state, sent_at, name, kana, chief,
 * tel, at_zip, place; same_name, same_place, same_tel, same_note (1, 0);
 * verdict ("": none yet), note, by_name, verdict_at. */
enum status duplicate_list(struct ctx *cx, const struct desk_view *view,
			   struct rows *rows) MUST_USE;

/* What is said about one of them. */
struct duplicate {
	struct id id;	     /* of the application under review */
	const char *other;   /* hex */
	const char *verdict; /* same, different */
	const char *note;
};
extern const struct form duplicate_form;

/* Stores it, and writes "application.duplicate". ST_NOT_FOUND: not on this
 * desk, or not like it. */
enum status duplicate_save(struct ctx *cx, const struct duplicate *d) MUST_USE;

#endif
