/* application_send.c - 送信: the draft is frozen and gets its receipt. */
#include <string.h>

#include "account/account.h"
#include "account/link.h"
#include "account/notice.h"
#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/tokutei/application.h"
#include "text/jdate.h"
#include "tokutei/application.h"
#include "tokutei/flow.h"
#include "tokutei/unit.h"

/* T-20261121-0000001. Numbers of a day may have gaps; they are never given
 * twice, because the counter's row is locked until the commit. */
enum status application_take_receipt(struct ctx *cx, const char **receipt)
{
	struct date day = jtime_from_us(cx->now).date;
	const struct args *args = ARGS(
		{ "day", value_text(date_iso(cx, day)) });
	struct row *row;

	TRY(db_exec(cx, &sql_receipt_take, args, NULL));
	TRY(db_one(cx, &sql_receipt_taken, args, &row));
	*receipt = mem_printf(cx, "T-%04d%02d%02d-%07lld", day.year, day.month,
			      day.day, (long long)row_int(row, "last"));
	return ST_OK;
}

/* Whoever applies once more, after an end or for another business, acts for it
 * with the same account: one more hat. */
static enum status find_or_create(struct ctx *cx, const struct account_new *new,
				  int64_t *account, bool *known)
{
	struct account a;
	enum status st = account_by_login(cx, new->login, &a);

	*known = st == ST_OK && *a.password;
	if (st == ST_NOT_FOUND)
		return account_create(cx, new, account);
	TRY(st);
	*account = a.id;
	return ST_OK;
}

/* The login id stays the first address, wherever notices go. */
static enum status make_account(struct ctx *cx, const struct row *row,
				int64_t *account, int64_t *organisation,
				bool *known)
{
	const struct account_new new = {
		.login = row_text(row, "mail"),
		.mail = row_text(row, "mail"),
		.tel = row_text(row, "tel"),
		.name = row_text(row, "name"),
	};

	*account = row_int(row, "account");
	*organisation = row_int(row, "organisation");
	*known = false;
	if (*account)
		return ST_OK;
	TRY(organisation_create(cx, "business", row_text(row, "name"), 0,
				organisation));
	TRY(find_or_create(cx, &new, account, known));
	return account_join(cx, *account, *organisation, "applicant");
}

/* The receipt, the login id, and the link that sets the password, unless there
 * is one. */
static enum status mail_receipt(struct ctx *cx, const struct row *row,
				int64_t account, bool known,
				const char *receipt)
{
	const char *to = row_text(row, "mail");
	int64_t link = 0;

	if (!known)
		TRY(link_create(cx,
				&(struct link_new) { .purpose = "password",
						     .account = account,
						     .mail = to },
				&link));
	return mail_put(
		cx, &(struct mail_new) {
			    .template = known ? "completed_again" : "completed",
			    .to = to,
			    .link = link,
			    MAIL_DATA({ "login", to }, { "receipt", receipt },
				      { "company", row_text(row, "name") }),
		    });
}

enum status application_claim(struct ctx *cx)
{
	struct row *row;
	enum status st = db_one(cx, &sql_application_claim, NO_ARGS, &row);

	return st == ST_NOT_FOUND ? ST_STATE : st;
}

enum status application_send(struct ctx *cx, struct sent *sent)
{
	struct row *row;
	int64_t account, organisation, changed;
	const char *receipt;
	bool known;
	enum status st = db_one(cx, &sql_application_for_sending, NO_ARGS,
				&row);

	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	if (!flow_find("send", cx->who->role,
		       &(struct flow_at) { .kind = row_text(row, "kind"),
					   .state = row_text(row, "state"),
					   .unit = "" }))
		return ST_STATE;
	TRY(make_account(cx, row, &account, &organisation, &known));
	receipt = row_text(row, "receipt");
	if (*receipt == '\0')
		TRY(application_take_receipt(cx, &receipt));
	TRY(db_exec(cx, &sql_version_freeze, NO_ARGS, &changed));
	if (changed != 1)
		return ST_STATE;
	TRY(db_exec(cx, &sql_application_sent,
		    ARGS({ "receipt", value_text(receipt) },
			 { "account", value_int(account) },
			 { "organisation", value_int(organisation) }),
		    &changed));
	if (changed != 1)
		return ST_STATE;
	*sent = (struct sent) { row_id(row, "public_id"), receipt };
	TRY(unit_open(cx, cx->who->application, cx->who->draft));
	TRY(mail_receipt(cx, row, account, known, receipt));
	TRY(notice_ask(cx, account, row_text(row, "notice_mail"),
		       row_text(row, "name")));
	return audit_write(cx, "application.send", "application",
			   sent->application,
			   mem_printf(cx, "{\"receipt\":\"%s\"}", receipt));
}
