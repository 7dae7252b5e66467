/* transfer.c - 所管替え as an administrator plans it. */
#include "transfer/transfer.h"

#include <string.h>

#include "base/buf.h"
#include "db/audit.h"
#include "sql/master/ministry.h"
#include "sql/transfer/transfer.h"
#include "text/jdate.h"

static const char *const whats[] = { "move", "end", "keep", NULL };

static bool moves(const void *row)
{
	return strcmp(((const struct transfer *)row)->what, "move") == 0;
}

static bool has_day(const void *row)
{
	return strcmp(((const struct transfer *)row)->what, "keep") != 0;
}

static const struct field fields[] = {
	TEXT(struct transfer, from, .flags = F_HIDDEN, .max = 12),
	TEXT(struct transfer, codes, .flags = F_HIDDEN, .max = TRANSFER_CODES),
	RADIO(struct transfer, what, .flags = F_REQUIRED, .choices = whats),
	CHOICE(struct transfer, to, .flags = F_REQUIRED, .when = moves,
	       .options = &sql_ministry_options),
	DATE(struct transfer, day, .flags = F_REQUIRED, .when = has_day),
};

const struct form transfer_form = {
	.name = "transfer",
	.row_size = sizeof(struct transfer),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* "a,b" as ["a","b"]: letters, digits and hyphens; anything else is none of
 * the types. */
static const char *codes_json(struct ctx *cx, const char *codes)
{
	struct buf json;

	buf_init(&json, cx);
	buf_char(&json, '[');
	while (*codes) {
		size_t n = strcspn(codes, ",");

		if (n > 0 && strspn(codes, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
					   "0123456789-") == n)
			buf_printf(&json, "%s\"%.*s\"", json.n > 1 ? "," : "",
				   (int)n, codes);
		codes += n + (codes[n] == ',');
	}
	buf_char(&json, ']');
	return json.text;
}

static enum status ministry_id(struct ctx *cx, const char *code, int64_t *id)
{
	struct row *row;

	TRY(db_one(cx, &sql_ministry_by_code,
		   ARGS({ "code", value_text(code) }), &row));
	*id = row_int(row, "id");
	return ST_OK;
}

enum status transfer_ministries(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_transfer_ministries, NO_ARGS, rows);
}

enum status transfer_types(struct ctx *cx, const char *from, const char *codes,
			   struct rows *rows)
{
	int64_t ministry;

	TRY(ministry_id(cx, from, &ministry));
	return db_many(cx, &sql_transfer_types,
		       ARGS({ "ministry", value_int(ministry) },
			    { "codes", value_text(codes_json(cx, codes)) }),
		       rows);
}

enum status transfer_list(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_transfer_list, NO_ARGS, rows);
}

enum status transfer_reach(struct ctx *cx, const char *from, const char *codes,
			   struct transfer_reach *reach)
{
	int64_t ministry;
	struct row *row;

	TRY(ministry_id(cx, from, &ministry));
	TRY(db_one(cx, &sql_transfer_units,
		   ARGS({ "ministry", value_int(ministry) },
			{ "codes", value_text(codes_json(cx, codes)) }),
		   &row));
	reach->open = row_int(row, "open");
	reach->closed = row_int(row, "closed");
	return ST_OK;
}

static enum status note(struct ctx *cx, const char *act, struct id id,
			const struct transfer *t)
{
	return audit_write(cx, act, "type_transfer", id,
			   mem_printf(cx,
				      "{\"from\":\"%s\",\"to\":\"%s\","
				      "\"day\":%lld,\"codes\":%s}",
				      t->from, t->to, (long long)t->day,
				      codes_json(cx, t->codes)));
}

/* Changed nothing: none of them is of that ministry, or all go already. */
static enum status move(struct ctx *cx, const struct transfer *t,
			struct problems *p)
{
	struct id id = id_new();
	int64_t from, to, n;

	TRY(ministry_id(cx, t->from, &from));
	TRY(ministry_id(cx, t->to, &to));
	TRY(db_exec(cx, &sql_transfer_put,
		    ARGS({ "id", value_id(id) }, { "from", value_int(from) },
			 { "to", value_int(to) },
			 { "day",
			   value_text(date_iso(cx, date_from_days(t->day))) }),
		    NULL));
	TRY(db_exec(cx, &sql_transfer_put_types,
		    ARGS({ "transfer", value_int(db_last_id(cx)) },
			 { "codes", value_text(codes_json(cx, t->codes)) },
			 { "from", value_int(from) }),
		    &n));
	if (n == 0) {
		(void)problem(p, "transfer.types", "what");
		return ST_OK;
	}
	return note(cx, "type_transfer.plan", id, t);
}

static enum status end(struct ctx *cx, const struct transfer *t,
		       struct problems *p)
{
	const char *day = has_day(t) ? date_iso(cx, date_from_days(t->day))
				     : "";
	int64_t n;

	TRY(db_exec(cx, &sql_transfer_end_types,
		    ARGS({ "codes", value_text(codes_json(cx, t->codes)) },
			 { "day", value_text(day) }),
		    &n));
	if (n == 0) {
		(void)problem(p, "transfer.same_end", "day");
		return ST_OK;
	}
	for (int64_t level = 2; level > 0; level--)
		TRY(db_exec(cx, &sql_transfer_end_stems,
			    ARGS({ "level", value_int(level) }), NULL));
	return note(cx, "type_transfer.end", (struct id) { { 0 } }, t);
}

enum status transfer_make(struct ctx *cx, const struct transfer *t,
			  struct problems *p)
{
	struct date today = jtime_from_us(cx->now).date;

	if (moves(t) && strcmp(t->from, t->to) == 0)
		(void)problem(p, "transfer.same", "to");
	if (has_day(t) && date_compare(date_from_days(t->day), today) < 0)
		(void)problem(p, "transfer.over", "day");
	if (p->n)
		return ST_OK;
	return moves(t) ? move(cx, t, p) : end(cx, t, p);
}

enum status transfer_cancel(struct ctx *cx, struct id id)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_transfer_cancel, ARGS({ "id", value_id(id) }),
		    &changed));
	if (changed == 0)
		return ST_STATE;
	return audit_write(cx, "type_transfer.cancel", "type_transfer", id, "");
}
