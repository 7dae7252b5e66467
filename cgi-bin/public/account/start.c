/*
 * start.c - 初めての方へ: an address, to which the link of the form is mailed.
 *
 *	GET  ?sent=1       what happens now, whatever the address was
 *	POST act=send      begins an application, mails its link
 *	POST act=again     one more, for whoever is signed in: after the end of
 * a registration, or for another business
 *
 * An address that has an account already gets a mail that says so. The answer
 * is always the same (security AU-12, AU-25).
 */
#include <string.h>

#include "account/account.h"
#include "account/link.h"
#include "mail/outbox.h"
#include "tokutei/application.h"
#include "web/screen.h"

struct start {
	const char *mail, *again;
};

static const struct field fields[] = {
	MAIL(struct start, mail, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	MAIL(struct start, again, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
};

static void rules(struct problems *p, const void *row)
{
	const struct start *s = row;

	if (strcmp(s->mail, s->again) != 0)
		(void)problem(p, "mail_again", "again");
}

static const struct form start_form = {
	.name = "start",
	.row_size = sizeof(struct start),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

static enum status show(struct req *rq)
{
	struct start *s = form_row(rq->cx, &start_form);

	if (*query(rq, "sent")) {
		page_title(rq, "public.account.start_sent");
		return page_show_as(rq, "public/account/start_sent");
	}
	TRY(form_show(rq, &start_form, s));
	if (strcmp(rq->cx->who->role, "applicant") == 0) {
		struct account a;

		TRY(account_load(rq->cx, rq->cx->who->account, &a));
		page_text(rq, "login", a.login);
		page_title(rq, "public.account.start_again");
		page_back(rq, "/tokutei/home");
	}
	return page_show(rq);
}

static enum status mail_link(struct ctx *cx, const char *mail)
{
	struct link_new new = { .purpose = "draft", .mail = mail };
	int64_t link;

	TRY(application_start(cx, mail, &new.application));
	TRY(link_create(cx, &new, &link));
	return mail_put(cx, &(struct mail_new) {
				    .template = "start",
				    .to = mail,
				    .link = link,
			    });
}

static enum status send(struct req *rq)
{
	struct start *s = form_row(rq->cx, &start_form);
	struct account a;
	bool may;
	enum status known;

	TRY(form_read(rq, &start_form, s));
	TRY(mail_may(rq->cx, s->mail, "start,start_known", &may));
	known = account_by_mail(rq->cx, s->mail, &a);
	if (known != ST_OK && known != ST_NOT_FOUND)
		return known;
	/* Whoever has handed everything over begins anew, as anybody. */
	if (known == ST_OK && *a.role == '\0')
		known = ST_NOT_FOUND;
	if (may && known == ST_OK)
		TRY(mail_put(rq->cx,
			     &(struct mail_new) { .template = "start_known",
						  .to = s->mail }));
	else if (may)
		TRY(mail_link(rq->cx, s->mail));
	return go(rq, "/account/start?sent=1");
}

/* As send, to the address that the account is known by: a link that nobody
 * else gets. */
static enum status again(struct req *rq)
{
	struct account a;
	bool may;

	TRY(account_load(rq->cx, rq->cx->who->account, &a));
	TRY(mail_may(rq->cx, a.login, "start,start_known", &may));
	if (may)
		TRY(mail_link(rq->cx, a.login));
	return go(rq, "/account/start?sent=1");
}

static const struct act acts[] = {
	{ "send", send },
	{ "again", again },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &start_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
