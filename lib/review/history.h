/*
 * history.h - 履歴: what was done to an application, by whom, when.
 *
 * A desk sees what its own people, the applicant and the registrar did, and of
 * other ministries that they asked, confirmed or took that back, not who. The
 * registrar sees it all.
 */
#ifndef REVIEW_HISTORY_H
#define REVIEW_HISTORY_H

#include <stdbool.h>

#include "review/desk.h"

#define HISTORY_PAGE 50

/*
 * From the audit trail, the newest first: at, act, who ("" where a desk may not
 * know), role, site, ministry (name or ""), mine (1: of this desk). views:
 * looks as well. page from 1; *more: there is another one.
 */
enum status history_list(struct ctx *cx, const struct desk_view *view,
			 bool views, int64_t page, struct rows *rows,
			 bool *more) MUST_USE;
/* The last n acts that changed something, for a page that has become stale. */
enum status history_last(struct ctx *cx, const struct desk_view *view,
			 int64_t n, struct rows *rows) MUST_USE;

/* Inquiries, the newest first: id, number, state, due_on (days), sent_at, name
 * (ministry, "" for the registrar), mine. Of other desks no id. */
enum status history_inquiries(struct ctx *cx, const struct desk_view *view,
			      struct rows *rows) MUST_USE;

/* Did the last mail to the applicant that was tried fail for good? */
enum status history_bounced(struct ctx *cx, const struct desk_view *view,
			    bool *bounced) MUST_USE;

#endif
