/*
 * successor.c - 引き継ぎの確認: where the link of a handover leads.
 *
 *	GET                for a session that such a link has opened
 *	POST act=accept    uses the link up; to the login
 *
 * Whoever has an account already keeps its password, and gets another hat.
 */
#include "handover/successor.h"

#include "account/login.h"
#include "account/password.h"
#include "signin/signin.h"

struct typed {
	const char *password, *again;
};

static const struct field fields[] = {
	PASSWORD(struct typed, password, .flags = F_OPTIONAL,
		 .autocomplete = "new-password"),
	PASSWORD(struct typed, again, .flags = F_OPTIONAL,
		 .autocomplete = "new-password"),
};

static const struct form successor_form = {
	.name = "successor",
	.row_size = sizeof(struct typed),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* The link ran out, or was used, while the page was open. */
static enum status refer(struct req *rq, const struct link *l)
{
	return go(rq, "/account/open?why=%s&purpose=handover",
		  *l->trouble ? l->trouble : "ended");
}

static enum status load(struct req *rq, struct successor *s)
{
	enum status st = successor_load(rq->cx, s);

	/* Its row has gone with the link. */
	return st == ST_NOT_FOUND ? ST_STATE : st;
}

static enum status show(struct req *rq)
{
	struct successor s;
	enum status st = load(rq, &s);

	if (st == ST_STATE || (st == ST_OK && *s.link.trouble))
		return refer(rq, &s.link);
	TRY(st);
	TRY(form_show(rq, &successor_form, form_row(rq->cx, &successor_form)));
	if (s.password) {
		page_demand(rq, "password");
		page_demand(rq, "again");
	}
	page_print(rq, "company", s.company);
	page_print(rq, "name", s.name);
	page_print(rq, "mail", s.mail);
	page_print(rq, "login", s.login);
	page_number(rq, "password", s.password);
	page_number(rq, "barred", s.barred);
	page_number(rq, "min", PASSWORD_MIN);
	return page_show(rq);
}

static enum status accept(struct req *rq)
{
	struct typed *in = form_row(rq->cx, &successor_form);
	struct secret secret = { .fold = password_fold(rq),
				 .service = setting(rq, "Site.Name"),
				 .from = visitor_of(rq) };
	struct problems problems = { .cx = rq->cx };
	struct successor s = { .link = { .trouble = "" } };
	enum status st;

	TRY(form_read(rq, &successor_form, in));
	secret.password = in->password;
	secret.again = in->again;
	st = load(rq, &s);
	if (st == ST_OK)
		st = successor_accept(rq->cx, &s, &secret, &problems);
	if (st == ST_STATE)
		return refer(rq, &s.link);
	TRY(st);
	TRY(invalid_all(rq, &problems));
	TRY(login_end(rq->cx, "ended"));
	answer_cookie(rq, NULL);
	return go(rq, "/account/login?done=handover");
}

static const struct act acts[] = {
	{ "accept", accept },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &successor_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.private_answer = true,
};
