/* office_list.h - the offices of the draft as a list: searched, sorted, paged.
 */
#ifndef TOKUTEI_OFFICE_LIST_H
#define TOKUTEI_OFFICE_LIST_H

#include "form/form.h"

#define OFFICE_PAGE 50

struct office_filter {
	const char *q; /* part of name or town, by its search key */
	const char *pref;
	const char *type; /* 事業の種類 of any of its businesses */
	const char *inst; /* "no": without institution */
	const char *sort; /* number, kana, place, persons */
	int64_t page;
};

extern const struct form office_filter_form;

/* How many fit the filter. */
enum status office_count(struct ctx *cx, const struct office_filter *f,
			 int64_t *count) MUST_USE;
/* One page: id, number, name, place, persons, businesses, secured. */
enum status office_page(struct ctx *cx, const struct office_filter *f,
			int64_t page, struct rows *rows) MUST_USE;
/* Per 事業の種類: label, offices, own, external, persons. */
enum status office_totals(struct ctx *cx, struct rows *rows) MUST_USE;
/* "/tokutei/offices?…&", for the numbers of the pages. */
const char *office_filter_url(struct ctx *cx, const struct office_filter *f);
/* Is it the word that 「すべて削除」 asks to be typed? */
bool office_word_fits(struct ctx *cx, const char *typed);

#endif
