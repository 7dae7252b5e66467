/*
 * notice.c - 登録通知書: the letter that tells of one's own registration.
 *
 *	GET
 */
#include "parts/paper.h"

static enum status show(struct req *rq)
{
	struct paper paper;

	TRY(paper_own(rq->cx, &paper));
	return part_paper(rq, &paper);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
