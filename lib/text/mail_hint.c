/* mail_hint.c - mail domains that were probably meant to be another. */
#include <string.h>
#include <strings.h>

#include "text/mail.h"

/* Domains with many users; a domain one slip away from one of them is asked
 * about, unless it is in the list itself. */
static const char *const providers[] = {
	"gmail.com",	 "yahoo.co.jp",	   "ymail.ne.jp",     "docomo.ne.jp",
	"ezweb.ne.jp",	 "softbank.ne.jp", "i.softbank.jp",   "icloud.com",
	"outlook.jp",	 "outlook.com",	   "hotmail.com",     "hotmail.co.jp",
	"live.jp",	 "nifty.com",	   "biglobe.ne.jp",   "ocn.ne.jp",
	"odn.ne.jp",	 "so-net.ne.jp",   "plala.or.jp",     "dion.ne.jp",
	"excite.co.jp",	 "rakuten.jp",	   "ybb.ne.jp",	      "googlemail.com",
	"uqmobile.jp",	 "y-mobile.ne.jp", "willcom.com",     "rakumail.jp",
	"infoseek.jp",	 "eonet.ne.jp",	   "yahoo.com",	      "ymail.com",
	"email.com",	 "mail.com",	   "gmx.com",	      "hotmail.jp",
	"outlook.co.jp", "au.com",	   "me.com",	      "mac.com",
	"msn.com",	 "aol.com",	   "asahi-net.or.jp", "jcom.home.ne.jp"
};

/* Shorter ones have too many honest neighbours. */
#define SHORTEST 9

/* Slips that are more than one letter away. */
static const char *const slips[][2] = {
	{ "gmail.co.jp", "gmail.com" },
	{ "gmail.jp", "gmail.com" },
	{ "gmail.ne.jp", "gmail.com" },
	{ "gmai.co", "gmail.com" },
	{ "icloud.co.jp", "icloud.com" },
	{ "icloud.jp", "icloud.com" },
	{ "yahoo.ne.jp", "yahoo.co.jp" },
	{ "yahoo.jp", "yahoo.co.jp" },
	{ "docomo.co.jp", "docomo.ne.jp" },
	{ "docomo.jp", "docomo.ne.jp" },
	{ "docomo.com", "docomo.ne.jp" },
	{ "ezweb.co.jp", "ezweb.ne.jp" },
	{ "ezweb.jp", "ezweb.ne.jp" },
	{ "softbank.com", "softbank.ne.jp" },
};

/* Ends that no domain has. */
static const char *const ends[][2] = {
	{ ".con", ".com" },	 { ".cpm", ".com" },
	{ ".vom", ".com" },	 { ".comm", ".com" },
	{ ".cojp", ".co.jp" },	 { ".nejp", ".ne.jp" },
	{ ".orjp", ".or.jp" },	 { ".gojp", ".go.jp" },
	{ ".lgjp", ".lg.jp" },	 { ".co.jo", ".co.jp" },
	{ ".co.jpn", ".co.jp" }, { ".ne.jo", ".ne.jp" },
	{ ".co.jpp", ".co.jp" },
};

/* One letter is wrong, missing, too much, or changed places with the next. */
static bool one_slip(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b), i = 0;

	while (a[i] && a[i] == b[i])
		i++;
	if (na == nb + 1)
		return strcmp(a + i + 1, b + i) == 0;
	if (nb == na + 1)
		return strcmp(a + i, b + i + 1) == 0;
	if (na != nb || a[i] == '\0')
		return false;
	if (strcmp(a + i + 1, b + i + 1) == 0)
		return true;
	return a[i] == b[i + 1] && a[i + 1] == b[i] &&
	       strcmp(a + i + 2, b + i + 2) == 0;
}

static const char *other_end(struct ctx *cx, const char *domain)
{
	size_t n = strlen(domain);

	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t k = strlen(ends[i][0]);

		if (n > k && strcmp(domain + n - k, ends[i][0]) == 0)
			return mem_printf(cx, "%.*s%s", (int)(n - k), domain,
					  ends[i][1]);
	}
	return NULL;
}

const char *mail_hint(struct ctx *cx, const char *mail)
{
	const char *domain = strrchr(text_mail(cx, mail), '@');

	if (!domain || strlen(domain) > MAIL_MAX)
		return NULL;
	domain++;
	for (size_t i = 0; i < COUNT(providers); i++)
		if (strcmp(domain, providers[i]) == 0)
			return NULL;
	for (size_t i = 0; i < COUNT(slips); i++)
		if (strcmp(domain, slips[i][0]) == 0)
			return mem_text(cx, slips[i][1]);
	for (size_t i = 0; i < COUNT(providers); i++)
		if (strlen(providers[i]) >= SHORTEST &&
		    one_slip(domain, providers[i]))
			return mem_text(cx, providers[i]);
	return other_end(cx, domain);
}
