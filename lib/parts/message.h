/* message.h - parts of the pages of メッセージ, alike on both sites. */
#ifndef PARTS_MESSAGE_H
#define PARTS_MESSAGE_H

#include "message/compose.h"
#include "web/screen.h"

/* One page of threads under List.rows, each with its url, and View.next; list:
 * the address of the list with its filters. */
enum status part_threads(struct req *rq, const struct thread_filter *f,
			 const char *list) MUST_USE;

/* The page of one thread: View.subject, closed; what was written under
 * View.messages, with documents, and View.earlier; the form for an answer, and
 * what was done a moment ago. It is read by that. */
enum status part_thread(struct req *rq, struct thread *t) MUST_USE;
/* Its buttons: one more message, a document for it, without that again. */
enum status part_thread_send(struct req *rq) MUST_USE;
enum status part_thread_attach(struct req *rq) MUST_USE;
enum status part_thread_detach(struct req *rq) MUST_USE;

/* Documents that wait for the message, under View.files; and what has just
 * been done with them, as a notice. */
enum status part_waiting(struct req *rq, const struct compose *c) MUST_USE;

/* The way to the messages, for the first page of a business: View.messages.url
 * (only for those who may), unread. */
enum status part_messages_home(struct req *rq) MUST_USE;
/* The same for the first page of a desk, as the n-th of View.cards. */
enum status part_messages_card(struct req *rq, size_t n) MUST_USE;

/* The buttons of a form for a new thread; here: the page that it is on. begin:
 * sends what was typed, with a document that was chosen and not attached yet;
 * was only the rest wrong, the document is taken. attach: what was typed stays.
 */
enum status part_begin(struct req *rq, const struct compose *c,
		       const char *here) MUST_USE;
enum status part_attach(struct req *rq, const struct compose *c,
			const char *here) MUST_USE;
enum status part_detach(struct req *rq, const struct compose *c,
			const char *here) MUST_USE;

#endif
