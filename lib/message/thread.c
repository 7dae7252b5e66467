/* thread.c - メッセージ: one thread, and when it was read. */
#include "message/thread.h"

#include <string.h>

#include "db/audit.h"
#include "db/keyset.h"
#include "sql/message/message.h"
#include "sql/message/thread.h"
#include "tokutei/attachment.h"
#include "tokutei/stored_file.h"

enum status thread_load(struct ctx *cx, struct id id, struct thread *t)
{
	struct row *row;

	TRY(db_one(cx,
		   thread_at_desk(cx) ? &sql_thread_desk_load
				      : &sql_thread_own_load,
		   ARGS({ "id", value_id(id) }), &row));
	*t = (struct thread) {
		.id = row_id(row, "id"),
		.application_id = row_id(row, "application_id"),
		.thread = row_int(row, "thread"),
		.application = row_int(row, "application"),
		.subject = row_text(row, "subject"),
		.desk = row_text(row, "desk"),
		.company = row_text(row, "company"),
		.number = row_text(row, "number"),
		.receipt = row_text(row, "receipt"),
		.closed = strcmp(row_text(row, "state"), "closed") == 0,
	};
	return ST_OK;
}

/* What is on the page, from its first to its last message. */
struct shown {
	const struct thread *t;
	int64_t first, last;
};

static enum status load_messages(struct ctx *cx, struct shown *s,
				 int64_t before, struct thread_messages *m)
{
	const struct arg thread = { "thread", value_int(s->t->thread) };

	TRY(db_many(cx, &sql_message_list,
		    ARGS(thread,
			 { "before", value_int(before ? before : INT64_MAX) },
			 { "limit", value_int(THREAD_SHOWN + 1) }),
		    &m->rows));
	m->earlier = 0;
	m->files.n = 0;
	if (m->rows.n == 0)
		return ST_OK;
	if (m->rows.n > THREAD_SHOWN) {
		m->rows.n = THREAD_SHOWN;
		m->earlier = row_int(m->rows.list[THREAD_SHOWN - 1], "message");
	}
	keyset_turn(&m->rows);
	s->first = row_int(m->rows.list[0], "message");
	s->last = row_int(m->rows.list[m->rows.n - 1], "message");
	return db_many(cx, &sql_message_files,
		       ARGS(thread, { "first", value_int(s->first) },
			    { "last", value_int(s->last) }),
		       &m->files);
}

/* A look of staff is noted whatever they see; of a business, that it read
 * something for the first time. */
static enum status mark(struct ctx *cx, void *arg)
{
	const struct shown *s = arg;
	bool desk = thread_at_desk(cx);
	int64_t read;

	TRY(db_exec(cx, &sql_message_read,
		    ARGS({ "thread", value_int(s->t->thread) },
			 { "first", value_int(s->first) },
			 { "last", value_int(s->last) },
			 { "side", value_text(desk ? "business" : "desk") }),
		    &read));
	if (read)
		TRY(db_exec(cx,
			    desk ? &sql_thread_desk_seen : &sql_thread_own_seen,
			    ARGS({ "thread", value_int(s->t->thread) }), NULL));
	if (!read && !desk)
		return ST_OK;
	return audit_write(cx, "message.view", "message_thread", s->t->id,
			   mem_printf(cx, "{\"read\":%lld}", (long long)read));
}

enum status thread_open(struct ctx *cx, struct id id, int64_t before,
			struct thread *t, struct thread_messages *m)
{
	struct shown s = { .t = t };

	TRY(thread_load(cx, id, t));
	TRY(load_messages(cx, &s, before, m));
	return db_transaction(cx, mark, &s);
}

enum status thread_close(struct ctx *cx, const struct thread *t)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_thread_desk_close,
		    ARGS({ "thread", value_int(t->thread) }), &changed));
	if (changed == 0)
		return ST_STATE;
	return audit_write(cx, "message.close", "message_thread", t->id, "");
}

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct id *file = arg;

	return audit_write(cx, "message.file", "file", *file, "");
}

enum status thread_file_open(struct ctx *cx, const char *folder, struct id file,
			     struct thread_file *f)
{
	struct thread t;
	struct row *row;

	TRY(db_one(cx, &sql_message_file_load, ARGS({ "id", value_id(file) }),
		   &row));
	*f = (struct thread_file) {
		.name = row_text(row, "name"),
		.type = attachment_type(row_text(row, "kind")),
		.image = strcmp(row_text(row, "kind"), "pdf") != 0,
		.at = row_time(row, "at"),
		.thread = row_id(row, "thread"),
		.application = row_id(row, "application"),
		.receipt = row_text(row, "receipt"),
	};
	if (id_set(f->thread))
		TRY(thread_load(cx, f->thread, &t));
	if (thread_at_desk(cx))
		TRY(db_transaction(cx, write_look, &file));
	return file_reopen(cx, folder, file, &f->fd);
}
