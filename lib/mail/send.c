/* send.c - the other end of the outbox: one mail after the other goes out. */
#include "mail/send.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "db/db.h"
#include "mail/message.h"
#include "mail/smtp.h"
#include "sql/mail/sending.h"

/* A sender that has not noted an outcome after that long is dead: longer than
 * the limits of smtp.c. */
#define LEASE (3 * MINUTE)
/* Until a relay that was away is asked again. */
#define AWAY_PAUSE (2 * SECOND)

static const int64_t back_off[] = { 1 * MINUTE, 5 * MINUTE, 30 * MINUTE,
				    2 * HOUR, 6 * HOUR };

struct mail_sender {
	const struct mail_relay *relay;
	mail_compose *compose;
	void *arg;
	struct smtp *smtp;
	int64_t away_until; /* monotonic; 0: the relay answers */
};

/* One mail on its way. */
struct errand {
	struct mail_sender *sender;
	struct ctx *cx; /* where results are kept */
	struct mail_job job;
	int64_t number; /* of the row in mail_attempt */
	const char *text;
	const char *outcome, *state;
	char reply[40];
};

struct mail_sender *mail_sender_new(struct ctx *cx,
				    const struct mail_relay *relay,
				    mail_compose *compose, void *arg)
{
	struct mail_sender *s = mem_zero(cx, sizeof(*s));

	s->relay = relay;
	s->compose = compose;
	s->arg = arg;
	s->smtp = smtp_new(cx, relay);
	return s;
}

int64_t mail_back_off(int64_t tries)
{
	if (tries < 1 || tries > (int64_t)COUNT(back_off))
		return 0;
	return back_off[tries - 1];
}

/* In a transaction: ST_NOT_FOUND if nothing is due. */
static enum status take(struct ctx *cx, void *arg)
{
	struct errand *e = arg;
	struct row *row;

	TRY(db_one(cx, &sql_sending_next, NO_ARGS, &row));
	e->job = (struct mail_job) {
		.id = row_int(row, "id"),
		.public_id = row_id(row, "public_id"),
		.template = mem_text(e->cx, row_text(row, "template")),
		.to = mem_text(e->cx, row_text(row, "recipient")),
		.data = mem_text(e->cx, row_text(row, "data")),
		.link = row_int(row, "link"),
		.passcode = row_int(row, "passcode"),
		.tries = row_int(row, "tries") + 1,
	};
	e->number = row_int(row, "attempts") + 1;
	TRY(db_exec(cx, &sql_sending_take,
		    ARGS({ "id", value_int(e->job.id) },
			 { "again_at", value_time(cx->now + LEASE) }),
		    NULL));
	return db_exec(cx, &sql_attempt_begin,
		       ARGS({ "id", value_int(e->job.id) },
			    { "number", value_int(e->number) }),
		       NULL);
}

static enum status compose(struct ctx *cx, void *arg)
{
	struct errand *e = arg;
	const char *text;

	TRY(e->sender->compose(cx, e->sender->arg, &e->job, &text));
	e->text = mem_text(e->cx, text);
	return ST_OK;
}

/* Subject and body of the text; both are copies or point into it. */
static enum status write_message(struct ctx *cx, const struct errand *e,
				 struct buf *to)
{
	const struct mail_relay *r = e->sender->relay;
	size_t n = strcspn(e->text, "\n");
	const char *body = e->text + n;
	const char *host = strchr(r->from, '@');

	return message_write(
		&(struct message) {
			.from_name = r->from_name,
			.from = r->from,
			.to = e->job.to,
			.subject = mem_text_n(cx, e->text, n),
			.date = cx->now,
			.id = mem_printf(cx, "%s%s",
					 id_text(cx, e->job.public_id),
					 host ? host : ""),
			.body = body + strspn(body, "\n"),
		},
		to);
}

static void set(struct errand *e, const char *outcome, const char *reply)
{
	e->outcome = outcome;
	(void)memccpy(e->reply, reply, '\0', sizeof(e->reply) - 1);
}

static void hand_over(struct ctx *cx, struct errand *e)
{
	struct mail_sender *s = e->sender;
	struct buf message;
	char reply[40];

	buf_init(&message, cx);
	if (write_message(cx, e, &message) != ST_OK) {
		set(e, "refused", "message");
		return;
	}
	s->away_until = 0;
	switch (smtp_send(s->smtp, e->job.to, &message, reply)) {
	case SMTP_SENT:
		set(e, "sent", reply);
		return;
	case SMTP_REFUSED:
		set(e, "refused", reply);
		return;
	case SMTP_AWAY:
		s->away_until = clock_monotonic_us() + AWAY_PAUSE;
		smtp_rest(s->smtp);
		/* fall through */
	case SMTP_LATER:
		set(e, "later", reply);
		return;
	}
}

/* What becomes of the mail. */
static const char *state_of(const struct errand *e)
{
	if (strcmp(e->outcome, "later") == 0)
		return mail_back_off(e->job.tries) ? "queued" : "failed";
	if (strcmp(e->outcome, "refused") == 0)
		return "failed";
	return e->outcome; /* sent, dropped */
}

static enum status note(struct ctx *cx, void *arg)
{
	struct errand *e = arg;
	int64_t wait = mail_back_off(e->job.tries);

	TRY(db_exec(cx, &sql_attempt_end,
		    ARGS({ "id", value_int(e->job.id) },
			 { "number", value_int(e->number) },
			 { "outcome", value_text(e->outcome) },
			 { "reply", value_text(e->reply) }),
		    NULL));
	return db_exec(cx, &sql_sending_note,
		       ARGS({ "id", value_int(e->job.id) },
			    { "tries", value_int(e->job.tries) },
			    { "state", value_text(e->state) },
			    { "next_at", value_time(cx->now + wait) }),
		       NULL);
}

static enum status run(struct ctx *cx, struct errand *e)
{
	int64_t began = clock_monotonic_us();
	enum status st = db_transaction(cx, compose, e);

	if (st == ST_DB)
		return st;
	if (st == ST_STATE)
		set(e, "dropped", "");
	else if (st != ST_OK)
		set(e, "later", status_name(st));
	else
		hand_over(cx, e);
	e->state = state_of(e);
	log_event("mail", LOG_TEXT("id", id_text(cx, e->job.public_id)),
		  LOG_TEXT("template", e->job.template),
		  LOG_INT("try", e->job.tries), LOG_TEXT("outcome", e->outcome),
		  LOG_TEXT("reply", e->reply), LOG_TEXT("state", e->state),
		  LOG_INT("ms", (clock_monotonic_us() - began) / 1000));
	return db_transaction(cx, note, e);
}

enum status mail_send_next(struct ctx *cx, struct mail_sender *s, bool *none)
{
	struct errand e = { .sender = s, .cx = cx };
	enum status st;

	*none = true;
	if (s->away_until && clock_monotonic_us() < s->away_until)
		return ST_OK;
	st = db_transaction(cx, take, &e);
	if (st == ST_NOT_FOUND) {
		smtp_rest(s->smtp);
		return ST_OK;
	}
	TRY(st);
	*none = false;
	return run(cx, &e);
}
