/* outbox.c - a mail that is to go out, written with the act it tells of. */
#include "mail/outbox.h"

#include <jansson.h>
#include <string.h>

#include "base/buf.h"
#include "db/db.h"
#include "mail/message.h"
#include "sql/mail/outbox.h"

/* security AU-25 */
#define MOST_AN_HOUR 3
#define MOST_A_DAY 10

static void forget(void *json)
{
	json_decref(json);
}

static int append(const char *text, size_t n, void *to)
{
	buf_add_n(to, text, n);
	return 0;
}

static const char *to_json(struct ctx *cx, const struct mail_new *m)
{
	json_t *json = json_object();
	struct buf text;

	if (!json)
		BUG("json_object: out of memory");
	mem_at_end(cx, forget, json);
	for (size_t i = 0; i < m->ndata; i++) {
		const struct mail_text *t = &m->data[i];

		if (t->name[strspn(t->name, "abcdefghijklmnopqrstuvwxyz_")])
			BUG("mail %s: the name %s", m->template, t->name);
		if (json_object_set_new(json, t->name, json_string(t->value)))
			BUG("mail %s: %s is not UTF-8", m->template, t->name);
	}
	buf_init(&text, cx);
	if (json_dump_callback(json, append, &text, JSON_COMPACT))
		BUG("json_dump_callback");
	return text.text;
}

enum status mail_put(struct ctx *cx, const struct mail_new *m)
{
	if (!message_address(m->to))
		return ST_INVALID;
	return db_exec(cx, &sql_outbox_insert,
		       ARGS({ "public_id", value_id(id_new()) },
			    { "template", value_text(m->template) },
			    { "recipient", value_text(m->to) },
			    { "data", value_text(to_json(cx, m)) },
			    { "link", value_int(m->link) },
			    { "passcode", value_int(m->passcode) }),
		       NULL);
}

enum status mail_may(struct ctx *cx, const char *to, const char *templates,
		     bool *may)
{
	struct row *row;

	TRY(db_one(cx, &sql_outbox_recent,
		   ARGS({ "recipient", value_text(to) },
			{ "templates", value_text(templates) }),
		   &row));
	*may = row_int(row, "hour") < MOST_AN_HOUR &&
	       row_int(row, "day") < MOST_A_DAY;
	return ST_OK;
}
