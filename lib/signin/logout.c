/* logout.c - ログアウト: by a button, never by a link. */
#include <string.h>

#include "account/login.h"
#include "db/audit.h"
#include "signin/signin.h"

enum status logout_show(struct req *rq)
{
	page_text(rq, "known", rq->session->known ? "1" : "");
	return page_show(rq);
}

static enum status leave(struct req *rq)
{
	TRY(login_end(rq->cx, "logout"));
	if (rq->session->known)
		TRY(audit_write(rq->cx, "logout", "", (struct id) { { 0 } },
				""));
	answer_cookie(rq, NULL);
	return go(rq, "/account/logout");
}

const struct act logout_acts[1] = {
	{ "logout", leave },
};
