/*
 * contact.c - 連絡先の変更: where notices go, and the telephone number that is
 * asked when a password was forgotten.
 *
 *	GET  ?done=1       changed; ?asked=1: a mail is on its way
 *	POST act=save
 *
 * A new address counts once its owner has confirmed it (address.c); until then
 * notices go to the one before.
 */
#include <string.h>

#include "account/account.h"
#include "account/notice.h"
#include "signin/signin.h"

struct typed {
	const char *mail, *again, *tel, *present;
};

static const struct field fields[] = {
	MAIL(struct typed, mail, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	MAIL(struct typed, again, .flags = F_OPTIONAL | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	TEL(struct typed, tel, .flags = F_REQUIRED | F_PERSONAL,
	    .autocomplete = "tel"),
	PASSWORD(struct typed, present, .flags = F_REQUIRED,
		 .autocomplete = "current-password"),
};

static const struct form contact_form = {
	.name = "contact",
	.row_size = sizeof(struct typed),
	.fields = fields,
	.nfields = COUNT(fields),
};

static void say_what_was_done(struct req *rq)
{
	if (*query(rq, "asked"))
		page_notice(rq, "info", "contact_asked");
	else if (*query(rq, "done"))
		page_notice(rq, "done", "contact_changed");
}

static enum status show(struct req *rq)
{
	struct typed *in = form_row(rq->cx, &contact_form);
	struct account a;
	const char *awaited;
	int64_t until;

	TRY(account_load(rq->cx, rq->cx->who->account, &a));
	TRY(contact_awaited(rq->cx, &awaited, &until));
	in->mail = a.mail;
	in->tel = a.tel;
	TRY(form_show(rq, &contact_form, in));
	page_print(rq, "login", a.login);
	page_print(rq, "mail", a.mail);
	page_text(rq, "awaited", awaited);
	page_text(rq, "until", time_text(rq->cx, until));
	page_back(rq, "/tokutei/home");
	say_what_was_done(rq);
	return page_show(rq);
}

static enum status save(struct req *rq)
{
	struct typed *in = form_row(rq->cx, &contact_form);
	struct problems p = { .cx = rq->cx };
	struct account a;
	bool right, asked;

	TRY(form_read(rq, &contact_form, in));
	TRY(account_load(rq->cx, rq->cx->who->account, &a));
	if (strcmp(in->mail, a.mail) != 0 && strcmp(in->mail, in->again) != 0)
		return invalid(rq, "mail_again", "again");
	TRY(password_right(rq, in->present, &right));
	if (!right)
		return form_refuse(rq);
	TRY(contact_change(
		rq->cx, &(struct contact) { .mail = in->mail, .tel = in->tel },
		&p, &asked));
	TRY(invalid_all(rq, &p));
	return go(rq, "/account/contact?%s=1", asked ? "asked" : "done");
}

static const struct act acts[] = {
	{ "save", save },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &contact_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
