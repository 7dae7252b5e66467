/* version.c - 疑義照会: the draft of the next version, and a single
 * field of it. */
#include <string.h>

#include "db/audit.h"
#include "form/shape.h"
#include "inquiry/answer.h"
#include "sql/review/inquiry_answer.h"
#include "sql/tokutei/applicant.h"
#include "tokutei/application_view.h"
#include "tokutei/version.h"

/* --- One field ----------------------------------------------------------- */

static bool is_applicant(const struct point *at)
{
	return strcmp(at->target, "applicant") == 0;
}

static bool is_business(const struct point *at)
{
	return strcmp(at->target, "business") == 0;
}

static enum status load_applicant(struct ctx *cx, int64_t version,
				  struct correction *c)
{
	struct row *row;

	TRY(db_one(cx, &sql_applicant_load_version,
		   ARGS({ "version", value_int(version) }), &row));
	form_fetch(cx, &applicant_form, row, &c->applicant);
	return ST_OK;
}

/* The calculation beside the number, to be typed over. */
static void load_basis(struct ctx *cx, struct correction *c)
{
	bool own = strcmp(c->at.field, "own") == 0;

	if (point_counts(&c->at))
		(void)fulltime_parse(cx,
				     own ? c->business.basis_own
					 : c->business.basis_external,
				     &c->basis);
}

static enum status load_office(struct ctx *cx, int64_t version,
			       struct correction *c)
{
	struct row *row;

	TRY(db_one(cx, &sql_answer_office,
		   ARGS({ "version", value_int(version) },
			{ "number", value_int(c->at.office) }),
		   &row));
	form_fetch(cx, &office_form, row, &c->office);
	TRY(application_businesses(cx, version, &c->office));
	c->inst = c->office.inst;
	if (!is_business(&c->at))
		return ST_OK;
	/* Positions have no gaps: form_save() writes them anew. */
	if (c->at.position < 1 || (size_t)c->at.position > c->office.nbusiness)
		return ST_NOT_FOUND;
	c->business = c->office.business[c->at.position - 1];
	load_basis(cx, c);
	return ST_OK;
}

enum status correction_load(struct ctx *cx, int64_t version,
			    struct correction *c)
{
	if (strcmp(c->at.target, "document") == 0)
		return ST_OK;
	if (is_applicant(&c->at))
		return load_applicant(cx, version, c);
	return load_office(cx, version, c);
}

static bool is_value(const struct slot *s, const char *places)
{
	return place_below(s->place, places) && slot_stored(s) &&
	       !(s->field->flags & F_HIDDEN);
}

/* A number that is typed anew is no longer what was calculated. */
static void drop_basis(struct business *b, const struct business *was)
{
	if (b->own != was->own)
		b->basis_own = "";
	if (b->external != was->external)
		b->basis_external = "";
}

static void merge_basis(struct correction *c, const struct correction *typed)
{
	if (strcmp(c->at.field, "own") == 0)
		c->business.basis_own = typed->business.basis_own;
	else
		c->business.basis_external = typed->business.basis_external;
}

void correction_merge(struct ctx *cx, struct correction *c,
		      const struct correction *typed)
{
	const struct shape *shape = shape_of(cx, &correction_form);
	const char *places = point_places(cx, &c->at);
	const struct business was = c->business;

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (is_value(s, places))
			memcpy(slot_member(s, c), slot_value(s, typed),
			       s->field->kind->size);
	}
	if (!is_business(&c->at))
		return;
	drop_basis(&c->business, &was);
	if (point_counts(&c->at))
		merge_basis(c, typed);
}

bool correction_differs(struct ctx *cx, const struct correction *a,
			const struct correction *b)
{
	const struct shape *shape = shape_of(cx, &correction_form);
	const char *places = point_places(cx, &a->at);

	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (is_value(s, places) &&
		    !s->field->kind->equal(slot_value(s, a), slot_value(s, b)))
			return true;
	}
	return is_business(&a->at) &&
	       (strcmp(a->business.basis_own, b->business.basis_own) != 0 ||
		strcmp(a->business.basis_external,
		       b->business.basis_external) != 0);
}

struct office *correction_office(struct correction *c)
{
	if (is_applicant(&c->at) || strcmp(c->at.target, "document") == 0)
		return NULL;
	if (is_business(&c->at))
		c->office.business[c->at.position - 1] = c->business;
	if (strcmp(c->at.target, "institution") == 0)
		c->office.inst = c->inst;
	return &c->office;
}

enum status correction_save(struct ctx *cx, struct correction *c)
{
	if (correction_office(c))
		return form_save(cx, &office_form, correction_office(c));
	if (!is_applicant(&c->at))
		return ST_OK;
	TRY(form_save(cx, &applicant_form, &c->applicant));
	if (c->applicant.agency == 1)
		return ST_OK;
	return db_exec(cx, &sql_applicant_no_principals, NO_ARGS, NULL);
}

/* --- The draft ----------------------------------------------------------- */

enum status draft_open(struct ctx *cx, const struct row *claim, int64_t *draft)
{
	struct row *unsent;
	enum status st;

	*draft = row_int(claim, "draft");
	if (*draft) {
		draft_use(cx, *draft);
		return ST_OK;
	}
	/* One that a cancelled inquiry has left: no version was sent since. */
	st = db_one(cx, &sql_answer_unsent, NO_ARGS, &unsent);
	if (st == ST_OK)
		*draft = row_int(unsent, "version");
	else if (st == ST_NOT_FOUND)
		st = version_copy(cx, row_int(claim, "sent"), draft);
	TRY(st);
	draft_use(cx, *draft);
	return db_exec(cx, &sql_answer_set_draft,
		       ARGS({ "version", value_int(*draft) }), NULL);
}

enum status point_copy(struct ctx *cx, const struct point *at, int64_t from,
		       int64_t to)
{
	struct correction *is = form_row(cx, &correction_form);
	struct correction *be = form_row(cx, &correction_form);
	struct correction was;

	is->at = be->at = *at;
	TRY(correction_load(cx, from, be));
	TRY(correction_load(cx, to, is));
	was = *is;
	correction_merge(cx, is, be);
	if (is_business(at)) {
		is->business.basis_own = be->business.basis_own;
		is->business.basis_external = be->business.basis_external;
	}
	if (!correction_differs(cx, &was, is))
		return ST_OK;
	draft_use(cx, to);
	return correction_save(cx, is);
}
