/* send.h - the other end of the outbox: one mail after the other goes out.
 *
 * Several senders, on several hosts, may run at once. A mail is taken by a
 * short transaction that puts off its next try (SKIP LOCKED); what happened is
 * noted by a second one. A sender that dies in between has at worst sent the
 * mail without noting it: it goes out again, with the same Message-ID.
 */
#ifndef MAIL_SEND_H
#define MAIL_SEND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/* The relay, and who we are. The texts must outlive the sender. */
struct mail_relay {
	const char *host;
	int64_t port;
	bool tls;		     /* STARTTLS, or not at all */
	const char *user, *password; /* "": no login */
	const char *from;	     /* the one address */
	const char *from_name;	     /* UTF-8, or "" */
};

/* A mail that is about to go out. */
struct mail_job {
	int64_t id;
	struct id public_id;
	const char *template, *to;
	const char *data; /* JSON: an object of texts */
	int64_t link, passcode;
	int64_t tries; /* this one included; from 1 */
};

/*
 * Makes the text, in a read-write transaction of its own: tokens and digits
 * are made here. The first line of the text is the subject; the body follows
 * after an empty line. ST_STATE: what the mail was about has passed (the link
 * has ended), so it is dropped. Any other failure: tried again later.
 */
typedef enum status mail_compose(struct ctx *cx, void *arg,
				 const struct mail_job *job, const char **text);

struct mail_sender;
struct mail_sender *mail_sender_new(struct ctx *cx,
				    const struct mail_relay *relay,
				    mail_compose *compose, void *arg);

/*
 * Sends the mail that has waited longest, if one is due; *none: nothing is
 * due, or the relay is away and was asked a moment ago. The connection to the
 * relay stays until there is none. ST_DB: the database is away. A mail that
 * cannot be sent is no failure: it is tried again after 1, 5, 30 minutes, 2
 * and 6 hours and is then `failed`, at once if the relay refuses it for good.
 */
enum status mail_send_next(struct ctx *cx, struct mail_sender *s,
			   bool *none) MUST_USE;

/* When the next try is due, in microseconds after the tries-th one failed; 0:
 * there is none. */
int64_t mail_back_off(int64_t tries);

#endif
