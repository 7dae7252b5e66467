/*
 * @LAST@.c - what this page is for, in a line.
 *
 *	GET                an empty form
 *	GET  ?sent=1       the same, and that it arrived
 *	POST act=send      checks, and back here
 */
#include "web/screen.h"

struct @LAST@ {
	const char *name;
};

static const struct field fields[] = {
	WIDE(struct @LAST@, name, .flags = F_REQUIRED, .max = 100),
};

static const struct form @LAST@_form = {
	.name = "@LAST@",
	.row_size = sizeof(struct @LAST@),
	.fields = fields,
	.nfields = COUNT(fields),
};

static enum status show(struct req *rq)
{
	struct @LAST@ *row = form_row(rq->cx, &@LAST@_form);

	if (*query(rq, "sent"))
		page_notice(rq, "done", "@LAST@_sent");
	TRY(form_show(rq, &@LAST@_form, row));
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct @LAST@ *row = form_row(rq->cx, &@LAST@_form);

	TRY(form_read(rq, &@LAST@_form, row));
	return go(rq, "/@PATH@?sent=1");
}

static const struct act acts[] = {
	{ "send", send },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &@LAST@_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
