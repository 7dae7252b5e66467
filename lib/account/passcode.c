/* passcode.c - 確認番号: six digits mailed at a login (security AU-30, 31). */
#include "account/passcode.h"

#include <sodium.h>
#include <string.h>

#include "account/login.h"
#include "account/session.h"
#include "base/clock.h"
#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/account/account.h"
#include "sql/account/passcode.h"
#include "text/utf8.h"

static int64_t pause_until(const struct row *row)
{
	if (row_int(row, "day_failures") < PASSCODE_NOTICE)
		return 0;
	return row_time(row, "last_failure") + HOUR;
}

static enum status load(struct ctx *cx, int64_t session, int64_t account,
			struct row **row)
{
	return db_one(cx, &sql_passcode_load,
		      ARGS({ "session", value_int(session) },
			   { "account", value_int(account) },
			   { "since", value_time(cx->now - DAY) }),
		      row);
}

enum status passcode_load(struct ctx *cx, struct passcode *p)
{
	struct row *row;
	int64_t pause;

	TRY(load(cx, cx->who->session, cx->who->account, &row));
	pause = pause_until(row);
	*p = (struct passcode) {
		.id = row_int(row, "id"),
		.mail = row_text(row, "mail"),
		.sent_at = row_time(row, "created_at"),
		.expires_at = row_time(row, "expires_at"),
		.failures = row_int(row, "failures"),
		.pause_until = pause > cx->now ? pause : 0,
	};
	p->again_at = p->sent_at ? p->sent_at + PASSCODE_AGAIN * SECOND
				 : cx->now;
	return ST_OK;
}

/* May one be sent? Asked under the lock of the account. */
static enum status judge(struct ctx *cx, int64_t session, int64_t account,
			 enum passcode_sent *sent)
{
	struct row *row, *recent;

	TRY(load(cx, session, account, &row));
	TRY(db_one(cx, &sql_passcode_recent,
		   ARGS({ "session", value_int(session) },
			{ "account", value_int(account) },
			{ "since", value_time(cx->now - HOUR) }),
		   &recent));
	*sent = PASSCODE_SENT;
	if (pause_until(row) > cx->now)
		*sent = PASSCODE_PAUSED;
	else if (row_time(recent, "last") &&
		 row_time(recent, "last") + PASSCODE_AGAIN * SECOND > cx->now)
		*sent = PASSCODE_SOON;
	else if (row_int(recent, "hour") >= PASSCODE_HOURLY)
		*sent = PASSCODE_MANY;
	return ST_OK;
}

enum status passcode_mails(struct ctx *cx, int64_t account, struct rows *rows)
{
	return db_many(cx, &sql_account_mails,
		       ARGS({ "account", value_int(account) }), rows);
}

/* The address that was asked for, if it is a registered one. */
static enum status choose_mail(struct ctx *cx, int64_t account,
			       const char *wanted, const char **mail)
{
	struct rows rows;

	TRY(passcode_mails(cx, account, &rows));
	if (rows.n == 0)
		return ST_NOT_FOUND;
	*mail = row_text(rows.list[0], "mail");
	for (size_t i = 1; i < rows.n; i++)
		if (strcmp(row_text(rows.list[i], "mail"), wanted) == 0)
			*mail = wanted;
	return ST_OK;
}

static enum status lock(struct ctx *cx, int64_t account, const char **mail)
{
	struct row *row;

	TRY(db_one(cx, &sql_passcode_lock,
		   ARGS({ "account", value_int(account) }), &row));
	*mail = row_text(row, "mail");
	return ST_OK;
}

enum status passcode_ask(struct ctx *cx, int64_t session, int64_t account,
			 const char *mail, enum passcode_sent *sent)
{
	const char *to;
	const struct args *args;

	TRY(lock(cx, account, &to));
	TRY(judge(cx, session, account, sent));
	if (*sent != PASSCODE_SENT)
		return ST_OK;
	TRY(choose_mail(cx, account, mail, &to));
	args = ARGS({ "session", value_int(session) },
		    { "account", value_int(account) },
		    { "mail", value_text(to) },
		    { "expires_at",
		      value_time(cx->now + PASSCODE_MINUTES * MINUTE) });
	TRY(db_exec(cx, &sql_passcode_end_older, args, NULL));
	TRY(db_exec(cx, &sql_passcode_insert, args, NULL));
	TRY(mail_put(cx, &(struct mail_new) {
				 .template = "passcode",
				 .to = to,
				 .passcode = db_last_id(cx),
			 }));
	return audit_write(
		cx, "code.issue", "", (struct id) { { 0 } },
		mem_printf(cx, "{\"account\":%lld}", (long long)account));
}

static enum status note_failure(struct ctx *cx, const struct row *row,
				const struct visitor *v, const char *mail)
{
	int64_t account = cx->who->account;

	TRY(db_exec(cx, &sql_passcode_failure_insert,
		    ARGS({ "account", value_int(account) },
			 { "session", value_int(cx->who->session) }),
		    NULL));
	TRY(login_note(cx, account, v, "code"));
	TRY(audit_write(cx, "code.fail", "", (struct id) { { 0 } }, ""));
	if (row_int(row, "day_failures") + 1 != PASSCODE_NOTICE)
		return ST_OK;
	return mail_put(cx, &(struct mail_new) {
				    .template = "passcode_notice",
				    .to = mail,
			    });
}

static enum status refuse(struct ctx *cx, const struct row *row,
			  enum passcode_verdict *verdict, int64_t *left)
{
	*left = PASSCODE_TRIES - row_int(row, "failures") - 1;
	*verdict = *left > 0 ? PASSCODE_WRONG : PASSCODE_OVER;
	if (*verdict == PASSCODE_OVER)
		return login_end(cx, "code");
	return ST_OK;
}

/* A code that the mail sender has not made yet fits nothing. */
static bool fits(const struct row *row, const char *digits)
{
	const char *code = row_text(row, "code");

	return *code &&
	       crypto_pwhash_str_verify(code, digits, strlen(digits)) == 0;
}

enum status passcode_check(struct ctx *cx, const char *digits,
			   const struct visitor *v,
			   enum passcode_verdict *verdict, int64_t *left)
{
	const char *mail;
	struct row *row;
	int64_t changed;

	*left = 0;
	TRY(lock(cx, cx->who->account, &mail));
	TRY(load(cx, cx->who->session, cx->who->account, &row));
	*verdict = PASSCODE_LATE;
	if (row_int(row, "failures") >= PASSCODE_TRIES)
		return refuse(cx, row, verdict, left);
	if (cx->now >= row_time(row, "expires_at"))
		return ST_OK;
	if (!fits(row, digits)) {
		TRY(note_failure(cx, row, v, mail));
		return refuse(cx, row, verdict, left);
	}
	TRY(db_exec(cx, &sql_passcode_use,
		    ARGS({ "id", value_int(row_int(row, "id")) }), &changed));
	*verdict = changed == 1 ? PASSCODE_RIGHT : PASSCODE_LATE;
	return ST_OK;
}

const char *passcode_mask(struct ctx *cx, const char *mail)
{
	const char *at = strrchr(mail, '@');
	size_t n = at ? (size_t)(at - mail) : 0;
	size_t shown = n > 3 ? 2 : n > 1 ? 1 : 0;

	return mem_printf(cx, "%.*s***%s", (int)shown, mail, at ? at : "");
}
