/* rights.h - who may do what: screen × act × role × state of the application.
 */
#ifndef ACCOUNT_RIGHTS_H
#define ACCOUNT_RIGHTS_H

#include <stdbool.h>
#include <stddef.h>

struct session;

/* One line of rights.tsv. */
struct right {
	const char *screen; /* public/tokutei/office */
	const char *act;    /* a button; "get" for looking; "*" for all */
	const char *roles;  /* comma list; anyone, link, code, a role */
	const char *states; /* comma list of application states, or "*" */
};

extern const struct right rights[];
extern const size_t nrights;

enum verdict {
	MAY,
	MAY_LOGIN,   /* nobody asks: a login may help */
	MAY_NOT,     /* known, and not allowed */
	MAY_NOT_NOW, /* allowed, but not in this state */
};

/* Is there any line for the screen? One without does not start. */
bool rights_known(const char *screen);
/* act NULL: a GET. */
enum verdict rights_ask(const char *screen, const char *act,
			const struct session *s);

#endif
