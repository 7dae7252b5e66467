/*
 * sessions.c - ログインの記録: one's own logins, and how to end them.
 *
 *	GET  ?done=ended
 *	POST act=end       ends one of them (id)
 *	POST act=disown    心当たりがない: ends all, and takes the password away
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.get = sessions_show,
	.acts = sessions_acts,
	.nacts = COUNT(sessions_acts),
};
