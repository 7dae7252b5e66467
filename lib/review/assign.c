/* assign.c - 担当: taking, taking over, giving back. */
#include "review/assign.h"

#include <string.h>

#include "base/buf.h"
#include "db/db.h"
#include "sql/review/assign.h"
#include "tokutei/flow.h"

static const struct field fields[] = {
	TEXT(struct takeover, units, .flags = F_HIDDEN | F_UNSTORED,
	     .max = ASSIGN_MOST * (ID_TEXT + 1)),
	TEXT(struct takeover, list, .flags = F_HIDDEN | F_UNSTORED, .max = 500),
	AREA(struct takeover, reason, .flags = F_REQUIRED, .max = 500),
};

const struct form takeover_form = {
	.name = "takeover",
	.row_size = sizeof(struct takeover),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* "a,b" as ["a","b"]; each once, so that as many rows must come back. */
static enum status read_ids(struct ctx *cx, const char *ids, struct buf *json,
			    size_t *n)
{
	*n = 0;
	buf_char(json, '[');
	while (*ids) {
		size_t len = strcspn(ids, ",");
		const char *one = mem_text_n(cx, ids, len);
		struct id id;

		if (!id_parse(one, &id) || *n == ASSIGN_MOST)
			return ST_BAD;
		ids += len + (ids[len] == ',');
		if (strstr(json->text, one))
			continue;
		buf_printf(json, "%s\"%s\"", *n ? "," : "", one);
		(*n)++;
	}
	buf_char(json, ']');
	return *n ? ST_OK : ST_BAD;
}

enum status assign_look(struct ctx *cx, const char *ids, struct rows *rows)
{
	struct buf json;
	size_t n;

	buf_init(&json, cx);
	TRY(read_ids(cx, ids, &json, &n));
	TRY(db_many(cx, &sql_assign_look,
		    ARGS({ "ids", value_text(json.text) }), rows));
	return rows->n == n ? ST_OK : ST_NOT_FOUND;
}

static bool is_others(const struct row *row)
{
	return row_int(row, "assignee") && !row_int(row, "mine");
}

size_t assign_others(const struct rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += is_others(rows->list[i]);
	return n;
}

/* What is written of one; to: 0 gives it back. */
static enum status hand(struct ctx *cx, const struct row *row, int64_t to,
			const char *note)
{
	int64_t was = row_int(row, "assignee"), changed;
	struct flow_step step;

	TRY(flow_begin(cx, "take", row_id(row, "id"), 0, &step));
	TRY(db_exec(cx, &sql_assign_hand,
		    ARGS({ "unit", value_int(step.unit) },
			 { "was", value_int(was) }, { "to", value_int(to) }),
		    &changed));
	if (changed == 0)
		return ST_STALE;
	if (is_others(row))
		TRY(db_exec(cx, &sql_assign_note,
			    ARGS({ "unit", value_int(step.unit) },
				 { "text", value_text(note) }),
			    NULL));
	return flow_end(cx, &step,
			mem_printf(cx, "{\"from\":%lld,\"to\":%lld}",
				   (long long)was, (long long)to));
}

/* One that has moved on meanwhile is passed over; nothing was written of it. */
static enum status hand_all(struct ctx *cx, const struct rows *rows, int64_t to,
			    const char *note, struct assigned *done)
{
	*done = (struct assigned) { 0, 0 };
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];
		enum status st;

		if (to ? row_int(row, "mine") != 0 : !row_int(row, "mine"))
			continue;
		st = hand(cx, row, to, note);
		if (st != ST_STATE)
			TRY(st);
		done->done += st == ST_OK;
		done->passed += st == ST_STATE;
	}
	return done->passed && !done->done ? ST_STATE : ST_OK;
}

enum status assign_take(struct ctx *cx, const struct rows *rows,
			const char *note, struct assigned *done)
{
	if (assign_others(rows) && *note == '\0')
		return ST_STALE;
	return hand_all(cx, rows, cx->who->account, note, done);
}

enum status assign_release(struct ctx *cx, const struct rows *rows,
			   struct assigned *done)
{
	return hand_all(cx, rows, 0, "", done);
}
