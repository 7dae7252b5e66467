/* open.c - メールのリンク: where a mailed link leads; it uses nothing up. */
#include <string.h>

#include "signin/signin.h"
#include "tokutei/application.h"
#include "http/http.h"

/* A draft opens where it was left. */
static enum status resume(struct req *rq)
{
	struct progress p;

	TRY(application_progress(rq->cx, &p));
	return go(rq, "%s", application_resume(&p));
}

static bool has_draft(const struct req *rq)
{
	return strcmp(rq->session->who.role, "drafter") == 0 &&
	       strcmp(rq->session->application_state, "draft") == 0;
}

/* Why a link opens nothing, and what to do now. */
static enum status show_trouble(struct req *rq, const char *trouble,
				const char *purpose)
{
	page_text(rq, "trouble", trouble);
	page_text(rq, "purpose", purpose);
	return page_show(rq);
}

/* Without a token: the draft of whoever has one open, or the trouble that
 * another screen has met (?why= and ?purpose=, which the page compares with
 * words of its own). */
static enum status show_bare(struct req *rq)
{
	if (*query(rq, "why") == '\0' && has_draft(rq))
		return resume(rq);
	return show_trouble(rq, query(rq, "why"), query(rq, "purpose"));
}

/*
 * The one GET that writes: a session, in a small transaction of its own
 * (security AU-22). A HEAD, which no reader sends, opens none.
 */
enum status open_show(struct req *rq)
{
	const struct visitor v = visitor_of(rq);
	const char *token = query(rq, "t");
	struct entry e;

	if (*token == '\0' || strcmp(rq->http->method, "GET") != 0)
		return show_bare(rq);
	TRY(entry_open(rq->cx, token, &v, &e));
	if (*e.trouble)
		return show_trouble(rq, e.trouble, e.purpose);
	if (e.cookie)
		answer_cookie(rq, e.cookie);
	return go(rq, "%s", e.url);
}
