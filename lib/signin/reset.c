/* reset.c - パスワードの設定: where links for a password lead. */
#include <string.h>

#include "account/login.h"
#include "account/secret.h"
#include "signin/signin.h"

struct reset_input {
	const char *password, *again;
};

static const struct field fields[] = {
	PASSWORD(struct reset_input, password, .flags = F_REQUIRED,
		 .autocomplete = "new-password"),
	PASSWORD(struct reset_input, again, .flags = F_REQUIRED,
		 .autocomplete = "new-password"),
};

const struct form reset_form = {
	.name = "reset",
	.row_size = sizeof(struct reset_input),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* The link ran out, or was used, while the page was open. */
static enum status refer(struct req *rq, const struct link *l)
{
	return go(rq, "/account/open?why=%s&purpose=%s",
		  *l->trouble ? l->trouble : "used", l->purpose);
}

enum status reset_show(struct req *rq)
{
	struct reset_input *in = form_row(rq->cx, &reset_form);
	struct account a;
	struct link l;

	TRY(link_mine(rq->cx, &l));
	if (*l.trouble)
		return refer(rq, &l);
	TRY(account_load(rq->cx, l.account, &a));
	TRY(form_show(rq, &reset_form, in));
	page_text(rq, "login", a.login);
	page_number(rq, "min", secret_min(&a));
	page_text(rq, "purpose", l.purpose);
	return page_show(rq);
}

static enum status set(struct req *rq)
{
	struct reset_input *in = form_row(rq->cx, &reset_form);
	struct secret secret = { .fold = password_fold(rq),
				 .service = setting(rq, "Site.Name"),
				 .from = visitor_of(rq) };
	struct problems problems = { .cx = rq->cx };
	struct link l;
	enum status st;

	TRY(form_read(rq, &reset_form, in));
	secret.password = in->password;
	secret.again = in->again;
	TRY(link_mine(rq->cx, &l));
	st = secret_set(rq->cx, &l, &secret, &problems);
	if (st == ST_STATE)
		return refer(rq, &l);
	TRY(st);
	TRY(invalid_all(rq, &problems));
	TRY(login_end(rq->cx, "password"));
	answer_cookie(rq, NULL);
	return go(rq, "/account/login?done=set");
}

const struct act reset_acts[1] = {
	{ "set", set },
};
