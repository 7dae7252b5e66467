/* own.c - the password once more, before something that matters. */
#include "account/login.h"
#include "signin/signin.h"

enum status password_right(struct req *rq, const char *typed, bool *right)
{
	struct login login = { .password = typed,
			       .fold = password_fold(rq),
			       .from = visitor_of(rq) };
	struct account me, found;

	TRY(account_load(rq->cx, rq->cx->who->account, &me));
	login.login = me.login;
	TRY(login_check(rq->cx, &login, &found, right));
	if (!*right)
		(void)invalid(rq, "password_now", "present");
	return ST_OK;
}
