/*
 * forgot.c - パスワードを忘れた: address and telephone number as registered.
 *
 *	GET  ?sent=1       what happens now, whatever was typed
 *	POST act=send      mails a link, if both fit
 *
 * The answer is always the same (security AU-12, AU-25).
 */
#include "account/secret.h"
#include "web/screen.h"

struct forgot {
	const char *mail, *tel;
};

static const struct field fields[] = {
	MAIL(struct forgot, mail, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	TEL(struct forgot, tel, .flags = F_REQUIRED | F_PERSONAL,
	    .autocomplete = "tel"),
};

static const struct form forgot_form = {
	.name = "forgot",
	.row_size = sizeof(struct forgot),
	.fields = fields,
	.nfields = COUNT(fields),
};

static enum status show(struct req *rq)
{
	struct forgot *f = form_row(rq->cx, &forgot_form);

	if (*query(rq, "sent")) {
		page_title(rq, "public.account.forgot_sent");
		return page_show_as(rq, "public/account/forgot_sent");
	}
	TRY(form_show(rq, &forgot_form, f));
	return page_show(rq);
}

static enum status send(struct req *rq)
{
	struct forgot *f = form_row(rq->cx, &forgot_form);

	TRY(form_read(rq, &forgot_form, f));
	TRY(secret_forgot(rq->cx, f->mail, f->tel));
	return go(rq, "/account/forgot?sent=1");
}

static const struct act acts[] = {
	{ "send", send },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &forgot_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
