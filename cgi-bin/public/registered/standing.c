/*
 * standing.c - 登録の状態: whether one's registration holds, until when, and
 *what has happened to it.
 *
 *	GET
 *	GET  ?pdf=1   廃止届の控え, or 取消通知書
 */
#include <string.h>

#include "parts/parts.h"
#include "registered/letter.h"
#include "registered/standing.h"
#include "web/upload.h"

static enum status show_paper(struct req *rq)
{
	const struct paper_words words = { upload_word, rq };
	struct letter letter;
	int fd;

	TRY(letter_own(rq->cx, &letter));
	TRY(temp_open(rq, &fd));
	TRY(letter_pdf(rq->cx, &letter, &words, fd));
	return answer_fd(rq, letter_file(rq->cx, &letter), "application/pdf",
			 fd);
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
