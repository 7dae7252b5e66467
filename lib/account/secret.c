/* secret.c - a password is set or changed, and who must hear of it. */
#include "account/secret.h"

#include <string.h>

#include "account/password.h"
#include "account/session.h"
#include "db/audit.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "sql/account/account.h"

int64_t secret_min(const struct account *a)
{
	return organisation_is_office(a->org_kind) ? PASSWORD_MIN_OFFICE
						   : PASSWORD_MIN;
}

static void judge(struct ctx *cx, const struct account *a,
		  const struct secret *s, const char *normal,
		  struct problems *p)
{
	const struct password_rule rule = {
		.min = secret_min(a),
		.own = { s->service, a->login, a->mail, a->name, a->org_name },
	};
	struct report wrong = { .cx = cx };

	if (!password_good(cx, normal, &rule, &wrong)) {
		struct report *r = problem(p, wrong.key, "password");

		for (size_t i = 0; i < wrong.nargs; i++)
			r->args[r->nargs++] = wrong.args[i];
	}
	if (strcmp(normal, password_normal(cx, s->again, s->fold)) != 0)
		(void)problem(p, "password_again", "again");
}

static enum status put(struct ctx *cx, const struct account *a,
		       const char *normal, const char *spared)
{
	const char *stored;

	TRY(password_hash(cx, normal, &stored));
	TRY(db_exec(cx, &sql_account_set_password,
		    ARGS({ "id", value_int(a->id) },
			 { "password", value_text(stored) }),
		    NULL));
	TRY(session_end_others(cx, a->id, 0, "password"));
	TRY(link_end_all(cx, a->id, spared));
	return audit_write(cx, "password.change", "account", a->public_id, "");
}

enum status secret_give(struct ctx *cx, const struct account *a,
			const char *password)
{
	return put(cx, a, password_normal(cx, password, false), "");
}

/* What every new password brings with it (security AU-06, AU-23). */
static enum status store(struct ctx *cx, const struct account *a,
			 const char *normal, const char *spared)
{
	TRY(put(cx, a, normal, spared));
	return mail_put(cx, &(struct mail_new) {
				    .template = "password_changed",
				    .to = a->mail,
			    });
}

static bool sets_password(const char *purpose)
{
	return strcmp(purpose, "password") == 0 ||
	       strcmp(purpose, "invite") == 0 || strcmp(purpose, "reset") == 0;
}

enum status secret_set(struct ctx *cx, const struct link *l,
		       const struct secret *s, struct problems *p)
{
	const char *normal = password_normal(cx, s->password, s->fold);
	struct account a;
	bool first;

	if (!sets_password(l->purpose))
		return ST_STATE;
	TRY(link_use(cx, l->id));
	TRY(account_load(cx, l->account, &a));
	judge(cx, &a, s, normal, p);
	if (p->n)
		return ST_OK;
	/* When an application is sent, this link and one that confirms another
	 * address may go out together: either may be opened first. */
	first = *a.password == '\0' && strcmp(l->purpose, "password") == 0;
	TRY(store(cx, &a, normal, first ? "address" : ""));
	return login_note(cx, a.id, &s->from, "reset");
}

enum status secret_first(struct ctx *cx, const struct account *a,
			 const struct secret *s, struct problems *p)
{
	const char *normal = password_normal(cx, s->password, s->fold);

	judge(cx, a, s, normal, p);
	if (p->n)
		return ST_OK;
	TRY(put(cx, a, normal, ""));
	return login_note(cx, a->id, &s->from, "reset");
}

/* Under the hat of the session that asked. */
static enum status reopen(struct ctx *cx, const struct account *a,
			  const struct visitor *v, const char **cookie)
{
	return session_open(cx,
			    &(struct session_new) {
				    .site = v->site,
				    .stage = "full",
				    .role = cx->who->role,
				    .account = a->id,
				    .organisation = cx->who->org,
				    .device = v->device,
				    .ip = v->ip,
			    },
			    cookie);
}

enum status secret_change(struct ctx *cx, const struct account *a,
			  const char *old, const struct secret *s,
			  struct problems *p, const char **cookie)
{
	const char *normal = password_normal(cx, s->password, s->fold);
	bool own = s->full && cx->who->account == a->id;

	*cookie = NULL;
	judge(cx, a, s, normal, p);
	if (strcmp(normal, password_normal(cx, old, s->fold)) == 0)
		(void)problem(p, "password_same", "password");
	if (p->n)
		return ST_OK;
	TRY(store(cx, a, normal, ""));
	return own ? reopen(cx, a, &s->from, cookie) : ST_OK;
}

/* The link goes where notices go, whatever address was typed. */
static enum status mail_reset(struct ctx *cx, const struct account *a,
			      const char *template)
{
	int64_t link;

	TRY(link_create(cx,
			&(struct link_new) { .purpose = "reset",
					     .account = a->id,
					     .mail = a->mail },
			&link));
	return mail_put(cx, &(struct mail_new) {
				    .template = template,
				    .to = a->mail,
				    .link = link,
			    });
}

enum status secret_forgot(struct ctx *cx, const char *mail, const char *tel)
{
	struct account a;
	bool may;
	enum status st = account_by_mail(cx, mail, &a);

	if (st != ST_OK && st != ST_NOT_FOUND)
		return st;
	/* Asked even if it does not matter: it takes as long. */
	TRY(mail_may(cx, st == ST_OK ? a.mail : mail, "reset", &may));
	if (st == ST_NOT_FOUND || !may || a.disabled || *a.role == '\0' ||
	    *a.tel == '\0' || strcmp(a.tel, tel) != 0 ||
	    organisation_is_inside(a.org_kind))
		return ST_OK;
	return mail_reset(cx, &a, "reset");
}

static enum status tell_desk(struct ctx *cx, const struct account *a,
			     const char *desk)
{
	if (*desk == '\0')
		return ST_OK;
	return mail_put(cx, &(struct mail_new) {
				    .template = "disowned_desk",
				    .to = desk,
				    MAIL_DATA({ "company", a->org_name }),
			    });
}

enum status secret_disown(struct ctx *cx, const char *desk)
{
	struct account a;

	TRY(account_load(cx, cx->who->account, &a));
	TRY(db_exec(cx, &sql_account_take_password,
		    ARGS({ "id", value_int(a.id) }), NULL));
	TRY(session_end_others(cx, a.id, 0, "ended"));
	TRY(link_end_all(cx, a.id, ""));
	TRY(mail_reset(cx, &a, "disowned"));
	TRY(tell_desk(cx, &a, desk));
	return audit_write(cx, "login.disown", "account", a.public_id, "");
}
