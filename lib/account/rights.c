/* rights.c - who may do what: screen × act × role × state of the application.
 */
#include "account/rights.h"

#include <string.h>

#include "account/session.h"

static bool listed(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n && (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ',') &&
		    (p[n] == ',' || p[n] == '\0'))
			return true;
	return false;
}

bool rights_known(const char *screen)
{
	for (size_t i = 0; i < nrights; i++)
		if (strcmp(rights[i].screen, screen) == 0)
			return true;
	return false;
}

/* A code that is still awaited gives no role yet. */
static bool fits_role(const struct right *r, const struct session *s)
{
	if (listed(r->roles, "anyone"))
		return true;
	if (!s->known)
		return false;
	if (strcmp(s->stage, "code") == 0)
		return listed(r->roles, "code");
	return listed(r->roles, s->who.role);
}

static bool fits_state(const struct right *r, const struct session *s)
{
	return strcmp(r->states, "*") == 0 ||
	       listed(r->states, s->application_state);
}

enum verdict rights_ask(const char *screen, const char *act,
			const struct session *s)
{
	bool role = false;

	for (size_t i = 0; i < nrights; i++) {
		const struct right *r = &rights[i];

		if (strcmp(r->screen, screen) != 0 ||
		    (strcmp(r->act, "*") != 0 &&
		     strcmp(r->act, act ? act : "get") != 0))
			continue;
		if (!fits_role(r, s))
			continue;
		if (fits_state(r, s))
			return MAY;
		role = true;
	}
	if (role)
		return MAY_NOT_NOW;
	if (s->known && strcmp(s->stage, "code") != 0)
		return MAY_NOT;
	return MAY_LOGIN;
}
