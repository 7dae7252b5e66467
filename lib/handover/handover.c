/* handover.c - 引き継ぎ: whoever acts for a business names who does next. */
#include "handover/handover.h"

#include <string.h>

#include "account/account.h"
#include "account/link.h"
#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/handover/handover.h"

static const struct field fields[] = {
	TEXT(struct handover, name, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 100),
	MAIL(struct handover, mail, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50),
	MAIL(struct handover, again, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50),
	TEL(struct handover, tel, .flags = F_REQUIRED | F_PERSONAL),
	PASSWORD(struct handover, present, .flags = F_REQUIRED,
		 .autocomplete = "current-password"),
};

static void rules(struct problems *p, const void *row)
{
	const struct handover *h = row;

	if (strcmp(h->mail, h->again) != 0)
		(void)problem(p, "mail_again", "again");
}

const struct form handover_form = {
	.name = "handover",
	.row_size = sizeof(struct handover),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

enum status handover_note(struct ctx *cx, const char *act, int64_t organisation)
{
	struct row *row;

	TRY(db_one(cx, &sql_handover_application,
		   ARGS({ "organisation", value_int(organisation) }), &row));
	return audit_write(cx, act, "application", row_id(row, "id"), "");
}

static enum status end_running(struct ctx *cx, int64_t organisation,
			       int64_t *changed)
{
	return db_exec(cx, &sql_handover_end,
		       ARGS({ "organisation", value_int(organisation) }),
		       changed);
}

enum status handover_start(struct ctx *cx, const struct handover_new *n)
{
	int64_t link;

	TRY(end_running(cx, n->organisation, NULL));
	TRY(link_create(
		cx,
		&(struct link_new) { .purpose = "handover", .mail = n->mail },
		&link));
	TRY(db_exec(cx, &sql_handover_insert,
		    ARGS({ "id", value_id(id_new()) },
			 { "organisation", value_int(n->organisation) },
			 { "takeover", value_int(n->takeover) },
			 { "link", value_int(link) },
			 { "name", value_text(n->name) },
			 { "mail", value_text(n->mail) },
			 { "tel", value_text(n->tel) }),
		    NULL));
	return mail_put(cx, &(struct mail_new) {
				    .template = "handover",
				    .to = n->mail,
				    .link = link,
				    MAIL_DATA({ "company", n->company }),
			    });
}

static bool is_own(const struct account *a, const char *mail)
{
	return strcmp(mail, a->mail) == 0 || strcmp(mail, a->login) == 0;
}

enum status handover_begin(struct ctx *cx, const struct handover *h,
			   struct problems *p)
{
	struct handover_new new = { .organisation = cx->who->org,
				    .name = h->name,
				    .mail = h->mail,
				    .tel = h->tel };
	struct account me;
	struct row *row;
	bool may;

	TRY(account_load(cx, cx->who->account, &me));
	TRY(mail_may(cx, h->mail, "handover", &may));
	if (is_own(&me, h->mail))
		(void)problem(p, "handover.own", "mail");
	else if (!may)
		(void)problem(p, "handover.many", "mail");
	if (p->n)
		return ST_OK;
	TRY(db_one(cx, &sql_handover_business, NO_ARGS, &row));
	new.company = row_text(row, "name");
	TRY(handover_start(cx, &new));
	return handover_note(cx, "handover.begin", new.organisation);
}

enum status handover_running(struct ctx *cx, struct row **row)
{
	return db_one(cx, &sql_handover_running, NO_ARGS, row);
}

enum status handover_cancel(struct ctx *cx)
{
	int64_t changed;

	TRY(end_running(cx, cx->who->org, &changed));
	if (changed == 0)
		return ST_STATE;
	return handover_note(cx, "handover.cancel", cx->who->org);
}
