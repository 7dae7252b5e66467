/* notice.c - the address where notices go, and how it changes. */
#include "account/notice.h"

#include <string.h>

#include "account/account.h"
#include "db/audit.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "sql/account/account.h"
#include "sql/account/notice.h"

enum status notice_confirm(struct ctx *cx, const struct link *l)
{
	struct account a;

	if (strcmp(l->purpose, "address") != 0)
		return ST_STATE;
	TRY(link_use(cx, l->id));
	TRY(account_load(cx, l->account, &a));
	TRY(db_exec(cx, &sql_account_set_mail,
		    ARGS({ "id", value_int(a.id) },
			 { "mail", value_text(l->mail) }),
		    NULL));
	TRY(link_end_all(cx, a.id, *a.password ? "" : "password"));
	TRY(audit_write(cx, "address.change", "account", a.public_id, ""));
	return mail_put(cx, &(struct mail_new) {
				    .template = "address_changed",
				    .to = a.mail,
				    MAIL_DATA({ "company", a.org_name }),
			    });
}

enum status notice_ask(struct ctx *cx, int64_t account, const char *to,
		       const char *company)
{
	struct account a;
	int64_t link;

	TRY(account_load(cx, account, &a));
	if (strcmp(to, a.mail) == 0)
		return ST_OK;
	TRY(link_create(cx,
			&(struct link_new) { .purpose = "address",
					     .account = account,
					     .mail = to },
			&link));
	return mail_put(cx, &(struct mail_new) {
				    .template = "address_confirm",
				    .to = to,
				    .link = link,
				    MAIL_DATA({ "company", company }),
			    });
}

static enum status set_tel(struct ctx *cx, const struct account *a,
			   const char *tel)
{
	TRY(db_exec(cx, &sql_account_set_tel, ARGS({ "tel", value_text(tel) }),
		    NULL));
	TRY(audit_write(cx, "tel.change", "account", a->public_id, ""));
	return mail_put(cx, &(struct mail_new) {
				    .template = "tel_changed",
				    .to = a->mail,
			    });
}

enum status contact_change(struct ctx *cx, const struct contact *c,
			   struct problems *p, bool *asked)
{
	struct account a;
	bool may;

	TRY(account_load(cx, cx->who->account, &a));
	*asked = strcmp(c->mail, a.mail) != 0;
	if (*asked) {
		TRY(mail_may(cx, c->mail, "address_confirm", &may));
		if (!may) {
			(void)problem(p, "contact.many", "mail");
			return ST_OK;
		}
		TRY(notice_ask(cx, a.id, c->mail, a.org_name));
	}
	return strcmp(c->tel, a.tel) == 0 ? ST_OK : set_tel(cx, &a, c->tel);
}

enum status contact_awaited(struct ctx *cx, const char **mail, int64_t *until)
{
	struct row *row;
	enum status st = db_one(cx, &sql_notice_awaited, NO_ARGS, &row);

	*mail = "";
	*until = 0;
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	*mail = row_text(row, "mail");
	*until = row_time(row, "expires_at");
	return ST_OK;
}
