/*
 * open.c - メールのリンク: where a mailed link leads.
 *
 *	GET  ?t=TOKEN      opens a session and leads on, without the token
 *	GET                on with the draft; or why a link does not work
 *
 * Uses nothing up, however often it is opened. Opening the session is the one
 * thing that a GET may write: lib/account/entry.h.
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.get = open_show,
};
