/*
 * notice.c - 登録通知書: the letter that tells of one's own registration.
 *
 *	GET
 */
#include "review/paper.h"
#include "web/screen.h"
#include "web/upload.h"

static enum status show(struct req *rq)
{
	const struct paper_words words = { upload_word, rq };
	struct paper paper;
	int fd;

	TRY(paper_own(rq->cx, &paper));
	TRY(temp_open(rq, &fd));
	TRY(paper_pdf(rq->cx, &paper, &words, fd));
	return answer_fd(rq, mem_printf(rq->cx, "%s.pdf", paper.number),
			 "application/pdf", fd);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
