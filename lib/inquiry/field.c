/* field.c - what an item of an inquiry may point at. */
#include "inquiry/field.h"

#include <string.h>

#include "base/buf.h"
#include "form/shape.h"
#include "text/utf8.h"

#define TEXT_MAX 2000 /* inquiry_item.before_text */

const char *const inquiry_reasons[] = { "unclear",   "missing", "mismatch",
					"criterion", "count",	"document",
					"other",     NULL };
const char *const document_purposes[] = { "basis", "physician", "plan",
					  "mandate", NULL };

static bool is_target(const void *row, const char *target)
{
	const struct correction *c = row;

	return c->at.target && strcmp(c->at.target, target) == 0;
}

static bool is_applicant(const void *row)
{
	return is_target(row, "applicant");
}

static bool is_office(const void *row)
{
	return is_target(row, "office");
}

static bool is_business(const void *row)
{
	return is_target(row, "business");
}

static bool is_institution(const void *row)
{
	return is_target(row, "institution");
}

static bool is_count(const void *row)
{
	const struct correction *c = row;

	return point_counts(&c->at);
}

static const struct field fields[] = {
	ID(struct correction, id),
	REVISION(struct correction, revision),
	PART(struct correction, applicant, struct applicant, applicant_form,
	     .flags = F_OPTIONAL, .when = is_applicant),
	PART(struct correction, office, struct office, office_own_form,
	     .flags = F_OPTIONAL, .when = is_office),
	PART(struct correction, business, struct business, business_form,
	     .flags = F_OPTIONAL, .when = is_business),
	PART(struct correction, inst, struct institution, institution_form,
	     .flags = F_OPTIONAL, .when = is_institution),
	PART(struct correction, basis, struct fulltime, fulltime_form,
	     .flags = F_OPTIONAL, .when = is_count),
	CHOICE(struct correction, purpose, .flags = F_OPTIONAL | F_UNSTORED,
	       .choices = document_purposes),
	TEXT(struct correction, file, .flags = F_OPTIONAL | F_UNSTORED,
	     .max = 200),
	AREA(struct correction, reply, .flags = F_OPTIONAL, .max = 2000),
};

const struct form correction_form = {
	.name = "correction",
	.row_size = sizeof(struct correction),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* --- What may be changed ------------------------------------------------- */

const char *point_places(struct ctx *cx, const struct point *at)
{
	const char *f = at->field;

	if (strcmp(at->target, "document") == 0)
		return "";
	if (strcmp(at->target, "institution") == 0)
		return "inst";
	if (strcmp(at->target, "applicant") == 0 && strcmp(f, "agency") == 0)
		return "applicant.agency applicant.agency_physician "
		       "applicant.agency_plan";
	if (strcmp(at->target, "business") != 0)
		return mem_printf(cx, "%s.%s", at->target, f);
	if (strcmp(f, "row") == 0)
		return "business";
	if (strcmp(f, "type") == 0)
		return "business.type business.detail1 business.detail2";
	return mem_printf(cx, "business.%s", f);
}

bool place_below(const char *place, const char *places)
{
	while (*places) {
		size_t n = strcspn(places, " ");

		if (strncmp(place, places, n) == 0 &&
		    (place[n] == '.' || place[n] == '\0'))
			return true;
		places += n + (places[n] == ' ');
	}
	return false;
}

bool point_counts(const struct point *at)
{
	return at->target && strcmp(at->target, "business") == 0 &&
	       (strcmp(at->field, "own") == 0 ||
		strcmp(at->field, "external") == 0);
}

/* --- What there is ------------------------------------------------------- */

static void add(struct point_fields *to, const char *name)
{
	if (to->n == POINT_FIELDS)
		BUG("point_list: more than %d fields", POINT_FIELDS);
	to->names[to->n++] = name;
}

/* What the form asks of this row. That the applicant agrees is no value; the
 * institution and the businesses are targets of their own. */
static void add_form(struct point_fields *to, const struct form *form,
		     const void *row)
{
	for (size_t i = 0; i < form->nfields; i++) {
		const struct field *f = &form->fields[i];

		if ((f->flags & F_HIDDEN) || f->kind == &kind_rows ||
		    (f->when && !f->when(row)) ||
		    strcmp(f->name, "consent") == 0 ||
		    strcmp(f->name, "inst") == 0 ||
		    strncmp(f->name, "agency_", 7) == 0)
			continue;
		add(to, f->name);
	}
}

/* The three levels of a type are one choice. */
static void add_business(struct point_fields *to)
{
	static const char *const names[] = { "row", "type", "own", "external",
					     "note" };

	for (size_t i = 0; i < COUNT(names); i++)
		add(to, names[i]);
}

void point_list(const char *target, const struct correction *c,
		struct point_fields *to)
{
	*to = (struct point_fields) { .n = 0 };
	if (strcmp(target, "applicant") == 0)
		add_form(to, &applicant_form, &c->applicant);
	else if (strcmp(target, "office") == 0)
		add_form(to, &office_form, &c->office);
	else if (strcmp(target, "business") == 0)
		add_business(to);
	else if (strcmp(target, "institution") == 0)
		add(to, "inst");
	else if (strcmp(target, "document") == 0)
		for (size_t i = 0; document_purposes[i]; i++)
			add(to, document_purposes[i]);
}

bool point_known(const struct point *at, const struct correction *c)
{
	struct point_fields all;

	point_list(at->target, c, &all);
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.names[i], at->field) == 0)
			return true;
	return false;
}

/* --- How it reads -------------------------------------------------------- */

static const char *word(struct ctx *cx, const struct application_words *words,
			const char *form, const char *name, const char *what)
{
	const char *text = words->get(
		words->arg, mem_printf(cx, "form.%s.%s.%s", form, name, what));

	return text ? text : "";
}

const char *point_label(struct ctx *cx, const struct application_words *words,
			const struct point *at)
{
	const char *form = at->target, *name = at->field;

	if (strcmp(form, "institution") == 0)
		form = "office";
	if (strcmp(form, "document") == 0 || strcmp(name, "row") == 0) {
		const char *text = words->get(
			words->arg, mem_printf(cx, "inquiry.field.%s", name));

		return text ? text : "";
	}
	return word(cx, words, form, name, "label");
}

static bool is_choice(const struct slot *s)
{
	return s->field->kind == &kind_choice || s->field->kind == &kind_radio;
}

static enum status slot_text(struct ctx *cx,
			     const struct application_words *words,
			     const struct slot *s, const void *row,
			     const char **text)
{
	const struct rows *options;

	*text = s->field->kind->show(cx, s->field, slot_value(s, row));
	if (**text == '\0')
		return ST_OK;
	if (s->field->kind == &kind_check)
		*text = word(cx, words, s->form->name, s->field->name,
			     "ticked");
	if (!is_choice(s))
		return ST_OK;
	if (s->field->choices) {
		*text = word(cx, words, s->form->name, s->field->name, *text);
		return ST_OK;
	}
	TRY(slot_options(cx, s, row, &options));
	for (size_t i = 0; options && i < options->n; i++)
		if (strcmp(row_text(options->list[i], "value"), *text) == 0) {
			*text = row_text(options->list[i], "label");
			break;
		}
	return ST_OK;
}

static const char *of_fulltime(struct ctx *cx,
			       const struct application_words *words,
			       const char *name)
{
	const char *text = words->get(words->arg,
				      mem_printf(cx, "fulltime.%s", name));

	return text ? text : "";
}

static void add_time(struct ctx *cx, const struct application_words *words,
		     int64_t hours, int64_t minutes, struct buf *text)
{
	buf_printf(text, "%lld%s", (long long)hours,
		   of_fulltime(cx, words, "hours"));
	if (minutes > 0)
		buf_printf(text, "%lld%s", (long long)minutes,
			   of_fulltime(cx, words, "minutes"));
}

static void add_sum(struct ctx *cx, const struct application_words *words,
		    const struct fulltime *f, const char *decimal,
		    struct buf *text)
{
	const char *people = of_fulltime(cx, words, "people");

	buf_add(text, of_fulltime(cx, words, "scheduled"));
	add_time(cx, words, f->hours, f->minutes, text);
	if (f->fulltimers > 0)
		buf_printf(text, " / %s%lld%s",
			   of_fulltime(cx, words, "fulltimers"),
			   (long long)f->fulltimers, people);
	for (size_t i = 0; i < f->npattern; i++) {
		const struct pattern *p = &f->pattern[i];

		buf_add(text, " / ");
		add_time(cx, words, p->hours, p->minutes, text);
		buf_printf(text, "×%lld%s", (long long)p->people, people);
	}
	buf_printf(text, " / %s%s%s", of_fulltime(cx, words, "sum"), decimal,
		   people);
}

/* 積算根拠 in one line: another calculation with the same number is another
 * value. */
static void add_basis(struct ctx *cx, const struct application_words *words,
		      const struct correction *c, struct buf *text)
{
	bool own = point_counts(&c->at) && strcmp(c->at.field, "own") == 0;
	const char *basis = own ? c->business.basis_own
				: c->business.basis_external;
	struct fulltime *f = form_row(cx, &fulltime_form);
	struct fulltime_sum sum;

	if (!point_counts(&c->at) || !fulltime_parse(cx, basis, f) ||
	    fulltime_count(cx, f, &sum) != ST_OK)
		return;
	buf_printf(text, "\n%s：",
		   word(cx, words, "business",
			own ? "basis_own" : "basis_external", "label"));
	add_sum(cx, words, f, sum.decimal, text);
}

static bool reads(const struct slot *s, const struct correction *c,
		  const char *places)
{
	return place_below(s->place, places) && slot_asked(s, c) &&
	       s->field->kind != &kind_part && s->field->kind != &kind_rows &&
	       !(s->field->flags & F_HIDDEN);
}

enum status point_text(struct ctx *cx, const struct application_words *words,
		       const struct correction *c, const char **text)
{
	const struct shape *shape = shape_of(cx, &correction_form);
	const char *places = point_places(cx, &c->at);
	size_t n = 0;
	struct buf all;

	buf_init(&all, cx);
	for (size_t i = 0; i < shape->n; i++)
		n += reads(&shape->list[i], c, places);
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];
		const char *one;

		if (!reads(s, c, places))
			continue;
		TRY(slot_text(cx, words, s, c, &one));
		if (*one == '\0')
			continue;
		buf_add(&all, all.n ? "\n" : "");
		if (n > 1)
			buf_printf(&all, "%s：",
				   word(cx, words, s->form->name,
					s->field->name, "label"));
		buf_add(&all, one);
	}
	add_basis(cx, words, c, &all);
	*text = utf8_cut(cx, all.text, TEXT_MAX);
	return ST_OK;
}
