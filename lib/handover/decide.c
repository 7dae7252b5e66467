/* decide.c - 引き継ぎの申し出: a desk looks at it, approves or declines. */
#include "handover/takeover.h"

#include <string.h>

#include "base/clock.h"
#include "db/audit.h"
#include "handover/handover.h"
#include "mail/outbox.h"
#include "sql/handover/takeover.h"
#include "tokutei/stored_file.h"

#define PROOF_DAYS 365 /* that it is kept after the decision */

static const char *const reasons[] = { "proof", "person", "again", "other",
				       NULL };

static const struct field fields[] = {
	ID(struct decision, id),
	REVISION(struct decision, revision),
	RADIO(struct decision, why, .flags = F_OPTIONAL, .choices = reasons),
	AREA(struct decision, note, .flags = F_OPTIONAL, .max = 2000),
};

const struct form decision_form = {
	.name = "decision",
	.row_size = sizeof(struct decision),
	.fields = fields,
	.nfields = COUNT(fields),
};

enum status takeover_open_ones(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_takeover_open_ones, NO_ARGS, rows);
}

enum status takeover_decided_ones(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_takeover_decided_ones, NO_ARGS, rows);
}

static enum status note(struct ctx *cx, const char *act, const struct row *row)
{
	TRY(audit_write(cx, act, "takeover", row_id(row, "id"), ""));
	if (row_int(row, "application") == 0)
		return ST_OK;
	return audit_write(cx, act, "application",
			   row_id(row, "application_id"), "");
}

static enum status note_look(struct ctx *cx, void *row)
{
	return note(cx, "takeover.view", row);
}

static enum status find(struct ctx *cx, struct id id, struct row **row)
{
	return db_one(cx, &sql_takeover_load, ARGS({ "id", value_id(id) }),
		      row);
}

enum status takeover_load(struct ctx *cx, struct id id, struct row **row)
{
	TRY(find(cx, id, row));
	return db_transaction(cx, note_look, *row);
}

enum status takeover_proof(struct ctx *cx, const char *folder, struct id id,
			   struct attachment_file *file)
{
	struct row *row;

	TRY(takeover_load(cx, id, &row));
	if (*row_text(row, "file_name") == '\0')
		return ST_NOT_FOUND;
	file->name = row_text(row, "file_name");
	file->type = attachment_type(row_text(row, "file_kind"));
	return file_reopen(cx, folder, row_id(row, "file_id"), &file->fd);
}

static enum status set_state(struct ctx *cx, const struct decision *d,
			     const struct row *row, const char *state)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_takeover_decide,
		    ARGS({ "id", value_int(row_int(row, "number_of_ours")) },
			 { "revision", value_int(d->revision) },
			 { "state", value_text(state) },
			 { "why", value_text(d->why) },
			 { "note", value_text(d->note) }),
		    &changed));
	if (changed != 1)
		return ST_STALE;
	return db_exec(
		cx, &sql_takeover_keep_proof,
		ARGS({ "id", value_int(row_int(row, "number_of_ours")) },
		     { "until", value_time(cx->now + PROOF_DAYS * DAY) }),
		NULL);
}

/* What the number is of, and that nobody has taken it over by this yet. */
static bool may_approve(const struct row *row)
{
	return row_int(row, "organisation") != 0 &&
	       strcmp(row_text(row, "state"), "declined") != 0 &&
	       strcmp(row_text(row, "handover"), "done") != 0;
}

enum status takeover_approve(struct ctx *cx, const struct decision *d)
{
	struct row *row;

	TRY(find(cx, d->id, &row));
	if (!may_approve(row))
		return ST_STATE;
	TRY(set_state(cx, d, row, "approved"));
	TRY(handover_start(cx,
			   &(struct handover_new) {
				   .organisation = row_int(row, "organisation"),
				   .takeover = row_int(row, "number_of_ours"),
				   .name = row_text(row, "name"),
				   .mail = row_text(row, "mail"),
				   .tel = row_text(row, "tel"),
				   .company = row_text(row, "registered"),
			   }));
	return note(cx, "takeover.approve", row);
}

enum status takeover_decline(struct ctx *cx, const struct decision *d)
{
	struct row *row;

	TRY(find(cx, d->id, &row));
	if (strcmp(row_text(row, "state"), "open") != 0)
		return ST_STATE;
	TRY(set_state(cx, d, row, "declined"));
	TRY(note(cx, "takeover.decline", row));
	return mail_put(cx, &(struct mail_new) {
				    .template = "takeover_declined",
				    .to = row_text(row, "mail"),
				    MAIL_DATA({ "why", d->why }),
			    });
}
