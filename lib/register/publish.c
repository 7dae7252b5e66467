/* publish.c - 登録事業者の公開: a registration is written into the register,
 * and taken off it. */
#include "register/register.h"
#include "sql/register/publish.h"
#include "text/searchkey.h"
#include "text/utf8.h"

#define KEY_MOST 400   /* letters of a name or reading that are looked at */
#define ENDING_MOST 16 /* as the column is wide; search.c knows it as well */

/* From each letter on, so that a part of the name is the beginning of one. */
static enum status put_endings(struct ctx *cx, int64_t registration,
			       const char *key)
{
	struct bulk *bulk = bulk_new(cx, &sql_register_ending_put);

	for (const char *at = key; *at; (void)utf8_next(&at))
		TRY(bulk_add(
			bulk,
			ARGS({ "registration", value_int(registration) },
			     { "ending",
			       value_text(utf8_cut(cx, at, ENDING_MOST)) })));
	return bulk_end(bulk);
}

enum status register_withdraw(struct ctx *cx, int64_t registration)
{
	TRY(db_exec(cx, &sql_register_business_drop,
		    ARGS({ "registration", value_int(registration) }), NULL));
	return db_exec(cx, &sql_register_changed, NO_ARGS, NULL);
}

enum status register_publish(struct ctx *cx, int64_t registration)
{
	const struct args *args = ARGS(
		{ "registration", value_int(registration) });
	const char *name, *kana;
	struct row *row;

	TRY(register_withdraw(cx, registration));
	TRY(db_one(cx, &sql_register_name, args, &row));
	if (!row_int(row, "active"))
		return ST_OK;
	name = utf8_cut(cx, text_key(cx, row_text(row, "name")), KEY_MOST);
	kana = utf8_cut(cx, text_key(cx, row_text(row, "kana")), KEY_MOST);
	TRY(db_exec(cx, &sql_register_business_put,
		    ARGS({ "registration", value_int(registration) },
			 { "search_key",
			   value_text(mem_printf(cx, "%s\n%s", name, kana)) }),
		    NULL));
	TRY(db_exec(cx, &sql_register_office_put, args, NULL));
	TRY(db_exec(cx, &sql_register_cell_put, args, NULL));
	TRY(put_endings(cx, registration, name));
	return put_endings(cx, registration, kana);
}
