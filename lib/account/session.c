/* session.c - who a cookie belongs to; one statement for a whole request. */
#include "account/session.h"

#include <string.h>

#include "base/clock.h"
#include "db/db.h"
#include "sql/account/session.h"

/* security SE-04, in seconds. */
static const struct {
	const char *role, *stage;
	struct session_life life;
} lives[] = {
	{ "", "code", { 15 * 60, 30 * 60 } },
	{ "setter", "", { 15 * 60, 30 * 60 } },
	{ "confirmer", "", { 15 * 60, 30 * 60 } },
	{ "successor", "", { 15 * 60, 30 * 60 } },
	{ "drafter", "", { 60 * 60, 12 * 3600 } },
	{ "applicant", "", { 60 * 60, 12 * 3600 } },
	{ "municipality", "", { 30 * 60, 10 * 3600 } },
	{ "", "", { 30 * 60, 10 * 3600 } },
};

struct session_life session_life(const char *role, const char *stage)
{
	size_t i = 0;

	while ((*lives[i].role && strcmp(lives[i].role, role) != 0) ||
	       (*lives[i].stage && strcmp(lives[i].stage, stage) != 0))
		i++;
	return lives[i].life;
}

static const char *kept_text(struct ctx *cx, const struct row *row,
			     const char *name)
{
	return mem_text(cx, row_text(row, name));
}

/* Whose application it is; staff have none. */
static void fill_application(struct ctx *cx, const struct row *row,
			     struct session *s)
{
	s->who.application = row_int(row, "application");
	s->who.draft = row_int(row, "draft");
	s->application = row_id(row, "application_id");
	s->application_state = kept_text(cx, row, "application_state");
}

static bool is_staff(const char *site)
{
	return strcmp(site, "intranet") == 0;
}

static void fill_who(struct ctx *cx, const char *site, const struct row *row,
		     struct session *s)
{
	s->who = (struct who) {
		.session = row_int(row, "session"),
		.account = row_int(row, "account"),
		.org = row_int(row, "org"),
		.ministry = row_int(row, "ministry"),
		.role = kept_text(cx, row, "role"),
		.site = site,
		.seen = row,
	};
	/* The registrar sees all, whichever ministry the desk belongs to. */
	if (strcmp(s->who.role, "registrar") == 0)
		s->who.ministry = 0;
	s->id = row_id(row, "public_id");
	s->stage = kept_text(cx, row, "stage");
	s->name = kept_text(cx, row, "name");
	s->org_name = kept_text(cx, row, "org_name");
	s->hats = row_int(row, "hats");
	s->must_change = row_int(row, "must_change") == 1;
}

/* A session that has run out is as none; its row goes with the next sweep. */
static void judge(struct ctx *cx, const char *site, const struct row *row,
		  struct session *s)
{
	int64_t idle = row_int(row, "idle_seconds") * SECOND;

	s->seen_at = row_time(row, "seen_at");
	s->ends_at = row_time(row, "ends_at");
	s->expires_at = s->seen_at + idle;
	if (strcmp(row_text(row, "account_state"), "disabled") == 0) {
		s->ended = "ended";
		return;
	}
	if (cx->now >= s->ends_at || cx->now >= s->expires_at) {
		s->ended = cx->now >= s->ends_at ? "absolute" : "idle";
		return;
	}
	s->known = true;
	/* This very request starts the time anew. */
	s->expires_at = cx->now + idle < s->ends_at ? cx->now + idle
						    : s->ends_at;
	fill_who(cx, site, row, s);
	if (!is_staff(site))
		fill_application(cx, row, s);
}

struct session session_nobody(const char *site)
{
	return (struct session) {
		.who = { .role = "", .site = site },
		.ended = "",
		.stage = "",
		.name = "",
		.org_name = "",
		.application_state = "",
		.key = { .result = "", .cookie = "" },
		.kept_input = "",
		.kept_problems = "",
	};
}

/* The same as in session_load. Also of a session that has run out. */
static struct hash kept_owner(const struct row *row, struct hash cookie)
{
	struct id application = row_id(row, "application_id");
	struct hash owner = { { 0 } };

	if (!id_set(application))
		return cookie;
	memcpy(owner.b + sizeof(owner.b) - sizeof(application.b), application.b,
	       sizeof(application.b));
	return owner;
}

/* What became of the form when it was sent before. */
static void fill_key(struct ctx *cx, const struct row *row, struct session *s)
{
	s->key_used = row_value(row, "key_result")->kind != V_NULL;
	s->key = (struct form_sent) {
		.result = kept_text(cx, row, "key_result"),
		.cookie = kept_text(cx, row, "key_cookie"),
		.at = row_time(row, "key_at"),
	};
}

/* What there is with and without a session. */
static void fill_kept(struct ctx *cx, const struct row *row, struct session *s)
{
	s->kept_input = kept_text(cx, row, "kept_input");
	s->kept_problems = kept_text(cx, row, "kept_problems");
	s->kept_at = row_time(row, "kept_at");
}

/* Whoever only looks sends no form, and staff have no application: they are
 * not asked for. */
static const struct query *asking(const char *site, bool sends)
{
	if (is_staff(site))
		return sends ? &sql_session_staff_sent : &sql_session_staff;
	return sends ? &sql_session_load_sent : &sql_session_load;
}

enum status session_load(struct ctx *cx, const char *site,
			 const struct session_ask *ask, struct session *s)
{
	const struct args *args = ARGS(
		{ "token", value_bytes(ask->cookie.b, sizeof(ask->cookie.b)) },
		{ "site", value_text(site) }, { "key", value_id(ask->key) },
		{ "place", value_text(ask->place) });
	bool sends = id_set(ask->key);
	struct row *row;
	enum status st = db_one(cx, asking(site, sends), args, &row);

	*s = session_nobody(site);
	s->kept_owner = ask->cookie;
	if (st == ST_OK) {
		if (!is_staff(site))
			s->kept_owner = kept_owner(row, ask->cookie);
		judge(cx, site, row, s);
	} else if (st == ST_NOT_FOUND) {
		sends = true;
		TRY(db_one(cx, &sql_session_none, args, &row));
		s->ended = kept_text(cx, row, "ended");
	} else {
		return st;
	}
	if (sends)
		fill_key(cx, row, s);
	fill_kept(cx, row, s);
	return ST_OK;
}

enum status session_open(struct ctx *cx, const struct session_new *n,
			 const char **cookie)
{
	struct session_life life = session_life(n->role, n->stage);
	int64_t ends_at = cx->now + life.whole_seconds * SECOND;
	struct hash hash;

	if (n->ends_at && n->ends_at < ends_at)
		ends_at = n->ends_at;
	*cookie = token_new(cx);
	hash = token_hash(*cookie);
	return db_exec(cx, &sql_session_insert,
		       ARGS({ "public_id", value_id(id_new()) },
			    { "token", value_bytes(hash.b, sizeof(hash.b)) },
			    { "site", value_text(n->site) },
			    { "stage", value_text(n->stage) },
			    { "account", value_int(n->account) },
			    { "organisation", value_int(n->organisation) },
			    { "role", value_text(n->role) },
			    { "application", value_int(n->application) },
			    { "link", value_int(n->link) },
			    { "device", value_text(n->device) },
			    { "ip", value_text(n->ip) },
			    { "idle", value_int(life.idle_seconds) },
			    { "ends_at", value_time(ends_at) }),
		       NULL);
}

enum status session_end(struct ctx *cx, int64_t session, const char *why)
{
	const struct args *args = ARGS({ "session", value_int(session) },
				       { "why", value_text(why) });

	TRY(db_exec(cx, &sql_session_note_end, args, NULL));
	return db_exec(cx, &sql_session_delete, args, NULL);
}

enum status session_end_others(struct ctx *cx, int64_t account, int64_t except,
			       const char *why)
{
	const struct args *args = ARGS({ "account", value_int(account) },
				       { "except", value_int(except) },
				       { "why", value_text(why) });

	TRY(db_exec(cx, &sql_session_note_others, args, NULL));
	return db_exec(cx, &sql_session_delete_others, args, NULL);
}

enum status session_end_all(struct ctx *cx, const char *why)
{
	const struct args *args = ARGS({ "why", value_text(why) });

	TRY(db_exec(cx, &sql_session_note_all, args, NULL));
	return db_exec(cx, &sql_session_delete_all, args, NULL);
}

enum status session_touch(struct ctx *cx, int64_t session)
{
	return db_exec(cx, &sql_session_touch,
		       ARGS({ "session", value_int(session) }), NULL);
}
