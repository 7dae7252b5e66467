/* compose.h - メッセージ: what is being written, and sent. */
#ifndef MESSAGE_COMPOSE_H
#define MESSAGE_COMPOSE_H

#include "form/form.h"
#include "message/thread.h"
#include "tokutei/attachment.h"

#define MESSAGE_FILES 10 /* documents of one message */

/* One struct for three forms: a business begins with a desk, a desk begins with
 * a business, either goes on. */
struct message_new {
	struct id id;	  /* desk: the application; a reply: the thread */
	const char *desk; /* code of a ministry, or "registrar" */
	const char *subject, *text;
	const char *file; /* comes beside it */
};

extern const struct form message_business_form, message_desk_form,
	message_reply_form;

/* Where something is being written. */
struct compose {
	int64_t application; /* internal; that was registered */
	int64_t thread;	     /* internal; 0: it is not begun yet */
};

/*
 * A new thread: of a business its own (application is not looked at), of a desk
 * with the business of that application, which may be one of its notices.
 * ST_STATE: it is not registered; who has no desk in it has asked before.
 */
enum status compose_open(struct ctx *cx, struct id application,
			 struct compose *c) MUST_USE;
/* The next message of a thread. */
struct compose compose_reply(const struct thread *t);

/* Whom a business may write to: code, name ("" for the registrar). Nobody, if
 * it is not registered. */
enum status compose_desks(struct ctx *cx, struct rows *rows) MUST_USE;

/* Documents that wait for the message of whoever asks: id, name, size. */
enum status compose_files(struct ctx *cx, const struct compose *c,
			  struct rows *rows) MUST_USE;
/* Keeps a copy in the folder (setting Path.Data). What is wrong with it is
 * collected in p; then it is not kept. */
enum status compose_attach(struct ctx *cx, const char *folder,
			   const struct compose *c,
			   const struct attachment_new *file,
			   struct problems *p) MUST_USE;
enum status compose_detach(struct ctx *cx, const struct compose *c,
			   struct id file) MUST_USE;

/*
 * Sends it with the documents that wait, and a mail to the other side that
 * tells of it without a word of what it says. begin: thread is its new id; a
 * desk that the business may not write to is told in p.
 */
enum status compose_begin(struct ctx *cx, const struct compose *c,
			  const struct message_new *m, struct id *thread,
			  struct problems *p) MUST_USE;
enum status compose_send(struct ctx *cx, const struct thread *t,
			 const char *text) MUST_USE;

#endif
