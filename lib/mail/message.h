/* message.h - the text of one mail (RFC 5322), for exactly one person. */
#ifndef MAIL_MESSAGE_H
#define MAIL_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct message {
	const char *from_name; /* UTF-8; "" for none */
	const char *from, *to; /* bare addresses: a@example.jp */
	const char *subject;   /* UTF-8 */
	int64_t date;	       /* UTC in microseconds; shown in Japan time */
	const char *id;	       /* of the mail, unique: left@right, no <> */
	const char *body;      /* UTF-8; lines end with LF or CR LF */
};

#define MESSAGE_ADDRESS                                                        \
	254 /* most characters (RFC 5321 through security IN-07) */

/*
 * Whether s may stand in a header and in an SMTP command: at most 254 ASCII
 * characters, local part at most 64, no quotes, no comments, no blanks. Dots
 * may come twice or last in the local part: Japanese telephone companies gave
 * such addresses out. Whether a user may type it is for lib/form to say.
 */
bool message_address(const char *s);

/*
 * Appends the whole message, CR LF at each line end. Names and subjects that
 * are not plain ASCII become encoded words (RFC 2047), the body is base64, so
 * no line is ever too long and no relay changes a byte. ST_INVALID: an address
 * or id that is none, a CR, LF or other control in a name or the subject,
 * text that is not UTF-8. Then nothing has been appended.
 *
 * No line of a base64 body is a dot; doubling dots at a line's beginning is
 * SMTP and libcurl does it.
 */
enum status message_write(const struct message *m, struct buf *to) MUST_USE;

#endif
