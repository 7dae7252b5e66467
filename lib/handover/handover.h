/* handover.h - 引き継ぎ: whoever acts for a business names who does next. */
#ifndef HANDOVER_HANDOVER_H
#define HANDOVER_HANDOVER_H

#include "form/form.h"

/* What is typed. present: the present password, for the screen to check. */
struct handover {
	const char *name, *mail, *again, *tel, *present;
};

extern const struct form handover_form;

/*
 * Mails the successor a link (purpose handover, 24 hours); a handover of the
 * same business that is not done yet ends. Nothing else changes before the
 * successor confirms (successor.h). Problems: `mail` is one's own address, or
 * got too many mails lately.
 */
enum status handover_begin(struct ctx *cx, const struct handover *h,
			   struct problems *p) MUST_USE;
/* The one of whoever asks that is not done yet: name, mail, asked_at, until
 * (of the link). ST_NOT_FOUND: there is none. */
enum status handover_running(struct ctx *cx, struct row **row) MUST_USE;
/* Takes it back. ST_STATE: it is done, or was never begun. */
enum status handover_cancel(struct ctx *cx) MUST_USE;

/* What a ministry has approved begins in the same way. */
struct handover_new {
	int64_t organisation, takeover;
	const char *name, *mail, *tel;
	const char *company; /* for the mail */
};
enum status handover_start(struct ctx *cx,
			   const struct handover_new *n) MUST_USE;

/* Notes an act in the trail of the business's application, where desks and
 * business look for it. */
enum status handover_note(struct ctx *cx, const char *act,
			  int64_t organisation) MUST_USE;

#endif
