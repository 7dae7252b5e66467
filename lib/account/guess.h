/* guess.h - would somebody else think of this password? (security AU-05) */
#ifndef ACCOUNT_GUESS_H
#define ACCOUNT_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"

/* Why a password is easily guessed. */
enum guess {
	GUESS_NONE,
	GUESS_COMMON,	/* in the list of common ones, or nearly */
	GUESS_CONTEXT,	/* the service, the company, the mailbox, the name */
	GUESS_KEYBOARD, /* neighbours on the keyboard, or the alphabet */
	GUESS_REPEATED, /* one piece over and over */
};

/*
 * text: in normal form (lib/account/password.h). own: words that belong to the
 * account, ended by NULL: login id, address, name, company; of an address the
 * part before the @ and the labels behind it count. Letters are compared
 * without their case.
 */
enum guess guess_password(struct ctx *cx, const char *text,
			  const char *const *own) MUST_USE;

/* Made from context.txt and common.txt by common.awk. */
#define COMMON_SIZE 16
extern const char *const context_words[];
extern const char common_words[][COMMON_SIZE]; /* in the order of bytes */
extern const size_t ncontext_words, ncommon_words;

#endif
