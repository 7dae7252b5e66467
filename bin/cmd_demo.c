/*
 * cmd_demo.c - what one sees at the first start: a company whose application
 * lies on the desks of three ministries, others beside it, a draft, and staff
 * of each role; two registrars, because whoever confirmed may not register.
 *
 * Passwords are new each time and stand nowhere but in what is printed: an
 * installation that was made with demonstration data must not be open to
 * everybody who knows this file. Called again it adds nothing.
 */
#include <stdio.h>

#include "account/account.h"
#include "account/link.h"
#include "account/secret.h"
#include "account/staff.h"
#include "base/random.h"
#include "cmd.h"
#include "db/db.h"
#include "sql/tokutei/generate.h"
#include "tokutei/generate.h"

#define COMPANY "company@example.jp"
#define DRAFTER "draft@example.jp"
#define COMPANY_OFFICES 12
#define DRAFT_OFFICES 60
/* Of the company, and of others that fill the work lists. */
#define DESKS "mlit,meti,mhlw"
#define OTHERS 40
#define OTHER_OFFICES 4

static const struct staff_new people[] = {
	{ "reviewer", "reviewer@example.jp", "見本 省子", "mlit", "reviewer" },
	{ "reviewer2", "reviewer2@example.jp", "見本 経子", "meti",
	  "reviewer" },
	{ "reviewer3", "reviewer3@example.jp", "見本 厚志", "mhlw",
	  "reviewer" },
	{ "registrar", "registrar@example.jp", "見本 登", "mhlw", "registrar" },
	{ "registrar2", "registrar2@example.jp", "見本 録", "mhlw",
	  "registrar" },
	{ "admin", "admin@example.jp", "見本 管理", "運用センター",
	  "administrator" },
};

/* One of them wears two hats. */
static const struct staff_new second_hat = {
	.login = "reviewer3",
	.org = "meti",
	.role = "reviewer",
};

/* "kutomi-4829-rahena": to be read from one window and typed into another. */
static const char *make_password(struct ctx *cx)
{
	static const char consonants[] = "bdghkmnprstwyz";
	static const char vowels[] = "aeiou";
	char word[2][7];

	for (size_t i = 0; i < 12; i++)
		word[i / 6][i % 6] =
			i % 2 ? vowels[random_below(sizeof(vowels) - 1)]
			      : consonants[random_below(sizeof(consonants) -
							1)];
	word[0][6] = word[1][6] = '\0';
	return mem_printf(cx, "%s-%04u-%s", word[0],
			  (unsigned)random_below(10000), word[1]);
}

static enum status give(struct ctx *cx, void *arg)
{
	const char *const *login = arg;
	const char *password = make_password(cx);
	struct account a;

	TRY(account_by_login(cx, login[0], &a));
	TRY(secret_give(cx, &a, password));
	(void)printf("  %-22s %-22s %s\n", login[1], a.login, password);
	return ST_OK;
}

static enum status make_person(struct ctx *cx, void *arg)
{
	const struct staff_new *n = arg;
	const char *token;
	struct account a;
	enum status st = account_by_login(cx, n->login, &a);

	return st == ST_NOT_FOUND ? staff_create(cx, n, &token) : st;
}

static enum status make_second_hat(struct ctx *cx, void *arg)
{
	enum status st = staff_join(cx, arg);

	return st == ST_DUPLICATE ? ST_OK : st;
}

static enum status make_company(struct call *c, const struct generate *usual)
{
	struct generate g = *usual;
	struct generated done;
	struct account a;
	enum status st = account_by_login(c->cx, COMPANY, &a);

	if (st != ST_NOT_FOUND)
		return st;
	g.sent = true;
	g.desks = DESKS;
	g.offices = OTHER_OFFICES;
	g.applications = OTHERS;
	TRY(generate(c->cx, &g, &done));
	g.offices = COMPANY_OFFICES;
	g.applications = 1;
	g.mail = COMPANY;
	g.company = "見本運輸株式会社";
	return generate(c->cx, &g, &done);
}

/* The draft that is still one; a link that opens it. */
struct draft {
	struct ctx *cx; /* where the token is kept */
	int64_t application;
	const char *token;
};

static enum status make_draft(struct call *c, const struct generate *usual,
			      int64_t *application)
{
	struct generate g = *usual;
	struct generated done;
	struct row *row;
	enum status st = db_one(c->cx, &sql_demo_draft,
				ARGS({ "mail", value_text(DRAFTER) }), &row);

	if (st == ST_OK)
		*application = row_int(row, "id");
	if (st != ST_NOT_FOUND)
		return st;
	g.offices = DRAFT_OFFICES;
	g.mail = DRAFTER;
	g.company = "サンプル商事株式会社";
	TRY(generate(c->cx, &g, &done));
	*application = done.application;
	return ST_OK;
}

static enum status make_link(struct ctx *cx, void *arg)
{
	struct draft *d = arg;
	const struct link_new new = { .purpose = "draft",
				      .application = d->application,
				      .mail = DRAFTER };
	const char *token;
	int64_t link;

	TRY(link_create(cx, &new, &link));
	TRY(link_token_create(cx, link, &token));
	d->token = mem_text(d->cx, token);
	return ST_OK;
}

static enum status print_logins(struct call *c)
{
	static const char *logins[][2] = {
		{ COMPANY, "company (public)" },
		{ "reviewer", "ministry mlit (staff)" },
		{ "reviewer2", "ministry meti (staff)" },
		{ "reviewer3", "ministries mhlw, meti (staff)" },
		{ "registrar", "registrar (staff)" },
		{ "registrar2", "registrar (staff)" },
		{ "admin", "administrator (staff)" },
	};

	(void)printf(
		"Logins of the demonstration; staff get a code by mail:\n");
	for (size_t i = 0; i < COUNT(logins); i++)
		TRY(db_transaction(c->cx, give, logins[i]));
	return ST_OK;
}

static enum status run(struct call *c)
{
	const struct generate usual = {
		.applications = 1,
		.seed = 20161014,
		.words = mem_printf(c->cx, "%s/data/sample.tsv",
				    config_text(c->config, "Path.Sql")),
	};
	struct draft d = { .cx = c->cx };
	struct staff_new hat = second_hat;

	TRY(make_company(c, &usual));
	TRY(make_draft(c, &usual, &d.application));
	TRY(db_transaction(c->cx, make_link, &d));
	for (size_t i = 0; i < COUNT(people); i++) {
		struct staff_new person = people[i];

		TRY(db_transaction(c->cx, make_person, &person));
	}
	TRY(db_transaction(c->cx, make_second_hat, &hat));
	TRY(print_logins(c));
	(void)printf("A draft to go on with, for 24 hours:\n"
		     "  %s/account/open?t=%s\n",
		     config_text(c->config, "Site.PublicUrl"), d.token);
	return ST_OK;
}

const struct command cmd_demo = {
	.name = "demo",
	.words = "",
	.options = { NULL },
	.what = "add a company, a draft and staff to look at; prints the "
		"logins",
	.db = "owner",
	.run = run,
};
