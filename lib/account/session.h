/* session.h - who a cookie belongs to; one statement for a whole request. */
#ifndef ACCOUNT_SESSION_H
#define ACCOUNT_SESSION_H

#include <stdbool.h>

#include "base/ctx.h"

#define TOKEN_BYTES 32
#define TOKEN_TEXT 43 /* base64url without padding */

/* SHA-256 of a secret: all that the database ever holds of it. */
struct hash {
	unsigned char b[32];
};

/* A new secret of 32 random bytes as text: cookie, mailed link. */
const char *token_new(struct ctx *cx);
bool token_valid(const char *text);
struct hash token_hash(const char *text);
/*
 * A token that only who has another one can read: so a form that is sent twice
 * gets the cookie that the first answer gave, and no cookie is ever stored.
 * unseal: NULL if it was sealed with another one, or is none.
 */
const char *token_seal(struct ctx *cx, const char *token, const char *with);
const char *token_unseal(struct ctx *cx, const char *sealed, const char *with);
/* The token of the forms that go with a cookie; from it alone, so that a page
 * for somebody without a session needs no row. */
const char *token_form(struct ctx *cx, const char *cookie);

/* What the runner asks about, beside the cookie. */
struct session_ask {
	struct hash cookie; /* zeros: there was none */
	struct id key;	    /* of the form that is sent, or none */
	const char *place;  /* of what was kept for this screen */
};

/* What came of a form when it was sent for the first time. */
struct form_sent {
	const char *result; /* the path that it led to */
	const char *cookie; /* that it was answered with, sealed; "" */
	int64_t at;
};

/* Everything a request needs to know about who asks: session, account, hat,
 * application, the form key and what was kept. */
struct session {
	bool known;	   /* a live session */
	const char *ended; /* why there is none any more; "" */
	struct who who;
	struct id id;
	const char *stage; /* link, code, full */
	const char *name, *org_name;
	const char *application_state; /* "" without an application */
	struct id application;
	int64_t hats;	  /* that the account may wear */
	bool must_change; /* the password, before anything else */
	int64_t expires_at, ends_at, seen_at;
	bool key_used; /* this very form was sent before: */
	struct form_sent key;
	/* What is typed belongs to the application, if there is one, so that
	 * it is found again after a login; else to the browser. */
	struct hash kept_owner;
	const char *kept_input, *kept_problems; /* JSON, or "" */
	int64_t kept_at;
};

/* Somebody of whom nothing is known. */
struct session session_nobody(const char *site);
/* Reads it all; nothing known is no failure. */
enum status session_load(struct ctx *cx, const char *site,
			 const struct session_ask *ask,
			 struct session *s) MUST_USE;

/* How long a session lives, by its role (security SE-04). */
struct session_life {
	int64_t idle_seconds, whole_seconds;
};
struct session_life session_life(const char *role, const char *stage);

/* What a new session is for. */
struct session_new {
	const char *site, *stage, *role;
	int64_t account, organisation, application, link;
	const char *device, *ip;
	int64_t ends_at; /* not later than that; 0: as its role has it */
};

/* Adds a session and gives the cookie that opens it. */
enum status session_open(struct ctx *cx, const struct session_new *n,
			 const char **cookie) MUST_USE;
/* Ends it, and remembers why for the next page. */
enum status session_end(struct ctx *cx, int64_t session,
			const char *why) MUST_USE;
/* All others of the account, this one excepted (0: none excepted). */
enum status session_end_others(struct ctx *cx, int64_t account, int64_t except,
			       const char *why) MUST_USE;
/* Those of everybody: for the host alone. */
enum status session_end_all(struct ctx *cx, const char *why) MUST_USE;
/* Notes that it is in use; once a minute is enough. */
enum status session_touch(struct ctx *cx, int64_t session) MUST_USE;

/* Forms that were sent, and what was typed but could not be taken. A key is
 * the hash of all that a form says, secrets included: it needs no owner. */
enum status form_key_use(struct ctx *cx, struct hash owner, struct id key,
			 const struct form_sent *sent) MUST_USE;
enum status form_key_find(struct ctx *cx, struct id key,
			  struct form_sent *sent) MUST_USE;
enum status kept_put(struct ctx *cx, struct hash owner, const char *place,
		     const char *input, const char *problems) MUST_USE;
/* "" if nothing was. */
enum status kept_input(struct ctx *cx, struct hash owner, const char *place,
		       const char **input) MUST_USE;
enum status kept_drop(struct ctx *cx, struct hash owner,
		      const char *place) MUST_USE;

#endif
