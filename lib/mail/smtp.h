/* smtp.h - inside lib/mail: the conversation with the relay (libcurl). */
#ifndef MAIL_SMTP_H
#define MAIL_SMTP_H

#include "base/buf.h"
#include "mail/send.h"

enum smtp_outcome {
	SMTP_SENT,    /* the relay has taken it */
	SMTP_REFUSED, /* not this mail, not this recipient: 5xx */
	SMTP_LATER,   /* not now */
	SMTP_AWAY,    /* nobody to talk to: later, and so for all others */
};

struct smtp;

/* Connects with the first mail. */
struct smtp *smtp_new(struct ctx *cx, const struct mail_relay *relay);
/*
 * Hands one message over; the connection stays for the next. reply: the code
 * of the relay or of the library, without any address ("550", "curl 28").
 */
enum smtp_outcome smtp_send(struct smtp *s, const char *to,
			    const struct buf *message, char reply[40]);
/* Ends the connection, if there is one. */
void smtp_rest(struct smtp *s);

#endif
