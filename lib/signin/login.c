/* login.c - ログイン: login id and password. */
#include "account/login.h"

#include <string.h>

#include "signin/signin.h"
#include "http/http.h"

struct login_input {
	const char *login, *password;
	const char *next; /* the page that was asked for */
};

static const struct field fields[] = {
	TEXT(struct login_input, login, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50, .autocomplete = "username"),
	PASSWORD(struct login_input, password, .flags = F_REQUIRED,
		 .autocomplete = "current-password"),
	TEXT(struct login_input, next, .flags = F_HIDDEN, .max = 200),
};

const struct form login_form = {
	.name = "login",
	.row_size = sizeof(struct login_input),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* Why a login is asked for: ?ended=, and what has just been done: ?done=. */
static const struct {
	const char *name, *value, *kind, *notice;
} notices[] = {
	{ "ended", "idle", "info", "ended_idle" },
	{ "ended", "absolute", "info", "ended_absolute" },
	{ "ended", "ended", "info", "ended_elsewhere" },
	{ "ended", "password", "info", "ended_password" },
	{ "ended", "code", "warn", "ended_code" },
	{ "ended", "handover", "info", "ended_handover" },
	{ "done", "set", "done", "password_set" },
	{ "done", "changed", "done", "password_changed" },
	{ "done", "disowned", "done", "disowned" },
	{ "done", "address", "done", "address_confirmed" },
	{ "done", "handover", "done", "handover_done" },
};

static void say_why(struct req *rq)
{
	for (size_t i = 0; i < COUNT(notices); i++)
		if (strcmp(query(rq, notices[i].name), notices[i].value) == 0)
			page_notice(rq, notices[i].kind, notices[i].notice);
}

enum status login_show(struct req *rq)
{
	struct login_input *in = form_row(rq->cx, &login_form);

	if (is_signed_in(rq))
		return go_next(rq, query(rq, "next"),
			       login_home(rq->session->who.role));
	in->next = query(rq, "next");
	TRY(form_show(rq, &login_form, in));
	say_why(rq);
	return page_show(rq);
}

/* The code first; the page that was asked for is remembered in the address. */
static enum status await_code(struct req *rq, const char *next)
{
	if (*next == '\0')
		return go(rq, "/account/passcode");
	return go(rq, "/account/passcode?next=%s", http_encode(rq->cx, next));
}

static enum status login_try(struct req *rq)
{
	struct login_input *in = form_row(rq->cx, &login_form);
	struct login login = { .from = visitor_of(rq),
			       .fold = password_fold(rq) };
	struct account a;
	const char *cookie;
	bool right, code;

	TRY(form_read(rq, &login_form, in));
	login.login = in->login;
	login.password = in->password;
	TRY(login_check(rq->cx, &login, &a, &right));
	if (!right) {
		(void)invalid(rq, "login", "login");
		return form_refuse(rq);
	}
	TRY(login_begin(rq->cx, &a, &login.from, &cookie, &code));
	answer_cookie(rq, cookie);
	if (code)
		return await_code(rq, in->next);
	return go_next(rq, in->next, login_home(a.role));
}

const struct act login_acts[1] = {
	{ "login", login_try },
};
