/*
 * reset.c - パスワードの設定: where the links for a password lead.
 *
 *	GET                for a session that such a link has opened
 *	POST act=set       uses the link up, sets the password, to the login
 *
 * What a password must be: lib/account/password.h.
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.form = &reset_form,
	.get = reset_show,
	.acts = reset_acts,
	.nacts = COUNT(reset_acts),
	.private_answer = true,
};
