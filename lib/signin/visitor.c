/* visitor.c - who asks, as far as the screens of accounts want to know. */
#include <string.h>

#include "signin/signin.h"
#include "http/http.h"

#define DEVICE_MAX 200

/* What a browser says of itself is for its owner to recognise it by: plain
 * characters, and not too many. */
static const char *device_text(struct ctx *cx, const char *agent)
{
	char *text = mem_text_n(cx, agent, strnlen(agent, DEVICE_MAX));

	for (char *p = text; *p; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	return text;
}

struct visitor visitor_of(struct req *rq)
{
	const struct http_request *http = rq->http;

	return (struct visitor) {
		.site = rq->session->who.site,
		.device = device_text(rq->cx,
				      http->user_agent ? http->user_agent : ""),
		.ip = http->ip ? http->ip : "",
	};
}

bool password_fold(struct req *rq)
{
	return strcmp(setting(rq, "Account.PasswordCaseFold"), "1") == 0;
}

bool is_signed_in(const struct req *rq)
{
	return rq->session->known && strcmp(rq->session->stage, "full") == 0;
}
