/* staff.c - accounts of ministry staff, made on the host (security AU-07). */
#include "account/staff.h"

#include <string.h>

#include "account/account.h"
#include "account/link.h"
#include "db/db.h"
#include "sql/account/account.h"
#include "text/mail.h"

/* Which kind of organisation a role belongs to. */
static const struct {
	const char *role, *kind;
} roles[] = {
	{ "reviewer", "ministry" },
	{ "registrar", "registrar" },
	{ "administrator", "operator" },
};

static const char *kind_of(const char *role)
{
	for (size_t i = 0; i < COUNT(roles); i++)
		if (strcmp(roles[i].role, role) == 0)
			return roles[i].kind;
	return NULL;
}

/* Its desk, if the master table has it; the master's name counts. */
static enum status find_ministry(struct ctx *cx, const char *word,
				 int64_t *ministry, const char **name)
{
	struct row *row;
	enum status st = db_one(cx, &sql_ministry_by_word,
				ARGS({ "word", value_text(word) }), &row);

	*ministry = 0;
	*name = word;
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	*ministry = row_int(row, "id");
	*name = row_text(row, "name");
	return ST_OK;
}

static enum status find_organisation(struct ctx *cx, const char *kind,
				     const char *word, int64_t *id)
{
	const char *name;
	int64_t ministry;
	struct row *row;
	enum status st;

	TRY(find_ministry(cx, word, &ministry, &name));
	st = db_one(cx, &sql_organisation_by_name,
		    ARGS({ "kind", value_text(kind) },
			 { "name", value_text(name) }),
		    &row);
	if (st == ST_NOT_FOUND)
		return organisation_create(cx, kind, name, ministry, id);
	TRY(st);
	*id = row_int(row, "id");
	return ST_OK;
}

/* A word without blanks, as it fits the form of the login page. */
static bool is_login(const char *login)
{
	size_t n = strspn(login, "abcdefghijklmnopqrstuvwxyz"
				 "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				 "0123456789.-_@+");

	return n > 0 && n <= 50 && login[n] == '\0';
}

enum status staff_create(struct ctx *cx, const struct staff_new *n,
			 const char **token)
{
	const char *kind = kind_of(n->role);
	int64_t organisation, account, link;

	if (!kind || !mail_valid(n->mail) || !is_login(n->login) ||
	    *n->org == '\0')
		return ST_INVALID;
	TRY(find_organisation(cx, kind, n->org, &organisation));
	TRY(account_create(cx,
			   &(struct account_new) {
				   .login = n->login,
				   .mail = n->mail,
				   .tel = "",
				   .name = *n->name ? n->name : n->login,
				   .second_step = true,
			   },
			   &account));
	TRY(account_join(cx, account, organisation, n->role));
	TRY(link_create(cx,
			&(struct link_new) { .purpose = "invite",
					     .account = account,
					     .mail = n->mail },
			&link));
	return link_token_create(cx, link, token);
}

enum status staff_join(struct ctx *cx, const struct staff_new *n)
{
	const char *kind = kind_of(n->role);
	struct account a;
	int64_t organisation;

	if (!kind || *n->org == '\0')
		return ST_INVALID;
	TRY(account_by_login(cx, n->login, &a));
	if (!organisation_is_inside(a.org_kind))
		return ST_NOT_FOUND;
	TRY(find_organisation(cx, kind, n->org, &organisation));
	return account_join(cx, a.id, organisation, n->role);
}
