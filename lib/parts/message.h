/* message.h - parts of the pages of メッセージ, alike on both sites. */
#ifndef PARTS_MESSAGE_H
#define PARTS_MESSAGE_H

#include "message/compose.h"
#include "web/screen.h"

/* One page of threads under List.rows, each with its url, and View.next; list:
 * the address of the list with its filters. */
enum status part_threads(struct req *rq, const struct thread_filter *f,
			 const char *list) MUST_USE;

/* What was written under View.messages, with documents, and View.earlier; here:
 * the address of the thread. */
void part_messages(struct req *rq, const struct thread_messages *m,
		   const char *here);

/* Documents that wait for the message, under View.files; and what has just
 * been done with them, as a notice. */
enum status part_waiting(struct req *rq, const struct compose *c) MUST_USE;

/* The way to the messages, for the first page of a business: View.messages.url
 * (only for those who may), unread. */
enum status part_messages_home(struct req *rq) MUST_USE;
/* The same for the first page of a desk, as the n-th of View.cards. */
enum status part_messages_card(struct req *rq, size_t n) MUST_USE;

/* The buttons that every form of messages has; here: the page that it is on.
 * attach: what was typed stays. */
enum status part_attach(struct req *rq, const struct compose *c,
			const char *here) MUST_USE;
enum status part_detach(struct req *rq, const struct compose *c,
			const char *here) MUST_USE;
/* What was typed, for sending, with a document that was chosen and not attached
 * yet. again: the document was taken, the rest was not; the page is shown once
 * more, and that is the answer. */
enum status part_message(struct req *rq, const struct compose *c,
			 struct message_new *m, const char *here,
			 bool *again) MUST_USE;

#endif
