/*
 * notice.c - 登録通知書: the letter of a registration, for the registrar.
 *
 *	GET  ?id=APP
 */
#include "db/audit.h"
#include "parts/paper.h"

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct id *id = arg;

	return audit_write(cx, "application.notice", "application", *id, "");
}

static enum status show(struct req *rq)
{
	struct id id = asked_id(rq);
	struct paper paper;

	TRY(paper_desk(rq->cx, id, &paper));
	TRY(db_transaction(rq->cx, write_look, &id));
	return part_paper(rq, &paper);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
