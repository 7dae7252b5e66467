/* notice.c - the address where notices go, and how it changes. */
#include "account/notice.h"

#include <string.h>

#include "account/account.h"
#include "db/audit.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "sql/account/account.h"

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
