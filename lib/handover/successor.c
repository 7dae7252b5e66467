/* successor.c - 引き継ぎ: the new mailbox confirms, and somebody else acts. */
#include "handover/successor.h"

#include <string.h>

#include "account/account.h"
#include "db/audit.h"
#include "handover/handover.h"
#include "mail/outbox.h"
#include "sql/handover/handover.h"
#include "sql/handover/successor.h"

/* The account of this address, if there is one. */
static enum status find_account(struct ctx *cx, struct successor *s)
{
	struct account a;
	enum status st = account_by_mail(cx, s->mail, &a);

	s->login = s->mail;
	s->password = true;
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	s->account = a.id;
	s->login = a.login;
	s->password = *a.password == '\0';
	s->barred = a.disabled || organisation_is_inside(a.org_kind);
	return ST_OK;
}

enum status successor_load(struct ctx *cx, struct successor *s)
{
	struct row *row;

	*s = (struct successor) { .handover = 0 };
	TRY(link_mine(cx, &s->link));
	TRY(db_one(cx, &sql_successor_load, NO_ARGS, &row));
	s->handover = row_int(row, "id");
	s->organisation = row_int(row, "organisation");
	s->open = strcmp(row_text(row, "state"), "asked") == 0;
	s->company = row_text(row, "company");
	s->name = row_text(row, "name");
	s->mail = row_text(row, "mail");
	s->tel = row_text(row, "tel");
	return find_account(cx, s);
}

/* A new account, or one that never had a password. */
static enum status give_password(struct ctx *cx, int64_t account,
				 const struct successor *s,
				 const struct secret *secret,
				 struct problems *p)
{
	struct account a;

	TRY(account_load(cx, account, &a));
	/* The business's name must not be the password. */
	a.org_name = s->company;
	a.org_kind = "business";
	return secret_first(cx, &a, secret, p);
}

static enum status make_account(struct ctx *cx, const struct successor *s,
				int64_t *account)
{
	const struct account_new new = { .login = s->mail,
					 .mail = s->mail,
					 .tel = s->tel,
					 .name = s->name };

	*account = s->account;
	return *account ? ST_OK : account_create(cx, &new, account);
}

static enum status put_on(struct ctx *cx, int64_t account,
			  const struct successor *s)
{
	struct row *row;
	enum status st = db_one(
		cx, &sql_successor_hat,
		ARGS({ "account", value_int(account) },
		     { "organisation", value_int(s->organisation) }),
		&row);

	if (st != ST_NOT_FOUND)
		return st;
	return account_join(cx, account, s->organisation, "applicant");
}

/* Whoever acted for it until now is told, and does so no longer. */
static enum status take_off(struct ctx *cx, int64_t account,
			    const struct successor *s)
{
	const struct args *args = ARGS(
		{ "account", value_int(account) },
		{ "organisation", value_int(s->organisation) });
	struct rows before;

	TRY(db_many(cx, &sql_successor_before, args, &before));
	for (size_t i = 0; i < before.n; i++) {
		const struct row *one = before.list[i];

		TRY(audit_write(cx, "account.leave", "account",
				row_id(one, "public_id"),
				mem_printf(cx, "{\"org\":%lld}",
					   (long long)s->organisation)));
		TRY(mail_put(cx, &(struct mail_new) {
					 .template = "handover_over",
					 .to = row_text(one, "mail"),
					 MAIL_DATA({ "company", s->company }),
				 }));
	}
	TRY(db_exec(cx, &sql_successor_leave, args, NULL));
	TRY(db_exec(cx, &sql_successor_note_sessions, args, NULL));
	TRY(db_exec(cx, &sql_successor_end_sessions, args, NULL));
	TRY(db_exec(cx, &sql_successor_end_drafters, args, NULL));
	return db_exec(cx, &sql_successor_notices, args, NULL);
}

static enum status finish(struct ctx *cx, int64_t account,
			  const struct successor *s)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_successor_done,
		    ARGS({ "id", value_int(s->handover) },
			 { "account", value_int(account) }),
		    &changed));
	if (changed != 1)
		return ST_STATE;
	TRY(put_on(cx, account, s));
	TRY(take_off(cx, account, s));
	TRY(handover_note(cx, "handover.done", s->organisation));
	return mail_put(cx, &(struct mail_new) {
				    .template = "handover_done",
				    .to = s->mail,
				    MAIL_DATA({ "company", s->company },
					      { "login", s->login }),
			    });
}

enum status successor_accept(struct ctx *cx, const struct successor *s,
			     const struct secret *secret, struct problems *p)
{
	int64_t account;

	if (!s->open || s->barred)
		return ST_STATE;
	TRY(link_use(cx, s->link.id));
	TRY(make_account(cx, s, &account));
	if (s->password)
		TRY(give_password(cx, account, s, secret, p));
	if (p->n)
		return ST_OK;
	return finish(cx, account, s);
}
