/*
 * standing.c - 登録の状態: whether a registration holds, until when, and what
 * has happened to it, for the desks.
 *
 *	GET  ?id=APP
 *	GET  ?id=APP&pdf=1   廃止届, or 取消通知書
 */
#include <string.h>

#include "parts/paper.h"
#include "parts/parts.h"
#include "registered/standing.h"
#include "review/desk.h"

static enum status show_paper(struct req *rq, const struct desk_view *view)
{
	struct letter letter;

	TRY(letter_desk(rq->cx, view->id, &letter));
	return part_letter(rq, &letter);
}

static enum status show(struct req *rq)
{
	const char *role = rq->session->who.role;
	struct desk_view view;
	struct standing s;
	struct rows rows;

	TRY(desk_open(rq->cx, asked_id(rq), &view));
	if (strcmp(query(rq, "pdf"), "1") == 0)
		return show_paper(rq, &view);
	TRY(standing_desk(rq->cx, view.id, &s));
	TRY(part_standing_desk(rq, view.id));
	TRY(standing_events_desk(rq->cx, view.id, &rows));
	part_events(rq, &rows);
	page_text(rq, "name", view.applicant->name);
	page_text(rq, "paper.url",
		  mem_printf(rq->cx, "/tokutei/standing?id=%s&pdf=1",
			     id_text(rq->cx, view.id)));
	if (standing_find("cancel", role, s.state, standing_planned(&s)))
		page_text(rq, "cancellation.url",
			  url_of(rq, "/tokutei/cancellation", view.id));
	page_back(rq, url_of(rq, "/tokutei/application", view.id));
	return page_show(rq);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
