/*
 * logout.c - ログアウト.
 *
 *	GET                asks, or says that it is done
 *	POST act=logout    ends the session
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.get = logout_show,
	.acts = logout_acts,
	.nacts = COUNT(logout_acts),
};
