/*
 * address.c - メールアドレスの確認: notices may go to the address to which this
 * page's link was mailed.
 *
 *	GET                for a session that such a link has opened
 *	POST act=confirm   uses the link up; to the login
 */
#include "account/account.h"
#include "account/login.h"
#include "account/notice.h"
#include "web/screen.h"

static enum status refer(struct req *rq, const struct link *l)
{
	return go(rq, "/account/open?why=%s&purpose=%s",
		  *l->trouble ? l->trouble : "used", l->purpose);
}

static enum status show(struct req *rq)
{
	struct account a;
	struct link l;

	TRY(link_mine(rq->cx, &l));
	if (*l.trouble)
		return refer(rq, &l);
	TRY(account_load(rq->cx, l.account, &a));
	page_text(rq, "company", a.org_name);
	page_text(rq, "now", a.mail);
	page_text(rq, "new", l.mail);
	return page_show(rq);
}

static enum status confirm(struct req *rq)
{
	struct link l;
	enum status st;

	TRY(link_mine(rq->cx, &l));
	st = notice_confirm(rq->cx, &l);
	if (st == ST_STATE)
		return refer(rq, &l);
	TRY(st);
	TRY(login_end(rq->cx, "ended"));
	answer_cookie(rq, NULL);
	return go(rq, "/account/login?done=address");
}

static const struct act acts[] = {
	{ "confirm", confirm },
};

const struct screen screen = {
	.file = __FILE__,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
};
