/*
 * notice.c - 登録通知書: the letter of a registration, for the registrar.
 *
 *	GET  ?id=APP
 */
#include "db/audit.h"
#include "review/paper.h"
#include "web/screen.h"
#include "web/upload.h"

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct id *id = arg;

	return audit_write(cx, "application.notice", "application", *id, "");
}

static enum status show(struct req *rq)
{
	const struct paper_words words = { upload_word, rq };
	struct id id = asked_id(rq);
	struct paper paper;
	int fd;

	TRY(paper_desk(rq->cx, id, &paper));
	TRY(db_transaction(rq->cx, write_look, &id));
	TRY(temp_open(rq, &fd));
	TRY(paper_pdf(rq->cx, &paper, &words, fd));
	return answer_fd(rq, mem_printf(rq->cx, "%s.pdf", paper.number),
			 "application/pdf", fd);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
