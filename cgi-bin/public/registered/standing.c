/*
 * standing.c - 登録の状態: whether one's registration holds, until when, and
 * what has happened to it.
 *
 *	GET
 *	GET  ?pdf=1   廃止届の控え, or 取消通知書
 */
#include <string.h>

#include "parts/paper.h"
#include "parts/parts.h"
#include "registered/standing.h"

static enum status show_paper(struct req *rq)
{
	struct letter letter;

	TRY(letter_own(rq->cx, &letter));
	return part_letter(rq, &letter);
}

static enum status show(struct req *rq)
{
	struct standing s;
	struct rows rows;

	if (strcmp(query(rq, "pdf"), "1") == 0)
		return show_paper(rq);
	TRY(standing_own(rq->cx, &s));
	TRY(part_standing(rq));
	TRY(standing_events_own(rq->cx, &rows));
	part_events(rq, &rows);
	if (standing_find("abolish", "applicant", s.state,
			  standing_planned(&s)))
		page_text(rq, "abolition.url", "/registered/abolition");
	page_back(rq, "/tokutei/home");
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
