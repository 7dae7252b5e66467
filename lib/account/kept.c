/* kept.c - forms that were sent once, and texts that could not be taken yet. */
#include "account/session.h"
#include "db/db.h"
#include "sql/account/session.h"

enum status form_key_use(struct ctx *cx, struct hash owner, struct id key,
			 const struct form_sent *sent)
{
	return db_exec(cx, &sql_form_key_insert,
		       ARGS({ "key", value_id(key) },
			    { "owner", value_bytes(owner.b, sizeof(owner.b)) },
			    { "result", value_text(sent->result) },
			    { "cookie", value_text(sent->cookie) }),
		       NULL);
}

enum status form_key_find(struct ctx *cx, struct id key, struct form_sent *sent)
{
	struct row *row;

	TRY(db_one(cx, &sql_form_key_load, ARGS({ "key", value_id(key) }),
		   &row));
	*sent = (struct form_sent) {
		.result = row_text(row, "result"),
		.cookie = row_text(row, "cookie"),
		.at = row_time(row, "at"),
	};
	return ST_OK;
}

enum status kept_put(struct ctx *cx, struct hash owner, const char *place,
		     const char *input, const char *problems)
{
	return db_exec(cx, &sql_kept_put,
		       ARGS({ "owner", value_bytes(owner.b, sizeof(owner.b)) },
			    { "place", value_text(place) },
			    { "input", value_text(input) },
			    { "problems", value_text(problems) }),
		       NULL);
}

enum status kept_input(struct ctx *cx, struct hash owner, const char *place,
		       const char **input)
{
	struct row *row;
	enum status st = db_one(
		cx, &sql_kept_load,
		ARGS({ "owner", value_bytes(owner.b, sizeof(owner.b)) },
		     { "place", value_text(place) }),
		&row);

	*input = "";
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	*input = row_text(row, "input");
	return ST_OK;
}

enum status kept_drop(struct ctx *cx, struct hash owner, const char *place)
{
	return db_exec(cx, &sql_kept_drop,
		       ARGS({ "owner", value_bytes(owner.b, sizeof(owner.b)) },
			    { "place", value_text(place) }),
		       NULL);
}
