/*
 * hats.c - 担当の切り替え: for whom one acts, and for whom one could.
 *
 *	GET
 *	POST act=wear:ORGANISATION   (role) goes on for that one, to its home
 */
#include "signin/signin.h"

const struct screen screen = {
	.file = __FILE__,
	.get = hats_show,
	.acts = hats_acts,
	.nacts = COUNT(hats_acts),
};
