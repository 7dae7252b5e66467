/* address.h - 所在地: postal code, prefecture, city, and the rest. */
#ifndef MASTER_ADDRESS_H
#define MASTER_ADDRESS_H

#include "form/form.h"

struct address {
	const char *zip;  /* seven digits */
	const char *pref; /* 都道府県: code of two digits */
	const char *city; /* 市区町村: code of six digits, in pref */
	const char *town; /* 町名以下, building included */
};

/* A part that applicant, office and institution have alike (spec tokutei
 * §2.2). */
extern const struct form address_form;

/*
 * Looks a->zip up in the postal table and says how many places have it. Only
 * if it is one, fills a; a town that is already there stays. One code may stand
 * for dozens of towns and even for two prefectures: then the user picks, from
 * the statement postal_find (domain/postal-codes §2).
 */
enum status address_find(struct ctx *cx, struct address *a,
			 size_t *found) MUST_USE;

/* The place that was picked; kind and no as postal_find gave them. A town that
 * is already there stays. ST_NOT_FOUND: there is no such place now. */
enum status address_pick(struct ctx *cx, struct address *a, int64_t kind,
			 int64_t no) MUST_USE;

#endif
