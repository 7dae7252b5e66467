/* takeover.c - 引き継ぎの申し出: somebody asks whose predecessor is gone. */
#include "handover/takeover.h"

#include <string.h>

#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/handover/takeover.h"
#include "text/utf8.h"
#include "text/wide.h"
#include "tokutei/stored_file.h"

static const struct field fields[] = {
	TEXT(struct claim, number, .flags = F_REQUIRED, .max = 30),
	WIDE(struct claim, company, .flags = F_REQUIRED, .max = 100),
	TEL(struct claim, company_tel, .flags = F_REQUIRED),
	TEXT(struct claim, name, .flags = F_REQUIRED | F_PERSONAL, .max = 100,
	     .autocomplete = "name"),
	MAIL(struct claim, mail, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	MAIL(struct claim, again, .flags = F_REQUIRED | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	TEL(struct claim, tel, .flags = F_REQUIRED | F_PERSONAL,
	    .autocomplete = "tel"),
	AREA(struct claim, reason, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 2000),
	TEXT(struct claim, file, .flags = F_OPTIONAL | F_UNSTORED | F_NO_SHEET,
	     .max = 200),
};

static void rules(struct problems *p, const void *row)
{
	const struct claim *t = row;

	if (strcmp(t->mail, t->again) != 0)
		(void)problem(p, "mail_again", "again");
}

const struct form claim_form = {
	.name = "claim",
	.row_size = sizeof(struct claim),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

/* Numbers are read from paper: any width, any letters, any dash. */
static const char *number_normal(struct ctx *cx, const char *typed)
{
	char *number = mem_text(cx, utf8_trim(cx, text_narrow(cx, typed)));

	for (char *p = number; *p; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return number;
}

/* Where it began, or nothing. */
static enum status find_business(struct ctx *cx, const struct claim *t,
				 struct row **row)
{
	const char *number = number_normal(cx, t->number);
	enum status st = db_one(cx, &sql_takeover_business,
				ARGS({ "number", value_text(number) }), row);

	if (st == ST_NOT_FOUND)
		*row = NULL;
	return st == ST_NOT_FOUND ? ST_OK : st;
}

static enum status store(struct ctx *cx, const struct claim *t,
			 const struct row *business, int64_t file)
{
	int64_t application = business ? row_int(business, "application") : 0;
	struct id id = id_new();

	TRY(db_exec(cx, &sql_takeover_insert,
		    form_args(cx, &claim_form, t,
			      ARGS({ "id", value_id(id) },
				   { "application", value_int(application) },
				   { "document", value_int(file) })),
		    NULL));
	TRY(audit_write(cx, "takeover.ask", "takeover", id, ""));
	if (!business)
		return ST_OK;
	return audit_write(cx, "takeover.ask", "application",
			   row_id(business, "id"), "");
}

/* If the one before is still there, nothing happens behind his back. */
static enum status warn(struct ctx *cx, const struct row *business)
{
	bool may;

	if (!business || *row_text(business, "mail") == '\0')
		return ST_OK;
	TRY(mail_may(cx, row_text(business, "mail"), "takeover_warning", &may));
	if (!may)
		return ST_OK;
	return mail_put(
		cx,
		&(struct mail_new) {
			.template = "takeover_warning",
			.to = row_text(business, "mail"),
			MAIL_DATA({ "company", row_text(business, "company") }),
		});
}

enum status takeover_ask(struct ctx *cx, const char *folder,
			 const struct claim *t,
			 const struct attachment_new *proof, struct problems *p)
{
	const char *kind = NULL;
	struct row *business;
	int64_t file;
	struct id id;
	bool may;

	TRY(attachment_check(proof, &kind, p));
	if (p->n)
		return ST_OK;
	TRY(mail_may(cx, t->mail, "takeover", &may));
	TRY(find_business(cx, t, &business));
	if (!may)
		return ST_OK;
	TRY(file_keep(cx, folder,
		      &(struct stored_file) { .fd = proof->fd,
					      .name = proof->name,
					      .kind = kind },
		      &file, &id));
	TRY(store(cx, t, business, file));
	TRY(warn(cx, business));
	return mail_put(cx, &(struct mail_new) {
				    .template = "takeover",
				    .to = t->mail,
			    });
}
