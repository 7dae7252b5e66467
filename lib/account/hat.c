/* hat.c - the organisations for which one person acts, one at a time. */
#include "account/hat.h"

#include <string.h>

#include "account/account.h"
#include "account/login.h"
#include "account/session.h"
#include "db/audit.h"
#include "sql/account/hat.h"

enum status hat_list(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_hat_list, NO_ARGS, rows);
}

static enum status note(struct ctx *cx, const struct row *hat)
{
	return audit_write(cx, "hat.wear", "organisation", row_id(hat, "id"),
			   mem_printf(cx, "{\"org\":%lld,\"role\":\"%s\"}",
				      (long long)row_int(hat, "organisation"),
				      row_text(hat, "role")));
}

enum status hat_wear(struct ctx *cx, const struct hat_wish *w,
		     const char **cookie, const char **role)
{
	struct row *hat;

	TRY(db_one(cx, &sql_hat_find,
		   ARGS({ "id", value_id(w->organisation) },
			{ "role", value_text(w->role) }),
		   &hat));
	/* What belongs to the one site is nothing on the other. */
	if (organisation_is_inside(row_text(hat, "kind")) !=
	    (strcmp(w->from.site, "intranet") == 0))
		return ST_NOT_FOUND;
	*role = row_text(hat, "role");
	TRY(login_end(cx, "ended"));
	TRY(session_open(cx,
			 &(struct session_new) {
				 .site = w->from.site,
				 .stage = "full",
				 .role = *role,
				 .account = cx->who->account,
				 .organisation = row_int(hat, "organisation"),
				 .device = w->from.device,
				 .ip = w->from.ip,
				 .ends_at = w->ends_at,
			 },
			 cookie));
	return note(cx, hat);
}
