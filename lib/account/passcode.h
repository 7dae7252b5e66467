/* passcode.h - 確認番号: six digits mailed at a login (security AU-30, 31). */
#ifndef ACCOUNT_PASSCODE_H
#define ACCOUNT_PASSCODE_H

#include <stdbool.h>

#include "account/entry.h"
#include "db/db.h"

#define PASSCODE_MINUTES 10
#define PASSCODE_TRIES 5   /* per login, whatever codes were sent */
#define PASSCODE_AGAIN 60  /* seconds until another may be sent */
#define PASSCODE_HOURLY 5  /* mails per account and hour */
#define PASSCODE_NOTICE 10 /* failures in a day, then a notice and a pause */

/* The login that awaits a code: whoever asks, a session of stage code. */
struct passcode {
	int64_t id;	     /* of the one that counts; 0: none was sent */
	const char *mail;    /* where it went */
	int64_t sent_at;     /* 0: never */
	int64_t expires_at;  /* ten minutes after that */
	int64_t again_at;    /* from when on another may be sent */
	int64_t failures;    /* of this login */
	int64_t pause_until; /* after too many failures; 0: no pause */
};

enum status passcode_load(struct ctx *cx, struct passcode *p) MUST_USE;

/* What came of asking for a code. */
enum passcode_sent {
	PASSCODE_SENT,
	PASSCODE_SOON,	 /* the last one is less than a minute old */
	PASSCODE_MANY,	 /* five in this hour */
	PASSCODE_PAUSED, /* ten failures in a day: not for an hour */
};

/*
 * Mails a new code and ends the one before it. mail: one of the account's
 * registered addresses; "" or another: the first. The digits are made when the
 * mail is sent, and only their hash is ever stored.
 */
enum status passcode_ask(struct ctx *cx, int64_t session, int64_t account,
			 const char *mail, enum passcode_sent *sent) MUST_USE;

enum passcode_verdict {
	PASSCODE_RIGHT,
	PASSCODE_WRONG, /* *left more tries */
	PASSCODE_LATE,	/* ten minutes are over, or none was sent */
	PASSCODE_OVER,	/* the last try: the login has ended */
};

/*
 * Is it the code of this very session (security AU-30)? Used up if it is. A
 * failure is counted: the caller must commit it. One login after the other for
 * an account, so that no number of requests at once gives more tries.
 */
enum status passcode_check(struct ctx *cx, const char *digits,
			   const struct visitor *v,
			   enum passcode_verdict *verdict,
			   int64_t *left) MUST_USE;

/* The addresses that the user may choose from: column mail. */
enum status passcode_mails(struct ctx *cx, int64_t account,
			   struct rows *rows) MUST_USE;
/* "te***@example.jp": enough to recognise one's own, too little for others. */
const char *passcode_mask(struct ctx *cx, const char *mail);

#endif
