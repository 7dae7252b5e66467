/*
 * procedure.h - 変更届出・更新: what a registered business does with its
 * registration. Each is an application that belongs to the one that was
 * registered (parent): it is filled in with the same screens and workbooks, and
 * goes over the same desks (flow.h).
 *
 * Its version 1 is a copy of what was in force when it was begun. What is light
 * counts as soon as it is sent, as a version of its own in between; what needs
 * a notice counts once it is accepted (spec tokutei §7).
 */
#ifndef TOKUTEI_PROCEDURE_H
#define TOKUTEI_PROCEDURE_H

#include "base/ctx.h"
#include "db/db.h"
#include "form/form.h"
#include "text/jdate.h"
#include "tokutei/change.h"

/*
 * Begins one (kind: change, renewal), or goes on with the draft of that kind,
 * and makes it what the session is about, from this act on. ST_NOT_FOUND:
 * nothing is registered. ST_STATE: the registration is not in force, or it is
 * too early for a renewal, or one is on its way.
 */
enum status procedure_begin(struct ctx *cx, const char *kind,
			    struct id *id) MUST_USE;

/* 更新 of a registration until that day: when it can be begun. */
struct renewal_window {
	struct date from; /* first day */
	bool open;	  /* that day has come */
};
enum status renewal_window(struct ctx *cx, struct date until,
			   struct renewal_window *w) MUST_USE;

/* The session goes on with that one: a procedure, or the application that was
 * registered. ST_NOT_FOUND: not of the business that is acted for. */
enum status procedure_open(struct ctx *cx, struct id id) MUST_USE;

/* The application that the session is about. */
struct procedure {
	struct id id, parent; /* the same, if it is the first application */
	const char *kind;     /* first, change, renewal */
	const char *state, *receipt;
	const char *number, *standing, *valid_until; /* of the registration */
	bool renewing; /* a renewal lies on desks */
	struct renewal_window renewal;
	int64_t base, to; /* versions: counted from, and the draft or sent */
	const char *secured_on; /* "" or a day */
};
enum status procedure_load(struct ctx *cx, struct procedure *p) MUST_USE;

/* All procedures of the registration, the newest first: id, kind, state,
 * receipt, changed_at, sent_at, ended_at, current (1, 0). */
enum status procedure_list(struct ctx *cx, struct rows *rows) MUST_USE;

/* The draft is thrown away; the session is about the registered application
 * again. ST_STATE: it was sent. */
enum status procedure_discard(struct ctx *cx) MUST_USE;

/* What is typed on the page that sends it. */
struct procedure_sending {
	int64_t secured_on; /* days since 1970-01-01; NO_NUMBER: not given */
};
extern const struct form procedure_form;

struct procedure_sent {
	struct id application;
	const char *receipt;
	bool notice; /* it lies on desks now; else it counts already */
	/* ST_INVALID: nothing (is changed), day (of the institution is
	 * missing), ahead (it lies). */
	const char *problem;
	struct change_sums sums;
};
/*
 * Sends the draft: light changes come into force at once, a notice or a renewal
 * goes to the ministries that it concerns. ST_INVALID: sent->problem. ST_STATE:
 * there is no draft any more, or the registration has ended.
 */
enum status procedure_send(struct ctx *cx, const struct procedure_sending *s,
			   struct procedure_sent *sent) MUST_USE;

#endif
