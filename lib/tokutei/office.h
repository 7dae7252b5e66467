/* office.h - 事業所: an office, its businesses, its institution. */
#ifndef TOKUTEI_OFFICE_H
#define TOKUTEI_OFFICE_H

#include "form/form.h"
#include "master/address.h"

/* 事業の種類: what is done at an office, and by how many. */
struct business {
	const char *type, *detail1, *detail2; /* codes of the master table */
	int64_t own, external; /* full-time equivalents; total above zero */
	const char *note;
	/* How own and external were worked out (tokutei/fulltime.h), or "". */
	const char *basis_own, *basis_external;
};

/* 接種実施医療機関, or what is being considered while there is none. */
struct institution {
	const char *secured; /* yes, no */
	const char *name, *kana;
	struct address at;
	const char *tel, *fax, *mail;
	const char *plan;
};

struct office {
	struct id id; /* all zero: not saved yet */
	int64_t revision;
	int64_t number; /* stays over all versions; NO_NUMBER: none yet */
	const char *name, *kana;
	const char *principal; /* agency (代理申請): for whom */
	struct address at;
	const char *tel, *fax, *mail;
	int64_t staff; /* own staff of the whole office, NO_NUMBER: not said */
	struct business *business;
	size_t nbusiness;
	struct institution inst;
};

#define OFFICE_MAX 50000 /* offices of an application */
#define BUSINESS_MAX 20	 /* businesses of an office */

extern const struct form business_form, institution_form, office_form;
/* The office itself, without its businesses and its institution: a part of
 * forms that correct a single field. */
extern const struct form office_own_form;

bool business_same(const struct business *a, const struct business *b);
/* Own and external together; what is not there counts nothing. */
int64_t business_persons(const struct business *b);
/* The same over all businesses. */
int64_t office_persons(const struct office *o);
/* The types of its businesses, each once: "T02,T05", as stored. */
const char *office_types(struct ctx *cx, const struct office *o);
/* Puts names in place of the codes in the column types. */
enum status office_type_names(struct ctx *cx, struct rows *rows) MUST_USE;

/*
 * Stores the office of the draft: form_save with the next number when it is
 * new. ST_TOO_LARGE: there are OFFICE_MAX already. ST_STATE: there is no draft.
 */
enum status office_save(struct ctx *cx, struct office *o) MUST_USE;
/* A copy without id that the user then changes: name and all. */
enum status office_duplicate(struct ctx *cx, struct id id,
			     struct id *made) MUST_USE;
enum status office_remove(struct ctx *cx, struct id id) MUST_USE;
enum status office_remove_all(struct ctx *cx, int64_t *removed) MUST_USE;
/* The applicant's own address and telephone, for the first office. */
enum status office_from_applicant(struct ctx *cx, struct office *o) MUST_USE;
/* The institution of another office of the draft. */
enum status office_institution_of(struct ctx *cx, struct id id,
				  struct institution *inst) MUST_USE;

#endif
