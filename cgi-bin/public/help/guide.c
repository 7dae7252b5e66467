/*
 * guide.c - how to fill in an application, step by step.
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
