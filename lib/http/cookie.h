/* cookie.h - the session cookie (security SE-01). */
#ifndef HTTP_COOKIE_H
#define HTTP_COOKIE_H

#include <stdbool.h>

#include "base/ctx.h"

/* Where it is set: by TLS or without, for the intranet or the public site. */
struct cookie_site {
	bool tls, intranet;
};

/* "__Host-sid", or "sid" without TLS: browsers refuse the prefix there. */
const char *cookie_name(bool tls);

/*
 * The value of a Set-Cookie header. Lax on the public site, because people
 * arrive from their web mail and would look signed out; Strict inside. No
 * expiry: it goes with the browser. BUG if the value holds anything but
 * letters, digits, "-" and "_".
 */
const char *cookie_set(struct ctx *cx, struct cookie_site site,
		       const char *value);
/* The same, expired: the browser forgets it. */
const char *cookie_clear(struct ctx *cx, struct cookie_site site);

#endif
