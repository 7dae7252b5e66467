/*
 * takeover.c - 引き継ぎの申し出: one of them, and the decision.
 *
 *	GET  ?id=TAKEOVER
 *	GET  ?id=TAKEOVER&file=1   the proof
 *	POST act=approve           (id) also once more, if the link ran out
 *	POST act=decline           (id)
 */
#include "handover/takeover.h"

#include <string.h>

#include "web/screen.h"

static enum status send_file(struct req *rq)
{
	struct attachment_file file;

	TRY(takeover_proof(rq->cx, setting(rq, "Path.Data"), asked_id(rq),
			   &file));
	return answer_fd(rq, file.name, file.type, file.fd);
}

static void show_row(struct req *rq, const struct row *row)
{
	const char *url = url_of(rq, "/account/takeover", row_id(row, "id"));

	page_row(rq, "t", row);
	page_text(rq, "file.url", mem_printf(rq->cx, "%s&file=1", url));
	page_number(rq, "known", row_int(row, "organisation") != 0);
	page_back(rq, "/account/takeovers");
	if (strcmp(query(rq, "done"), "approved") == 0)
		page_notice(rq, "done", "takeover_approved");
	if (strcmp(query(rq, "done"), "declined") == 0)
		page_notice(rq, "done", "takeover_declined");
}

static enum status show(struct req *rq)
{
	struct decision *d = form_row(rq->cx, &decision_form);
	struct row *row;

	if (*query(rq, "file"))
		return send_file(rq);
	TRY(takeover_load(rq->cx, asked_id(rq), &row));
	d->id = row_id(row, "id");
	d->revision = row_int(row, "revision");
	d->note = row_text(row, "note");
	TRY(form_show(rq, &decision_form, d));
	show_row(rq, row);
	return page_show(rq);
}

/* What has been decided, or what another one decided meanwhile. */
static enum status finish(struct req *rq, enum status st, const char *done)
{
	const char *url = url_of(rq, "/account/takeover", asked_id(rq));

	if (st == ST_STATE) {
		TRY(answer_state(rq, "takeover", url));
		return ST_STATE;
	}
	TRY(st);
	return go(rq, "%s&done=%s", url, done);
}

static enum status approve(struct req *rq)
{
	struct decision *d = form_row(rq->cx, &decision_form);

	TRY(form_read(rq, &decision_form, d));
	d->id = asked_id(rq);
	d->why = "";
	return finish(rq, takeover_approve(rq->cx, d), "approved");
}

static enum status decline(struct req *rq)
{
	struct decision *d = form_row(rq->cx, &decision_form);

	TRY(form_read(rq, &decision_form, d));
	d->id = asked_id(rq);
	if (*d->why == '\0')
		return invalid(rq, "takeover.why", "why");
	return finish(rq, takeover_decline(rq->cx, d), "declined");
}

/* Enter presses the first one: it asks for a reason, and approves nothing. */
static const struct act acts[] = {
	{ "decline", decline },
	{ "approve", approve },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &decision_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
