/* paper.h - papers about a registration, to be taken along. */
#ifndef PARTS_PAPER_H
#define PARTS_PAPER_H

#include "registered/letter.h"
#include "review/paper.h"
#include "web/screen.h"

/* 登録通知書; 廃止届の控え or 取消通知書: the answer is a PDF. */
enum status part_paper(struct req *rq, const struct paper *paper) MUST_USE;
enum status part_letter(struct req *rq, const struct letter *letter) MUST_USE;

#endif
