/*
 * password.c - パスワードの変更: with the present password, signed in or not.
 */
#include <string.h>

#include "account/login.h"
#include "account/password.h"
#include "account/secret.h"
#include "signin/signin.h"

struct password_input {
	const char *login, *old, *password, *again;
};

static const struct field fields[] = {
	TEXT(struct password_input, login, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50, .autocomplete = "username"),
	PASSWORD(struct password_input, old, .flags = F_REQUIRED,
		 .autocomplete = "current-password"),
	PASSWORD(struct password_input, password, .flags = F_REQUIRED,
		 .autocomplete = "new-password"),
	PASSWORD(struct password_input, again, .flags = F_REQUIRED,
		 .autocomplete = "new-password"),
};

const struct form password_form = {
	.name = "password",
	.row_size = sizeof(struct password_input),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* Whoever is signed in need not type the login id. */
static enum status fill_login(struct req *rq, struct password_input *in)
{
	struct account a;

	if (!is_signed_in(rq))
		return ST_OK;
	TRY(account_load(rq->cx, rq->session->who.account, &a));
	in->login = a.login;
	page_number(rq, "min", secret_min(&a));
	page_text(rq, "home", login_home(a.role));
	return ST_OK;
}

enum status password_show(struct req *rq)
{
	struct password_input *in = form_row(rq->cx, &password_form);
	bool outside = strcmp(rq->session->who.site, "public") == 0;

	page_number(rq, "min", outside ? PASSWORD_MIN : PASSWORD_MIN_OFFICE);
	page_text(rq, "home", "/account/login");
	TRY(fill_login(rq, in));
	TRY(form_show(rq, &password_form, in));
	if (rq->session->must_change)
		page_notice(rq, "warn", "must_change");
	if (strcmp(query(rq, "done"), "changed") == 0)
		page_notice(rq, "done", "password_changed");
	return page_show(rq);
}

static enum status change_checked(struct req *rq, const struct account *a,
				  const struct password_input *in)
{
	const struct secret secret = {
		.password = in->password,
		.again = in->again,
		.fold = password_fold(rq),
		.service = setting(rq, "Site.Name"),
		.full = is_signed_in(rq),
		.from = visitor_of(rq),
	};
	struct problems problems = { .cx = rq->cx };
	const char *cookie;

	TRY(secret_change(rq->cx, a, in->old, &secret, &problems, &cookie));
	TRY(invalid_all(rq, &problems));
	if (!cookie)
		return go(rq, "/account/login?done=changed");
	answer_cookie(rq, cookie);
	return go(rq, "/account/password?done=changed");
}

static enum status change(struct req *rq)
{
	struct password_input *in = form_row(rq->cx, &password_form);
	struct login login = { .from = visitor_of(rq),
			       .fold = password_fold(rq) };
	struct account a;
	bool right;

	TRY(form_read(rq, &password_form, in));
	login.login = in->login;
	login.password = in->old;
	TRY(login_check(rq->cx, &login, &a, &right));
	if (right)
		return change_checked(rq, &a, in);
	(void)invalid(rq, "login", "login");
	return form_refuse(rq);
}

const struct act password_acts[1] = {
	{ "change", change },
};
