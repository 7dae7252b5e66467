/* account.c - accounts, organisations, and which hat an account wears. */
#include "account/account.h"

#include <string.h>

#include "db/audit.h"
#include "db/db.h"
#include "sql/account/account.h"
#include "text/utf8.h"
#include "text/wide.h"

static const struct id nobody;

/* Login ids are addresses or words of ASCII: typed wide, they are the same. */
static const char *login_normal(struct ctx *cx, const char *typed)
{
	char *login = mem_text(cx, utf8_trim(cx, text_narrow(cx, typed)));

	for (char *p = login; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return login;
}

static void fill(const struct row *row, struct account *a)
{
	*a = (struct account) {
		.id = row_int(row, "id"),
		.public_id = row_id(row, "public_id"),
		.login = row_text(row, "login"),
		.mail = row_text(row, "mail"),
		.tel = row_text(row, "tel"),
		.name = row_text(row, "name"),
		.password = row_text(row, "password"),
		.must_change = row_int(row, "must_change") != 0,
		.second_step = row_int(row, "second_step") != 0,
		.disabled = strcmp(row_text(row, "state"), "active") != 0,
		.login_at = row_time(row, "login_at"),
		.organisation = row_int(row, "organisation"),
		.org_kind = row_text(row, "org_kind"),
		.org_name = row_text(row, "org_name"),
		.role = row_text(row, "role"),
	};
}

enum status account_load(struct ctx *cx, int64_t id, struct account *a)
{
	struct row *row;

	TRY(db_one(cx, &sql_account_load, ARGS({ "id", value_int(id) }), &row));
	fill(row, a);
	return ST_OK;
}

enum status account_by_login(struct ctx *cx, const char *login,
			     struct account *a)
{
	struct row *row;

	TRY(db_one(cx, &sql_account_by_login,
		   ARGS({ "login", value_text(login_normal(cx, login)) }),
		   &row));
	fill(row, a);
	return ST_OK;
}

enum status account_by_mail(struct ctx *cx, const char *mail, struct account *a)
{
	struct row *row;

	TRY(db_one(cx, &sql_account_find_by_mail,
		   ARGS({ "mail", value_text(mail) },
			{ "login", value_text(login_normal(cx, mail)) }),
		   &row));
	return account_load(cx, row_int(row, "id"), a);
}

enum status account_create(struct ctx *cx, const struct account_new *n,
			   int64_t *id)
{
	struct id public_id = id_new();

	TRY(db_exec(cx, &sql_account_insert,
		    ARGS({ "public_id", value_id(public_id) },
			 { "login", value_text(login_normal(cx, n->login)) },
			 { "mail", value_text(n->mail) },
			 { "tel", value_text(n->tel) },
			 { "name", value_text(n->name) },
			 { "second_step", value_int(n->second_step) }),
		    NULL));
	*id = db_last_id(cx);
	return audit_write(cx, "account.create", "account", public_id, "");
}

enum status account_join(struct ctx *cx, int64_t account, int64_t organisation,
			 const char *role)
{
	TRY(db_exec(cx, &sql_membership_insert,
		    ARGS({ "account", value_int(account) },
			 { "organisation", value_int(organisation) },
			 { "role", value_text(role) }),
		    NULL));
	return audit_write(
		cx, "account.join", "account", nobody,
		mem_printf(cx,
			   "{\"account\":%lld,\"org\":%lld,\"role\":\"%s\"}",
			   (long long)account, (long long)organisation, role));
}

enum status organisation_create(struct ctx *cx, const char *kind,
				const char *name, int64_t ministry, int64_t *id)
{
	struct id public_id = id_new();

	TRY(db_exec(cx, &sql_organisation_insert,
		    ARGS({ "public_id", value_id(public_id) },
			 { "kind", value_text(kind) },
			 { "name", value_text(name) },
			 { "ministry", value_int(ministry) }),
		    NULL));
	*id = db_last_id(cx);
	return audit_write(cx, "organisation.create", "organisation", public_id,
			   "");
}

static bool one_of(const char *const *list, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

bool organisation_is_inside(const char *kind)
{
	static const char *const kinds[] = { "ministry", "registrar", "itdesk",
					     "operator" };

	return one_of(kinds, COUNT(kinds), kind);
}

bool organisation_is_office(const char *kind)
{
	static const char *const kinds[] = { "municipality", "prefecture" };

	return organisation_is_inside(kind) ||
	       one_of(kinds, COUNT(kinds), kind);
}
