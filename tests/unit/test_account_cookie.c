/* test_account_cookie.c - the session cookie with and without TLS. */
#include <string.h>

#include "test.h"
#include "web/cookie.h"

/* security SE-01, byte for byte */
struct cookie_case {
	const char *name;
	struct cookie_site site;
	const char *set, *clear;
};

static const struct cookie_case cases[] = {
	{ "public",
	  { .tls = true },
	  "__Host-sid=abc; Path=/; Secure; HttpOnly; SameSite=Lax",
	  "__Host-sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; "
	  "Max-Age=0; Secure; HttpOnly; SameSite=Lax" },
	{ "staff",
	  { .tls = true, .intranet = true },
	  "__Host-sid=abc; Path=/; Secure; HttpOnly; SameSite=Strict",
	  "__Host-sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; "
	  "Max-Age=0; Secure; HttpOnly; SameSite=Strict" },
	{ "public on loopback",
	  { .tls = false },
	  "sid=abc; Path=/; HttpOnly; SameSite=Lax",
	  "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; "
	  "HttpOnly; SameSite=Lax" },
	{ "staff on loopback",
	  { .intranet = true },
	  "sid=abc; Path=/; HttpOnly; SameSite=Strict",
	  "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; "
	  "HttpOnly; SameSite=Strict" },
};

static void cookie(void **state)
{
	const struct cookie_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(cookie_set(cx, c->site, "abc"), c->set);
	assert_string_equal(cookie_clear(cx, c->site), c->clear);
	ctx_end(cx);
}

int main(void)
{
	RUN_CASES(cases, cookie);
}
