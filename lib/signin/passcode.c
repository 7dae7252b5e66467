/* passcode.c - 確認番号: the six digits that were mailed at this login. */
#include "account/passcode.h"

#include <stdlib.h>
#include <string.h>

#include "account/login.h"
#include "signin/signin.h"
#include "text/jdate.h"
#include "http/http.h"

struct passcode_input {
	const char *code;
	const char *next; /* the page that was asked for before the login */
};

/* Not worth one of five tries: the code has six digits. */
static const char *six_digits(const void *value)
{
	const char *code;

	memcpy(&code, value, sizeof(code));
	return strlen(code) == 6 ? NULL : "passcode_digits";
}

static const struct field fields[] = {
	DIGITS(struct passcode_input, code, .flags = F_REQUIRED, .max = 50,
	       .autocomplete = "one-time-code", .check = six_digits),
	TEXT(struct passcode_input, next, .flags = F_HIDDEN, .max = 200),
};

const struct form passcode_form = {
	.name = "passcode",
	.row_size = sizeof(struct passcode_input),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* The addresses to choose from, as a field of the second form. A number stands
 * for an address, so that none stands in full in the page. */
static enum status show_mails(struct req *rq, const struct passcode *p)
{
	struct rows rows;

	TRY(passcode_mails(rq->cx, rq->session->who.account, &rows));
	page_number(rq, "nmails", (int64_t)rows.n);
	page_text(rq, "mails.kind", "radio");
	page_text(rq, "mails.id", "to");
	page_text(rq, "mails.name", "to");
	page_text(rq, "mails.label",
		  message(rq, "form.passcode.to.label", NULL));
	for (size_t i = 0; i < rows.n; i++) {
		const char *mail = row_text(rows.list[i], "mail");

		page_item(rq, "mails.options", i, "value",
			  mem_printf(rq->cx, "%zu", i));
		page_item(rq, "mails.options", i, "label",
			  passcode_mask(rq->cx, mail));
		if (strcmp(mail, p->mail) == 0)
			page_item(rq, "mails.options", i, "selected", "1");
	}
	return ST_OK;
}

static void show_times(struct req *rq, const struct passcode *p)
{
	struct ctx *cx = rq->cx;

	if (p->id) {
		page_text(rq, "mail", passcode_mask(cx, p->mail));
		page_text(rq, "sent_at", jtime_clock(cx, p->sent_at));
		page_text(rq, "until", jtime_clock(cx, p->expires_at));
	}
	if (p->pause_until)
		page_text(rq, "paused", jtime_clock(cx, p->pause_until));
}

enum status passcode_show(struct req *rq)
{
	struct passcode_input *in = form_row(rq->cx, &passcode_form);
	struct passcode p;

	in->next = query(rq, "next");
	TRY(passcode_load(rq->cx, &p));
	TRY(form_show(rq, &passcode_form, in));
	TRY(show_mails(rq, &p));
	show_times(rq, &p);
	if (strcmp(query(rq, "done"), "sent") == 0)
		page_notice(rq, "done", "code_sent");
	return page_show(rq);
}

static enum status enter(struct req *rq, const struct visitor *v,
			 const char *next)
{
	const char *cookie;

	TRY(login_complete(rq->cx, v, &cookie));
	answer_cookie(rq, cookie);
	return go_next(rq, next, login_home(rq->session->who.role));
}

static enum status refuse(struct req *rq, int64_t left)
{
	struct problems p = { .cx = rq->cx };

	report_arg(problem(&p, "passcode", "code"), "left", "%lld",
		   (long long)left);
	if (invalid_all(rq, &p) != ST_INVALID)
		BUG("a wrong code is no problem");
	return form_refuse(rq);
}

static enum status check(struct req *rq)
{
	struct passcode_input *in = form_row(rq->cx, &passcode_form);
	const struct visitor v = visitor_of(rq);
	enum passcode_verdict verdict;
	int64_t left;

	TRY(form_read(rq, &passcode_form, in));
	TRY(passcode_check(rq->cx, in->code, &v, &verdict, &left));
	switch (verdict) {
	case PASSCODE_RIGHT:
		return enter(rq, &v, in->next);
	case PASSCODE_WRONG:
		return refuse(rq, left);
	case PASSCODE_LATE:
		return invalid(rq, "passcode_late", "code");
	case PASSCODE_OVER:
		break;
	}
	return go(rq, "/account/login?ended=code");
}

/* The address behind the number that was chosen; "" for the first. */
static enum status chosen_mail(struct req *rq, const char **mail)
{
	struct rows rows;
	unsigned long i = strtoul(posted(rq, "to"), NULL, 10);

	TRY(passcode_mails(rq->cx, rq->session->who.account, &rows));
	*mail = i < rows.n ? row_text(rows.list[i], "mail") : "";
	return ST_OK;
}

static enum status send(struct req *rq)
{
	static const char *const troubles[] = {
		[PASSCODE_SOON] = "passcode_soon",
		[PASSCODE_MANY] = "passcode_many",
		[PASSCODE_PAUSED] = "passcode_paused",
	};
	const struct who *who = &rq->session->who;
	enum passcode_sent sent;
	const char *mail;

	TRY(chosen_mail(rq, &mail));
	TRY(passcode_ask(rq->cx, who->session, who->account, mail, &sent));
	if (sent != PASSCODE_SENT)
		return invalid(rq, troubles[sent], "");
	return go(rq, "/account/passcode?done=sent&next=%s",
		  http_encode(rq->cx, posted(rq, "next")));
}

const struct act passcode_acts[2] = {
	{ "check", check },
	{ "send", send },
};
