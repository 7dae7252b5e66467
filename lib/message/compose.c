/* compose.c - メッセージ: written, sent, announced. */
#include "message/compose.h"

#include <string.h>

#include "base/clock.h"
#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/message/compose.h"
#include "sql/message/message.h"
#include "sql/message/thread.h"
#include "tokutei/stored_file.h"

#define UNSENT_DAYS 30 /* a document that waits for its message */

#define SUBJECT                                                                \
	TEXT(struct message_new, subject, .flags = F_REQUIRED, .max = 100)
#define WORDS AREA(struct message_new, text, .flags = F_REQUIRED, .max = 4000)
#define DOCUMENT                                                               \
	TEXT(struct message_new, file,                                         \
	     .flags = F_OPTIONAL | F_UNSTORED | F_NO_SHEET, .max = 200)

static const struct field business_fields[] = {
	TEXT(struct message_new, desk, .flags = F_REQUIRED, .max = 20),
	SUBJECT,
	WORDS,
	DOCUMENT,
};

static const struct field desk_fields[] = {
	ID(struct message_new, id),
	SUBJECT,
	WORDS,
	DOCUMENT,
};

static const struct field reply_fields[] = {
	ID(struct message_new, id),
	WORDS,
	DOCUMENT,
};

const struct form message_business_form = {
	.name = "message",
	.row_size = sizeof(struct message_new),
	.fields = business_fields,
	.nfields = COUNT(business_fields),
};

const struct form message_desk_form = {
	.name = "message",
	.row_size = sizeof(struct message_new),
	.fields = desk_fields,
	.nfields = COUNT(desk_fields),
};

const struct form message_reply_form = {
	.name = "message",
	.row_size = sizeof(struct message_new),
	.fields = reply_fields,
	.nfields = COUNT(reply_fields),
};

enum status compose_open(struct ctx *cx, struct id application,
			 struct compose *c)
{
	struct row *row;
	enum status st = db_one(
		cx, thread_at_desk(cx) ? &sql_compose_desk : &sql_compose_own,
		ARGS({ "id", value_id(application) }), &row);

	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	*c = (struct compose) { .application = row_int(row, "application") };
	return ST_OK;
}

struct compose compose_reply(const struct thread *t)
{
	return (struct compose) { t->application, t->thread };
}

enum status compose_desks(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_compose_desks, NO_ARGS, rows);
}

/* --- Documents ----------------------------------------------------------- */

#define PLACE(c)                                                               \
	{ "application", value_int((c)->application) },                        \
	{                                                                      \
		"thread", value_int((c)->thread)                               \
	}

enum status compose_files(struct ctx *cx, const struct compose *c,
			  struct rows *rows)
{
	return db_many(cx, &sql_compose_files, ARGS(PLACE(c)), rows);
}

enum status compose_attach(struct ctx *cx, const char *folder,
			   const struct compose *c,
			   const struct attachment_new *file,
			   struct problems *p)
{
	struct rows there;
	const char *kind;
	int64_t number;
	struct id id;

	TRY(compose_files(cx, c, &there));
	if (there.n >= MESSAGE_FILES)
		report_arg(problem(p, "attachment.many", "file"), "max", "%d",
			   MESSAGE_FILES);
	TRY(attachment_check(file, &kind, p));
	if (p->n)
		return ST_OK;
	TRY(file_keep(cx, folder,
		      &(struct stored_file) { .fd = file->fd,
					      .name = file->name,
					      .kind = kind,
					      .keep_until = cx->now +
							    UNSENT_DAYS * DAY },
		      &number, &id));
	TRY(db_exec(cx, &sql_compose_attach,
		    ARGS(PLACE(c), { "file", value_int(number) }), NULL));
	return audit_write(cx, "message.attach", "file", id,
			   mem_printf(cx, "{\"kind\":\"%s\",\"size\":%lld}",
				      kind, (long long)file->size));
}

enum status compose_detach(struct ctx *cx, const struct compose *c,
			   struct id file)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_compose_detach,
		    ARGS(PLACE(c), { "id", value_id(file) }), &changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_write(cx, "message.detach", "file", file, "");
}

/* --- Sending ------------------------------------------------------------- */

static enum status tell_business(struct ctx *cx, int64_t thread)
{
	struct row *row;

	TRY(db_one(cx, &sql_compose_business_mail,
		   ARGS({ "thread", value_int(thread) }), &row));
	return mail_put(
		cx, &(struct mail_new) {
			    .template = "message",
			    .to = row_text(row, "mail"),
			    MAIL_DATA({ "company", row_text(row, "company") },
				      { "desk", row_text(row, "desk") }),
		    });
}

/* Whoever has the application; if nobody has it, the desk. */
static enum status tell_desk(struct ctx *cx, int64_t thread)
{
	const struct args *args = ARGS({ "thread", value_int(thread) });
	struct row *about;
	struct rows people;

	TRY(db_one(cx, &sql_compose_business_mail, args, &about));
	TRY(db_many(cx, &sql_compose_assignee_mails, args, &people));
	if (people.n == 0)
		TRY(db_many(cx, &sql_compose_desk_mails, args, &people));
	for (size_t i = 0; i < people.n; i++)
		TRY(mail_put(cx,
			     &(struct mail_new) {
				     .template = "message_desk",
				     .to = row_text(people.list[i], "mail"),
				     MAIL_DATA({ "company",
						 row_text(about, "company") }),
			     }));
	return ST_OK;
}

/* The thread waits for whoever else writes in it at this moment. before: where
 * its documents were attached. */
static enum status put(struct ctx *cx, int64_t thread, struct id id,
		       const struct compose *before, const char *text)
{
	bool desk = thread_at_desk(cx);

	TRY(db_exec(cx, desk ? &sql_thread_desk_touch : &sql_thread_own_touch,
		    ARGS({ "thread", value_int(thread) }), NULL));
	TRY(db_exec(cx, &sql_message_insert,
		    ARGS({ "thread", value_int(thread) },
			 { "side", value_text(desk ? "desk" : "business") },
			 { "text", value_text(text) }),
		    NULL));
	TRY(db_exec(cx, &sql_compose_send_files,
		    ARGS({ "application", value_int(before->application) },
			 { "before", value_int(before->thread) },
			 { "thread", value_int(thread) },
			 { "message", value_int(db_last_id(cx)) }),
		    NULL));
	TRY(desk ? tell_business(cx, thread) : tell_desk(cx, thread));
	return audit_write(cx, "message.send", "message_thread", id, "");
}

static const struct row *find_desk(const struct rows *desks, const char *code)
{
	for (size_t i = 0; i < desks->n; i++)
		if (strcmp(row_text(desks->list[i], "code"), code) == 0)
			return desks->list[i];
	return NULL;
}

static enum status begin_own(struct ctx *cx, const struct compose *c,
			     const struct message_new *m, struct id id,
			     struct problems *p)
{
	const struct row *desk;
	struct rows desks;

	TRY(compose_desks(cx, &desks));
	desk = find_desk(&desks, m->desk);
	if (!desk) {
		(void)problem(p, "message.desk", "desk");
		return ST_OK;
	}
	return db_exec(
		cx, &sql_compose_own_begin,
		ARGS({ "id", value_id(id) },
		     { "application", value_int(c->application) },
		     { "role", value_text(row_text(desk, "role")) },
		     { "ministry", value_int(row_int(desk, "ministry")) },
		     { "subject", value_text(m->subject) }),
		NULL);
}

enum status compose_begin(struct ctx *cx, const struct compose *c,
			  const struct message_new *m, struct id *thread,
			  struct problems *p)
{
	int64_t number;

	*thread = id_new();
	if (thread_at_desk(cx))
		TRY(db_exec(cx, &sql_compose_desk_begin,
			    ARGS({ "id", value_id(*thread) },
				 { "application", value_int(c->application) },
				 { "subject", value_text(m->subject) }),
			    NULL));
	else
		TRY(begin_own(cx, c, m, *thread, p));
	if (p->n)
		return ST_OK;
	number = db_last_id(cx);
	TRY(audit_write(cx, "message.begin", "message_thread", *thread, ""));
	return put(cx, number, *thread, c, m->text);
}

enum status compose_send(struct ctx *cx, const struct thread *t,
			 const char *text)
{
	const struct compose c = compose_reply(t);

	return put(cx, t->thread, t->id, &c, text);
}
