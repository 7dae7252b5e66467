/* entry.c - coming in by a mailed link. */
#include "account/entry.h"

#include <string.h>

#include "account/account.h"
#include "account/link.h"
#include "account/session.h"
#include "base/clock.h"
#include "db/db.h"
#include "sql/account/entry.h"

/* A mail scanner may open a link dozens of times, one after the other. */
#define MOST_UNUSED 100

static const struct door {
	const char *purpose, *role, *url;
} doors[] = {
	{ "draft", "drafter", "/account/open" },
	{ "password", "setter", "/account/reset" },
	{ "invite", "setter", "/account/reset" },
	{ "reset", "setter", "/account/reset" },
	{ "address", "confirmer", "/account/address" },
	{ "handover", "successor", "/account/successor" },
};

static const struct door *door_of(const char *purpose)
{
	for (size_t i = 0; i < COUNT(doors); i++)
		if (strcmp(doors[i].purpose, purpose) == 0)
			return &doors[i];
	return NULL;
}

/* A link of the one site is nothing on the other. */
static enum status fits_site(struct ctx *cx, const struct link *l,
			     const char *site, bool *fits)
{
	struct account a;

	*fits = strcmp(site, "public") == 0;
	if (!l->account)
		return ST_OK;
	TRY(account_load(cx, l->account, &a));
	*fits = *fits != organisation_is_inside(a.org_kind) && !a.disabled;
	return ST_OK;
}

struct opening {
	const struct link *link;
	const struct visitor *visitor;
	const struct door *door;
	const char *cookie;
	struct ctx *result; /* in which the cookie lives */
};

static enum status open_session(struct ctx *cx, void *arg)
{
	struct opening *o = arg;
	const char *cookie;

	/* No account: whoever came by mail has not given a password. */
	TRY(session_open(cx,
			 &(struct session_new) {
				 .site = o->visitor->site,
				 .stage = "link",
				 .role = o->door->role,
				 .application = o->link->application,
				 .link = o->link->id,
				 .device = o->visitor->device,
				 .ip = o->visitor->ip,
			 },
			 &cookie));
	o->cookie = mem_text(o->result, cookie);
	return db_exec(cx, &sql_entry_trim,
		       ARGS({ "link", value_int(o->link->id) },
			    { "most", value_int(MOST_UNUSED) }),
		       NULL);
}

/* Whoever is at work on this draft already goes on with the session he has. */
static bool is_inside(struct ctx *cx, const struct link *l,
		      const struct door *d)
{
	return cx->who && l->application &&
	       cx->who->application == l->application &&
	       strcmp(cx->who->role, d->role) == 0;
}

enum status entry_open(struct ctx *cx, const char *token,
		       const struct visitor *v, struct entry *e)
{
	struct link l;
	struct opening o = { .link = &l, .visitor = v, .result = cx };
	bool fits;
	enum status st;

	*e = (struct entry) { .trouble = "unknown", .purpose = "" };
	if (!token_valid(token))
		return ST_OK;
	st = link_find(cx, token, &l);
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	TRY(fits_site(cx, &l, v->site, &fits));
	o.door = door_of(l.purpose);
	if (!fits || !o.door)
		return ST_OK;
	*e = (struct entry) { .trouble = l.trouble,
			      .purpose = l.purpose,
			      .url = o.door->url };
	if (*l.trouble || is_inside(cx, &l, o.door))
		return ST_OK;
	TRY(db_transaction(cx, open_session, &o));
	e->cookie = o.cookie;
	return ST_OK;
}
