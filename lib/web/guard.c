/* guard.c - is this POST one of our own pages' doing? (security CS-01, 02) */
#include <sodium.h>
#include <string.h>

#include "web/serving.h"

/* The browser's own word first; without it the origin must be ours. */
static bool same_origin(const struct http_request *http, const char *site_url)
{
	if (http->fetch_site && *http->fetch_site)
		return strcmp(http->fetch_site, "same-origin") == 0;
	return http->origin && strcmp(http->origin, site_url) == 0;
}

/* A form that was taken before and came again, with the token that was good
 * then: it does nothing any more but lead where it led (a double click on
 * ログイン, whose first answer has changed the cookie). */
static bool is_known(const struct req *rq)
{
	return rq->session->key_used;
}

int guard_post(struct req *rq, const char *site_url)
{
	const char *sent = http_get(&rq->http->body, "token");
	const char *ours = token_form(rq->cx, rq->serving->cookie);

	if (!same_origin(rq->http, site_url))
		return 403;
	if (is_known(rq))
		return 0;
	if (!sent || *rq->serving->cookie == '\0' ||
	    strlen(sent) != strlen(ours) ||
	    sodium_memcmp(sent, ours, strlen(ours)) != 0)
		return 403;
	return 0;
}
