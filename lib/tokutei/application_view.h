/* application_view.h - one's own application to be read: the version that was
 * sent last, or the draft as long as none was. */
#ifndef TOKUTEI_APPLICATION_VIEW_H
#define TOKUTEI_APPLICATION_VIEW_H

#include "base/ctx.h"
#include "db/db.h"
#include "tokutei/applicant.h"
#include "tokutei/office.h"

struct application_view {
	struct id id;
	int64_t version, number; /* internal; 1, 2, 3 … */
	const char *kind; /* first: 登録申請, change: 変更届出, renewal: 更新 */
	const char *state;
	const char *receipt; /* "" before sending */
	const char *mail;    /* the first address: the login id */
	bool known;	     /* that login id has a password already */
	int64_t sent_at, changed_at;
	int64_t offices, persons;
	int64_t last_office; /* no number of an office is above it */
	struct applicant *applicant;
};

/* ST_NOT_FOUND: whoever asks has no application. */
enum status application_open(struct ctx *cx,
			     struct application_view *view) MUST_USE;

#define VIEW_PAGE 50
/* The number of a page as it stands in an address; 1 if it is none. */
int64_t view_page(const char *text);

/* Per 事業の種類: label, offices, own, external, persons. */
enum status application_totals(struct ctx *cx,
			       const struct application_view *view,
			       struct rows *rows) MUST_USE;
/* Offices by number, page from 1: id, number, name, place, types, persons,
 * secured (1, 0). */
enum status application_offices(struct ctx *cx,
				const struct application_view *view,
				int64_t page, struct rows *rows) MUST_USE;
/* One of them with all that is below it. ST_NOT_FOUND: not in this version. */
enum status application_office(struct ctx *cx,
			       const struct application_view *view,
			       struct id id, struct office *office) MUST_USE;
/* What is done at an office of a version of one's own: fills o->business by
 * o->number. */
enum status application_businesses(struct ctx *cx, int64_t version,
				   struct office *o) MUST_USE;

#endif
