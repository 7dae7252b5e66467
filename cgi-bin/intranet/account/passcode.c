/*
 * passcode.c - 確認番号: the six digits that were mailed at this login.
 *
 *	GET  ?next=PATH    the page that was asked for before the login
 *	     ?done=sent
 *	POST act=check     to that page, or home
 *	POST act=send      another code, to a registered address
 *
 * How often and how long: lib/account/passcode.h.
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.form = &passcode_form,
	.get = passcode_show,
	.acts = passcode_acts,
	.nacts = COUNT(passcode_acts),
};
