/*
 * desk.h - 審査画面: an application as it lies on one's desk.
 *
 * A reviewer sees the applicant, and of the offices those that belong to the
 * ministry, with its own businesses alone; the registrar sees everything, once
 * all ministries have confirmed (spec tokutei §5). The statements ask for that
 * themselves: :my_role and :my_ministry. What is not on one's desk is not
 * there: ST_NOT_FOUND.
 */
#ifndef REVIEW_DESK_H
#define REVIEW_DESK_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"
#include "tokutei/applicant.h"
#include "tokutei/office.h"

/* The application and one's own unit of it. Times in microseconds, 0: not yet;
 * texts "" likewise; internal numbers 0. */
struct desk_view {
	struct id id;
	int64_t application; /* internal */
	int64_t version;     /* internal: the one that was sent last */
	int64_t number;	     /* of that version: 1, 2, 3 … */
	const char *kind; /* first: 登録申請, change: 変更届出, renewal: 更新 */
	const char *state, *receipt;
	const char *login;  /* the first address: the login id */
	int64_t sent_at;    /* first */
	int64_t version_at; /* this version */
	int64_t begun_at;
	int64_t base_number; /* change, renewal: the version in force; 0 */
	int64_t secured_on;  /* days since 1970-01-01; NO_NUMBER: no matter */

	struct id unit_id;
	int64_t unit, revision;
	const char *unit_state; /* open, inquiry, answered, confirmed, … */
	int64_t since;
	int64_t due_on; /* days since 1970-01-01; NO_NUMBER: none */
	const char *opinion, *reason;
	int64_t assignee;
	const char *assignee_name;
	int64_t assigned_at;
	int64_t confirmed_by;
	const char *confirmed_name;
	int64_t confirmed_at, confirmed_version, confirmed_number;
	int64_t offices, persons; /* of this desk */

	struct applicant *applicant; /* of the version */
};

/*
 * For a page: loads it, and writes "application.view" to the audit trail in a
 * transaction of its own, so not from an act. ST_NOT_FOUND: not on this desk.
 */
enum status desk_open(struct ctx *cx, struct id application,
		      struct desk_view *view) MUST_USE;
/* For an act: the same without the entry, which the act writes itself. */
enum status desk_load(struct ctx *cx, struct id application,
		      struct desk_view *view) MUST_USE;
/* Does the state machine allow this desk the act, as it is now? */
bool desk_may(struct ctx *cx, const struct desk_view *view, const char *act);
/* A newer version came after this desk had confirmed (確認後に変更あり). */
bool desk_changed_since(const struct desk_view *view);

/* Per 事業の種類 of my part: type, label, offices, own, external, persons. */
enum status desk_totals(struct ctx *cx, const struct desk_view *view,
			struct rows *rows) MUST_USE;
/* All units of the application, whoever's: role, ministry (internal), name
 * ("" for the registrar), state, mine (1, 0). */
enum status desk_units(struct ctx *cx, const struct desk_view *view,
		       struct rows *rows) MUST_USE;
/* Versions that were sent, the newest first: version (internal), number, at. */
enum status desk_versions(struct ctx *cx, const struct desk_view *view,
			  struct rows *rows) MUST_USE;

#define DESK_PAGE 50
struct desk_filter {
	const char *q;	/* part of name or town, "": all */
	int64_t after;	/* the number after which the page begins; 0 */
	int64_t before; /* or the one before which it ends; 0: not asked */
};
/*
 * Offices of my part by their number: id, number, name, place, types (names,
 * of mine), persons (of mine), secured (1, 0). more_before, more_after: there
 * are others beyond the page.
 */
struct desk_page {
	struct rows rows;
	bool more_before, more_after;
};
enum status desk_offices(struct ctx *cx, const struct desk_view *view,
			 const struct desk_filter *f,
			 struct desk_page *page) MUST_USE;

/* One of them with my businesses alone. position[i] is that of business i in
 * the application (1 to 20), as an inquiry names it. */
struct desk_office {
	struct office office;
	const char *shown_name; /* with the prefix of an agent, if any */
	int64_t position[BUSINESS_MAX];
};
/* ST_NOT_FOUND: not in this version, or not mine. */
enum status desk_office(struct ctx *cx, const struct desk_view *view,
			struct id id, struct desk_office *office) MUST_USE;
/* The same by its number, which stays over all versions. */
enum status desk_office_at(struct ctx *cx, const struct desk_view *view,
			   int64_t number, struct desk_office *office) MUST_USE;

/* The page on which something is asked about (疑義照会); the name of a field is
 * added to it: target applicant, office, business, institution. */
const char *desk_ask_url(struct ctx *cx, const struct desk_view *view,
			 const char *target, int64_t office, int64_t position);

#endif
