/* mail.c - mail addresses: one form, a check, and a hint at slips. */
#include "text/mail.h"

#include <string.h>
#include <strings.h>

#include "text/utf8.h"
#include "text/wide.h"

#define LOCAL_MAX 64
#define LABEL_MAX 63

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

const char *text_mail(struct ctx *cx, const char *s)
{
	const char *narrow = utf8_trim(cx, text_narrow(cx, s));
	char *mail = mem_text(cx, narrow);
	char *at = strrchr(mail, '@');

	for (; at && *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + ('a' - 'A'));
	return mail;
}

/* dot-string: atoms of RFC 5322 with single dots between. */
static bool local_valid(const char *s, size_t n)
{
	if (n == 0 || n > LOCAL_MAX || s[0] == '.' || s[n - 1] == '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\0' ||
		    (!is_alnum(s[i]) && !strchr("!#$%&'*+-/=?^_`{|}~.", s[i])))
			return false;
		if (s[i] == '.' && s[i + 1] == '.')
			return false;
	}
	return true;
}

static bool label_valid(const char *s, size_t n)
{
	if (n == 0 || n > LABEL_MAX || s[0] == '-' || s[n - 1] == '-')
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_alnum(s[i]) && s[i] != '-')
			return false;
	return true;
}

/* The last label has a letter: "a@10.0.0.1" is no domain. */
static bool domain_valid(const char *s)
{
	size_t labels = 0, n;
	bool letter;

	for (;; s += n + 1) {
		n = strcspn(s, ".");
		if (!label_valid(s, n))
			return false;
		labels++;
		if (s[n] == '\0')
			break;
	}
	letter = strspn(s, "0123456789-") < n;
	return labels >= 2 && letter;
}

bool mail_valid(const char *mail)
{
	const char *at = strchr(mail, '@');

	return at && strlen(mail) <= MAIL_MAX &&
	       local_valid(mail, (size_t)(at - mail)) && domain_valid(at + 1);
}

static const char *domain_of(const char *mail)
{
	const char *at = strrchr(mail, '@');

	return at ? at + 1 : "";
}

bool mail_within(const char *mail, const char *suffix)
{
	const char *domain = domain_of(mail);
	size_t n = strlen(domain), k = strlen(suffix);

	if (n < k || strcasecmp(domain + n - k, suffix) != 0)
		return false;
	return n == k || domain[n - k - 1] == '.';
}
