/* parts.h - parts of pages that several screens have. */
#ifndef PARTS_PARTS_H
#define PARTS_PARTS_H

#include "http/http.h"
#include "review/desk.h"
#include "tokutei/application_pdf.h"
#include "tokutei/fulltime.h"
#include "tokutei/question.h"
#include "web/screen.h"

/*
 * 積算根拠 of one head count under View.AT, to be read: the calculation as it
 * was typed, decimal, cut, count. text: the basis as it is stored; nothing is
 * shown and *sum stays zero if the count was not worked out.
 */
enum status part_basis(struct req *rq, const char *at, const char *text,
		       struct fulltime_sum *sum) MUST_USE;

/* 事前チェック under View.sheet: every rule with its verdict, and how many have
 * which under View.sheet_pass … */
enum status part_sheet(struct req *rq, const struct desk_view *view) MUST_USE;

/* Versions that were sent under View.versions, the newest first; url: what is
 * different from the one before. */
enum status part_versions(struct req *rq,
			  const struct desk_view *view) MUST_USE;
/* Inquiries of all desks under View.inquiries, as far as this one may know. */
enum status part_inquiries(struct req *rq,
			   const struct desk_view *view) MUST_USE;

/* What the check before sending has found, under View.asked, .blocked and
 * .told (templates/parts/question.cst). */
void part_questions(struct req *rq, const struct questions *q);

/* Documents that were sent with items of an inquiry, under View.LIST.N.files.
 * url: the page that shows one; its id is added. */
void part_files(struct req *rq, const char *list, const struct rows *items,
		const struct rows *files, const char *url);

/* What colleagues have is taken over with a reason, which a page of its own
 * asks for. list: the query of the list to go back to; "" if there was none. */
enum status part_takeover(struct req *rq, const char *units,
			  const char *list) MUST_USE;

/* 止まっています: a notice if jobs of the worker stand still; View.jobs says
 * that whoever asks may look at them (templates/parts/jobs.cst), View.stopped
 * how many stand. */
enum status part_jobs(struct req *rq) MUST_USE;

/*
 * 登録の状態 under View.standing (templates/parts/standing.cst): of one's own
 * registration, or of that of an application on one's desk; nothing if there is
 * none. What has ended, or will, is the View.state of the application too.
 */
enum status part_standing(struct req *rq) MUST_USE;
enum status part_standing_desk(struct req *rq, struct id application) MUST_USE;
/* What has happened to it, under View.events; View.paper: 1 there is a 廃止届,
 * 2 a 取消通知書; and the notice of what was done a moment ago (?done=). */
void part_events(struct req *rq, const struct rows *rows);

/* The file that was chosen in the form; NULL if none was. */
const struct http_file *part_chosen(struct req *rq);
/* Bytes in words: 12KB, 1.5MB. */
const char *part_size(struct ctx *cx, int64_t bytes);

/* 未確保の事業所 of a registered application (internal number) under
 * View.missing, as far as they are this desk's; nothing if there are none. */
enum status part_missing(struct req *rq, int64_t application) MUST_USE;
/* The same of the business that asks, in its draft if there is one. */
enum status part_missing_mine(struct req *rq) MUST_USE;

/* Types of business that were read by transfer_types(), under View.types: in
 * words until when each can be chosen, and when it goes to somebody else. */
void part_types(struct req *rq, const struct rows *rows);

/* The title of a page about a change or a renewal: Msg.title.KIND.NAME; about a
 * first application the page keeps its own. View.child says which it is. */
void part_title(struct req *rq, const char *kind, const char *name);

/* A day in words, with its weekday; "" if there is none (NO_NUMBER, 0). */
const char *part_day(struct req *rq, int64_t days);
/* A day as the database writes it, in words; "" if there is none. */
const char *part_date(struct req *rq, const char *iso);

/* The words of the forms, for what is written about their fields. */
struct application_words part_words(struct req *rq);

#endif
