/* outbox.h - a mail that is to go out, written with the act it tells of. */
#ifndef MAIL_OUTBOX_H
#define MAIL_OUTBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/* What the template sees as Mail.data.NAME. The name is ours, [a-z_]+. */
struct mail_text {
	const char *name, *value;
};

/* MAIL_DATA({ "company", name }, { "receipt", number }) */
#define MAIL_DATA(...)                                                         \
	.data = (const struct mail_text[]) { __VA_ARGS__ },                    \
	.ndata = sizeof((const struct mail_text[]) { __VA_ARGS__ }) /          \
		 sizeof(struct mail_text)

struct mail_new {
	const char *template; /* templates/mail/NAME.cst */
	const char *to;	      /* one address */
	const struct mail_text *data;
	size_t ndata;
	int64_t link;	  /* row of link, or 0: the sender makes the token */
	int64_t passcode; /* row of passcode, or 0: … and the digits */
};

/*
 * Adds a mail to the outbox, in the transaction of the caller: it goes out if
 * that commits, and only then. No secret belongs into data: the row is stored,
 * and the token of a link and the digits of a passcode do not exist before the
 * worker sends. Personal data neither, beyond the company's name (security
 * PD-06). ST_INVALID: `to` can be no address in a header.
 *
 *	TRY(mail_put(cx, &(struct mail_new) {
 *				 .template = "reset", .to = mail,
 *				 .link = link }));
 */
enum status mail_put(struct ctx *cx, const struct mail_new *m) MUST_USE;

/*
 * Whether a stranger's wish may put one more mail of these kinds into that
 * mailbox: not after 3 in an hour or 10 in a day (security AU-25). templates:
 * names with commas between, "start,start_known"; "" for all. Ask before
 * mail_put(), and give the same answer to the stranger either way.
 */
enum status mail_may(struct ctx *cx, const char *to, const char *templates,
		     bool *may) MUST_USE;

#endif
