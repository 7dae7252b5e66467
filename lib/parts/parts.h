/* parts.h - parts of pages that several screens have. */
#ifndef PARTS_PARTS_H
#define PARTS_PARTS_H

#include "review/desk.h"
#include "tokutei/fulltime.h"
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

/* Documents that were sent with items of an inquiry, under View.LIST.N.files.
 * url: the page that shows one; its id is added. */
void part_files(struct req *rq, const char *list, const struct rows *items,
		const struct rows *files, const char *url);

/* What colleagues have is taken over with a reason, which a page of its own
 * asks for. list: the query of the list to go back to; "" if there was none. */
enum status part_takeover(struct req *rq, const char *units,
			  const char *list) MUST_USE;

/* A day in words, "" if there is none. */
const char *part_day(struct req *rq, int64_t days);

#endif
