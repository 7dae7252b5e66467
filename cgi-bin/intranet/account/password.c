/*
 * password.c - パスワードの変更: with the present password, signed in or not.
 *
 *	GET  ?done=changed
 *	POST act=change    ends all sessions; a notice is mailed
 *
 * What a password must be: lib/account/password.h.
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.form = &password_form,
	.get = password_show,
	.acts = password_acts,
	.nacts = COUNT(password_acts),
};
