/* mail.h - mail addresses: one form, a check, and a hint at slips. */
#ifndef TEXT_MAIL_H
#define TEXT_MAIL_H

#include <stdbool.h>

#include "base/ctx.h"

/* RFC 5321: 256 for a path with its angle brackets. */
#define MAIL_MAX 254

/* Full-width ASCII narrowed, outer spaces removed, the domain (what follows
 * the last @) in small letters; the part before it is the owner's business. */
const char *text_mail(struct ctx *cx, const char *s);

/*
 * True for a plain local@domain (RFC 5321 dot-string, letters, digits and
 * hyphens in a domain of two labels or more), at most MAIL_MAX long. No quotes,
 * comments, address literals, spaces or controls, so that no address can end a
 * header line (security IN-07).
 */
bool mail_valid(const char *mail);

/* The domain that was probably meant ("gmail.com" for a@gmial.com); NULL if
 * nothing looks wrong. Only ever worth a question. */
const char *mail_hint(struct ctx *cx, const char *mail);

/* True if the domain is suffix or ends with "." suffix: lg.jp, go.jp. */
bool mail_within(const char *mail, const char *suffix);

#endif
