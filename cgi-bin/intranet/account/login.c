/*
 * login.c - ログイン: login id and password.
 *
 *	GET  ?next=PATH    a page that was asked for, if it is on the list
 *	     ?ended=WHY    why the session before is over
 *	     ?done=WHAT    what has just been done
 *	POST act=login     to the code, the page that was asked for, or home
 *
 * One message for whatever is wrong: lib/account/login.h.
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.form = &login_form,
	.get = login_show,
	.acts = login_acts,
	.nacts = COUNT(login_acts),
};
