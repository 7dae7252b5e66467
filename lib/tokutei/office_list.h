/*
 * office_list.h - the offices of the draft as a list: searched, sorted, paged.
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

/* Is anything asked for but a page or an order? */
bool office_filter_any(const struct office_filter *f);
/* How many fit the filter. */
enum status office_count(struct ctx *cx, const struct office_filter *f,
			 int64_t *count) MUST_USE;
/* One page: id, number, name, place, persons, businesses, secured. */
enum status office_page(struct ctx *cx, const struct office_filter *f,
			int64_t page, struct rows *rows) MUST_USE;
/* Per 事業の種類: label, offices, own, external, persons. */
enum status office_totals(struct ctx *cx, struct rows *rows) MUST_USE;

/* "/tokutei/offices?pref=13&": the filter, to be gone on with. */
const char *office_filter_url(struct ctx *cx, const struct office_filter *f);
/* The same in another order. */
const char *office_sort_url(struct ctx *cx, const struct office_filter *f,
			    const char *sort);

/* One condition of the filter. */
struct office_chip {
	const char *field;
	const char *text; /* what was typed; the name of what was chosen */
	const char *url;  /* the list without this condition */
};
#define OFFICE_CHIPS 4
enum status office_chips(struct ctx *cx, const struct office_filter *f,
			 struct office_chip *chips, size_t *n) MUST_USE;

/* ST_NOT_FOUND: it is not in the draft. */
enum status office_named(struct ctx *cx, struct id id,
			 const char **name) MUST_USE;
/* Is it the word that 「すべて削除」 asks to be typed? */
bool office_word_fits(struct ctx *cx, const char *typed, const char *word);

/* Institutions of the offices of the draft, to choose one again. */
enum status office_institutions(struct ctx *cx, struct rows *rows) MUST_USE;

#endif
