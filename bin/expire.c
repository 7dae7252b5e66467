/* expire.c - removes what may not be kept any longer (worker). */
#include "expire.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "db/audit.h"
#include "db/db.h"
#include "sql/worker/expire.h"

/* At a time, so that no transaction is long. Also the LIMIT of the
 * statements. */
#define BATCH 500

/* Plain rows: the statement removes those that are older. In this order,
 * because of what points at what. */
static const struct rule {
	const char *name;
	const struct query *remove;
	int64_t age;
	bool audited;
} rules[] = {
	{ "session", &sql_expire_session, 7 * DAY, false },
	{ "ended_session", &sql_expire_ended_session, 7 * DAY, false },
	{ "form_key", &sql_expire_form_key, 2 * DAY, false },
	{ "kept_form", &sql_expire_kept_form, 1 * DAY, false },
	{ "passcode", &sql_expire_passcode, 7 * DAY, false },
	{ "passcode_failure", &sql_expire_passcode_failure, 7 * DAY, false },
	{ "link_token", &sql_expire_link_token, 7 * DAY, false },
	{ "link", &sql_expire_link, 7 * DAY, false },
	{ "mail_attempt", &sql_expire_mail_attempt, 90 * DAY, false },
	{ "outbox", &sql_expire_outbox, 90 * DAY, true },
};

static enum status tell(struct ctx *cx, const char *name, int64_t rows)
{
	return audit_write(cx, mem_printf(cx, "expire.%s", name), "",
			   (struct id) { { 0 } },
			   mem_printf(cx, "{\"rows\":%lld}", (long long)rows));
}

struct removal {
	const struct rule *rule;
	int64_t rows;
};

static enum status remove_some(struct ctx *cx, void *arg)
{
	struct removal *r = arg;

	TRY(db_exec(cx, r->rule->remove,
		    ARGS({ "before", value_time(cx->now - r->rule->age) }),
		    &r->rows));
	if (r->rows > 0 && r->rule->audited)
		return tell(cx, r->rule->name, r->rows);
	return ST_OK;
}

static enum status remove_all(struct ctx *cx, const struct rule *rule,
			      int64_t *removed)
{
	struct removal r = { .rule = rule };
	int64_t sum = 0;

	do {
		TRY(db_transaction(cx, remove_some, &r));
		sum += r.rows;
	} while (r.rows >= BATCH);
	if (sum > 0)
		log_event("expire", LOG_TEXT("what", rule->name),
			  LOG_INT("rows", sum));
	*removed += sum;
	return ST_OK;
}

/* --- Drafts -------------------------------------------------------------- */

/* From the outside in: what points at a row goes before it. Files get their
 * last day here, and go with the files. */
static const struct query *const draft_parts[] = {
	&sql_expire_draft_upload_files, &sql_expire_draft_attachment_files,
	&sql_expire_draft_attachments,	&sql_expire_draft_uploads,
	&sql_expire_draft_questions,	&sql_expire_draft_offices,
	&sql_expire_draft_applicants,	&sql_expire_draft_versions,
	&sql_expire_draft_sessions,	&sql_expire_draft_tokens,
	&sql_expire_draft_links,
};

struct draft {
	int64_t id;
	struct id public_id;
};

static enum status remove_draft(struct ctx *cx, void *arg)
{
	const struct draft *d = arg;
	const struct args *args = ARGS({ "application", value_int(d->id) });
	int64_t changed;

	/* It may have been sent, or written in, this moment. */
	TRY(db_exec(cx, &sql_expire_draft_lock, args, &changed));
	if (changed == 0)
		return ST_OK;
	for (size_t i = 0; i < COUNT(draft_parts); i++)
		TRY(db_exec(cx, draft_parts[i], args, NULL));
	TRY(db_exec(cx, &sql_expire_draft, args, NULL));
	return audit_write(cx, "expire.draft", "application", d->public_id,
			   "{}");
}

static enum status remove_drafts(struct ctx *cx, int64_t *removed)
{
	struct rows rows;

	TRY(db_many(cx, &sql_expire_draft_list,
		    ARGS({ "before", value_time(cx->now - 90 * DAY) },
			 { "empty_before", value_time(cx->now - 8 * DAY) }),
		    &rows));
	for (size_t i = 0; i < rows.n; i++) {
		struct draft d = { row_int(rows.list[i], "id"),
				   row_id(rows.list[i], "public_id") };

		TRY(db_transaction(cx, remove_draft, &d));
	}
	if (rows.n > 0)
		log_event("expire", LOG_TEXT("what", "draft"),
			  LOG_INT("rows", (int64_t)rows.n));
	*removed += (int64_t)rows.n;
	return ST_OK;
}

/* --- Files --------------------------------------------------------------- */

struct file {
	int64_t id;
	struct id public_id;
};

static enum status remove_file(struct ctx *cx, void *arg)
{
	const struct file *f = arg;
	const struct args *args = ARGS({ "id", value_int(f->id) });

	TRY(db_exec(cx, &sql_expire_file_uploads, args, NULL));
	TRY(db_exec(cx, &sql_expire_file_attachments, args, NULL));
	TRY(db_exec(cx, &sql_expire_file_messages, args, NULL));
	TRY(db_exec(cx, &sql_expire_file, args, NULL));
	return audit_write(cx, "expire.file", "file", f->public_id, "{}");
}

/* The bytes first: should we be interrupted, the row still says that there is
 * something to do. */
static enum status remove_files(struct ctx *cx, const char *folder,
				int64_t *removed)
{
	struct rows rows;

	TRY(db_many(cx, &sql_expire_file_list, NO_ARGS, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		struct file f = { row_int(rows.list[i], "id"),
				  row_id(rows.list[i], "public_id") };
		const char *path = mem_printf(cx, "%s/%s", folder,
					      id_text(cx, f.public_id));

		if (unlink(path) && errno != ENOENT)
			return fail(ST_IO, "%s: %s", path, strerror(errno));
		TRY(db_transaction(cx, remove_file, &f));
	}
	if (rows.n > 0)
		log_event("expire", LOG_TEXT("what", "file"),
			  LOG_INT("rows", (int64_t)rows.n));
	*removed += (int64_t)rows.n;
	return ST_OK;
}

enum status expire_all(struct ctx *cx, const char *files, int64_t *removed)
{
	for (size_t i = 0; i < COUNT(rules); i++)
		TRY(remove_all(cx, &rules[i], removed));
	TRY(remove_drafts(cx, removed));
	return remove_files(cx, files, removed);
}
