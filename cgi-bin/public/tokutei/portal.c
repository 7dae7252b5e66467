/*
 * portal.c - the front page of the public site: what this is, and the ways in.
 *
 *	GET
 */
#include "web/screen.h"

static enum status show(struct req *rq)
{
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
