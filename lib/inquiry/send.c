/* send.c - 回答を送る: the next version, and those who are told. */
#include <string.h>

#include "account/notice.h"
#include "mail/outbox.h"
#include "inquiry/answer.h"
#include "sql/review/inquiry_answer.h"
#include "tokutei/version.h"
#include "tokutei/application.h"
#include "tokutei/flow.h"
#include "tokutei/question.h"
#include "tokutei/unit.h"

/* One sending. */
struct sending {
	struct flow_step step;
	const struct row *inquiry;
	int64_t sent, draft; /* internal: the last version, the next one */
	int64_t left;	     /* what stays a draft; 0: nothing */
	struct rows items, foreign;
};

static struct point point_at(const struct row *row)
{
	return (struct point) {
		.target = row_text(row, "target"),
		.office = row_int(row, "office"),
		.position = row_int(row, "position"),
		.field = row_text(row, "field"),
	};
}

static bool same_point(const struct point *a, const struct point *b)
{
	return strcmp(a->target, b->target) == 0 && a->office == b->office &&
	       a->position == b->position && strcmp(a->field, b->field) == 0;
}

static bool is_mine(const struct sending *s, const struct point *at)
{
	for (size_t i = 0; i < s->items.n; i++) {
		struct point mine = point_at(s->items.list[i]);

		if (same_point(&mine, at))
			return true;
	}
	return false;
}

static bool is_asked_elsewhere(const struct sending *s, const struct point *at)
{
	for (size_t i = 0; i < s->foreign.n; i++) {
		struct point other = point_at(s->foreign.list[i]);

		if (row_int(s->foreign.list[i], "waiting") &&
		    same_point(&other, at))
			return true;
	}
	return false;
}

/* What was corrected for an inquiry that was cancelled is not asked any more,
 * and is not sent. */
static enum status forget_cancelled(struct ctx *cx, const struct sending *s)
{
	for (size_t i = 0; i < s->foreign.n; i++) {
		const struct row *row = s->foreign.list[i];
		struct point at = point_at(row);

		if (row_int(row, "waiting"))
			continue;
		if (!is_mine(s, &at) && !is_asked_elsewhere(s, &at))
			TRY(point_copy(cx, &at, s->sent, s->draft));
		TRY(db_exec(cx, &sql_answer_forgotten,
			    ARGS({ "item", value_int(row_int(row, "item")) }),
			    NULL));
	}
	return ST_OK;
}

static bool others_wait(const struct sending *s)
{
	for (size_t i = 0; i < s->foreign.n; i++)
		if (row_int(s->foreign.list[i], "waiting"))
			return true;
	return false;
}

/* Another inquiry is being answered in the same draft: this one's corrections
 * go ahead in a version of their own. */
static enum status part_versions(struct ctx *cx, struct sending *s)
{
	int64_t next;

	s->left = s->draft;
	TRY(db_exec(cx, &sql_answer_last_number,
		    ARGS({ "version", value_int(s->left) }), NULL));
	TRY(version_copy(cx, s->sent, &next));
	for (size_t i = 0; i < s->items.n; i++) {
		struct point at = point_at(s->items.list[i]);

		if (strcmp(row_text(s->items.list[i], "state"), "changed") == 0)
			TRY(point_copy(cx, &at, s->draft, next));
	}
	s->draft = next;
	return ST_OK;
}

static enum status freeze(struct ctx *cx, const struct sending *s)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_answer_freeze,
		    ARGS({ "version", value_int(s->draft) }), &changed));
	if (changed != 1)
		return ST_STATE;
	return db_exec(cx, &sql_answer_application,
		       ARGS({ "version", value_int(s->draft) },
			    { "draft", value_int(s->left) }),
		       NULL);
}

/* Whoever asked is told, and the owner of a new address is asked. */
static enum status tell(struct ctx *cx, const struct sending *s)
{
	const char *notice;
	struct row *row;

	TRY(db_one(
		cx, &sql_answer_asked_by,
		ARGS({ "inquiry", value_int(row_int(s->inquiry, "inquiry")) },
		     { "version", value_int(s->draft) },
		     { "before", value_int(s->sent) }),
		&row));
	TRY(mail_put(cx,
		     &(struct mail_new) {
			     .template = "answered",
			     .to = row_text(row, "mail"),
			     MAIL_DATA({ "company", row_text(row, "company") },
				       { "receipt", s->step.receipt }),
		     }));
	notice = row_text(row, "notice_mail");
	if (strcmp(notice, row_text(row, "notice_before")) == 0)
		return ST_OK;
	return notice_ask(cx, s->step.account, notice,
			  row_text(row, "company"));
}

/* What is not there is told before what has another state. */
static enum status is_own(struct ctx *cx, struct id inquiry)
{
	struct rows rows;

	TRY(answer_inquiries(cx, &inquiry, &rows));
	return rows.n ? ST_OK : ST_NOT_FOUND;
}

static enum status find(struct ctx *cx, struct id inquiry, struct sending *s,
			struct problems *p)
{
	struct rows rows;

	TRY(answer_inquiries(cx, &inquiry, &rows));
	if (rows.n == 0)
		return ST_NOT_FOUND;
	s->inquiry = rows.list[0];
	if (strcmp(row_text(s->inquiry, "state"), "sent") != 0)
		return ST_STATE;
	TRY(answer_items(cx, row_int(s->inquiry, "inquiry"), &s->items));
	if (row_int(s->inquiry, "open"))
		report_arg(problem(p, "inquiry.open", "%s", ""), "n", "%lld",
			   (long long)row_int(s->inquiry, "open"));
	return db_many(
		cx, &sql_answer_foreign,
		ARGS({ "inquiry", value_int(row_int(s->inquiry, "inquiry")) }),
		&s->foreign);
}

/* Of the version that is sent, which need not be the draft of the session. */
static enum status check_types(struct ctx *cx, const struct sending *s,
			       struct problems *p)
{
	const struct who *asks = cx->who;
	enum status st;

	draft_use(cx, s->draft);
	st = question_types(cx, p);
	cx->who = asks;
	return st;
}

static enum status make_version(struct ctx *cx, struct sending *s,
				struct problems *p)
{
	struct row *claim;

	TRY(db_one(cx, &sql_answer_claim, NO_ARGS, &claim));
	s->sent = row_int(claim, "sent");
	TRY(draft_open(cx, claim, &s->draft));
	TRY(forget_cancelled(cx, s));
	if (others_wait(s))
		TRY(part_versions(cx, s));
	TRY(check_types(cx, s, p));
	if (p->n)
		return ST_OK;
	TRY(freeze(cx, s));
	return unit_open(cx, s->step.application, s->draft);
}

enum status answer_send(struct ctx *cx, struct id application,
			struct id inquiry, const char *reply,
			struct problems *p)
{
	struct sending s = { .left = 0 };

	TRY(is_own(cx, inquiry));
	TRY(flow_begin(cx, "inquiry.answer", application, 0, &s.step));
	TRY(find(cx, inquiry, &s, p));
	if (p->n)
		return ST_OK;
	TRY(make_version(cx, &s, p));
	if (p->n)
		return ST_OK;
	TRY(db_exec(
		cx, &sql_answer_sent,
		ARGS({ "inquiry", value_int(row_int(s.inquiry, "inquiry")) },
		     { "version", value_int(s.draft) },
		     { "reply", value_text(reply) }),
		NULL));
	TRY(db_exec(cx, &sql_answer_pointless, NO_ARGS, NULL));
	TRY(tell(cx, &s));
	return flow_end(cx, &s.step,
			mem_printf(cx, "{\"number\":%lld}",
				   (long long)row_int(s.inquiry, "number")));
}
