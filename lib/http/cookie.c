/* cookie.c - the session cookie (security SE-01). */
#include "http/cookie.h"

#include <string.h>

const char *cookie_name(bool tls)
{
	return tls ? "__Host-sid" : "sid";
}

static const char *cookie(struct ctx *cx, struct cookie_site site,
			  const char *value, const char *expiry)
{
	return mem_printf(cx, "%s=%s; Path=/%s%s; HttpOnly; SameSite=%s",
			  cookie_name(site.tls), value, expiry,
			  site.tls ? "; Secure" : "",
			  site.intranet ? "Strict" : "Lax");
}

const char *cookie_set(struct ctx *cx, struct cookie_site site,
		       const char *value)
{
	size_t n = strspn(value, "0123456789abcdefghijklmnopqrstuvwxyz"
				 "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

	if (n == 0 || value[n])
		BUG("cookie with a value that is no token");
	return cookie(cx, site, value, "");
}

/* Both ways of expiring: old browsers know only Expires. */
const char *cookie_clear(struct ctx *cx, struct cookie_site site)
{
	return cookie(cx, site, "",
		      "; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0");
}
