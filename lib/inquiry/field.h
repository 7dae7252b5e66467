/*
 * field.h - what an item of an inquiry (疑義照会) may point at: the
 * fields of the forms that the application was typed into, and nothing else.
 *
 * A point is a target and a field of it. What may be corrected with it, how the
 * value reads and what it is called follow from the forms' own tables.
 */
#ifndef INQUIRY_FIELD_H
#define INQUIRY_FIELD_H

#include "tokutei/applicant.h"
#include "tokutei/application_pdf.h"
#include "tokutei/fulltime.h"
#include "tokutei/office.h"

/*
 * target: applicant, office, business, institution, document. field: a name of
 * that form (at is the whole address); of a business also row, all of it; of an
 * institution inst, all of it; of a document its purpose.
 */
struct point {
	const char *target;
	int64_t office;	  /* its number; 0: the applicant, or a document */
	int64_t position; /* of the business, 1 to 20; 0: none */
	const char *field;
};

/*
 * Everything that a point may lie in, as one form, so that a page draws the
 * controls of the point with the macros and the rules of the page on which the
 * value was first typed. Only the part of the target is ever filled or asked.
 */
struct correction {
	struct id id;	  /* of the item */
	int64_t revision; /* likewise */
	struct point at;  /* never from a request */
	struct applicant applicant;
	struct office office;
	struct business business; /* of that office, alone */
	struct institution inst;  /* likewise */
	struct fulltime basis;	  /* own, external: how it was worked out */
	const char *purpose;	  /* of the document that is sent along */
	const char *file;
	const char *reply;
};

extern const struct form correction_form;
extern const char *const inquiry_reasons[];
/* basis, physician, plan, mandate */
extern const char *const document_purposes[];

/* Places of correction_form that may be changed, blanks between them:
 * "applicant.at", "business.own"; "" for a document. */
const char *point_places(struct ctx *cx, const struct point *at);
/* Is a place one of them, or below one? */
bool place_below(const char *place, const char *places);
/* Has it a number that the calculator may have worked out? */
bool point_counts(const struct point *at);

/* Fields that a target has, given its values in c: for the applicant, the
 * office, each business, the institution. */
#define POINT_FIELDS 24
struct point_fields {
	const char *names[POINT_FIELDS];
	size_t n;
};
void point_list(const char *target, const struct correction *c,
		struct point_fields *to);
/* Is it one of them? */
bool point_known(const struct point *at, const struct correction *c);

/* What the form calls it. */
const char *point_label(struct ctx *cx, const struct application_words *words,
			const struct point *at);
/* The value as text, lines "label：value" where it is more than one; at most
 * 2,000 characters. */
enum status point_text(struct ctx *cx, const struct application_words *words,
		       const struct correction *c, const char **text) MUST_USE;

#endif
