/* login.c - a password is given; a session begins. */
#include "account/login.h"

#include <string.h>

#include "account/passcode.h"
#include "account/password.h"
#include "account/session.h"
#include "db/audit.h"
#include "db/db.h"
#include "sql/account/account.h"

enum status login_note(struct ctx *cx, int64_t account, const struct visitor *v,
		       const char *outcome)
{
	return db_exec(cx, &sql_login_record_insert,
		       ARGS({ "account", value_int(account) },
			    { "device", value_text(v->device) },
			    { "ip", value_text(v->ip) },
			    { "outcome", value_text(outcome) }),
		       NULL);
}

static bool may_enter(const struct account *a, const char *site)
{
	bool inside = strcmp(site, "intranet") == 0;

	return !a->disabled && *a->role &&
	       organisation_is_inside(a->org_kind) == inside;
}

static enum status note_failure(struct ctx *cx, const struct login *l,
				const struct account *a)
{
	if (!a->id)
		return audit_write(cx, "login.fail", "", (struct id) { { 0 } },
				   "");
	TRY(login_note(cx, a->id, &l->from, "wrong"));
	return audit_write(cx, "login.fail", "account", a->public_id, "");
}

static enum status rehash(struct ctx *cx, const struct account *a,
			  const char *normal)
{
	const char *stored;

	if (!password_outdated(a->password))
		return ST_OK;
	TRY(password_hash(cx, normal, &stored));
	return db_exec(cx, &sql_account_rehash,
		       ARGS({ "id", value_int(a->id) },
			    { "password", value_text(stored) }),
		       NULL);
}

enum status login_check(struct ctx *cx, const struct login *l,
			struct account *a, bool *right)
{
	const char *normal = password_normal(cx, l->password, l->fold);
	enum status st = account_by_login(cx, l->login, a);

	if (st == ST_NOT_FOUND)
		*a = (struct account) { .password = "",
					.role = "",
					.org_kind = "" };
	else
		TRY(st);
	*right = password_fits(a->password, normal) &&
		 may_enter(a, l->from.site);
	if (*right)
		return rehash(cx, a, normal);
	TRY(note_failure(cx, l, a));
	*a = (struct account) { 0 };
	return ST_OK;
}

enum status login_end(struct ctx *cx, const char *why)
{
	if (!cx->who || !cx->who->session)
		return ST_OK;
	return session_end(cx, cx->who->session, why);
}

static enum status open_full(struct ctx *cx, const struct account *a,
			     const struct visitor *v, const char **cookie)
{
	TRY(session_open(cx,
			 &(struct session_new) {
				 .site = v->site,
				 .stage = "full",
				 .role = a->role,
				 .account = a->id,
				 .organisation = a->organisation,
				 .device = v->device,
				 .ip = v->ip,
			 },
			 cookie));
	TRY(db_exec(cx, &sql_account_logged_in,
		    ARGS({ "id", value_int(a->id) }), NULL));
	TRY(login_note(cx, a->id, v, "ok"));
	return audit_write(cx, "login", "account", a->public_id,
			   mem_printf(cx, "{\"org\":%lld,\"role\":\"%s\"}",
				      (long long)a->organisation, a->role));
}

/* Its first code goes out at once; that it may not is for the page to say. */
static enum status open_for_code(struct ctx *cx, const struct account *a,
				 const struct visitor *v, const char **cookie)
{
	enum passcode_sent sent;

	TRY(session_open(cx,
			 &(struct session_new) {
				 .site = v->site,
				 .stage = "code",
				 .role = a->role,
				 .account = a->id,
				 .organisation = a->organisation,
				 .device = v->device,
				 .ip = v->ip,
			 },
			 cookie));
	return passcode_ask(cx, db_last_id(cx), a->id, "", &sent);
}

enum status login_begin(struct ctx *cx, const struct account *a,
			const struct visitor *v, const char **cookie,
			bool *code)
{
	*code = a->second_step;
	TRY(login_end(cx, "ended"));
	return *code ? open_for_code(cx, a, v, cookie)
		     : open_full(cx, a, v, cookie);
}

enum status login_complete(struct ctx *cx, const struct visitor *v,
			   const char **cookie)
{
	struct account a;

	TRY(account_load(cx, cx->who->account, &a));
	TRY(login_end(cx, "ended"));
	return open_full(cx, &a, v, cookie);
}

const char *login_home(const char *role)
{
	static const struct {
		const char *role, *url;
	} homes[] = {
		{ "applicant", "/tokutei/home" },
		{ "reviewer", "/home/index" },
		{ "registrar", "/home/index" },
		{ "administrator", "/home/index" },
	};

	for (size_t i = 0; i < COUNT(homes); i++)
		if (strcmp(homes[i].role, role) == 0)
			return homes[i].url;
	return "/account/sessions";
}
