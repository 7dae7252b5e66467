/* difference.c - 変更点: two versions of an application, as far as they belong
 * to the desk. */
#include "review/difference.h"

#include <string.h>

#include "base/buf.h"
#include "sql/review/desk.h"
#include "sql/review/difference.h"

/* --- Which versions ------------------------------------------------------ */

struct side {
	int64_t version, number, at;
};

/* Versions come the newest first. */
static const struct row *find_number(const struct rows *versions,
				     int64_t number)
{
	for (size_t i = 0; i < versions->n; i++)
		if (row_int(versions->list[i], "number") == number)
			return versions->list[i];
	return NULL;
}

static struct side side_of(const struct row *row)
{
	return (struct side) { row_int(row, "version"), row_int(row, "number"),
			       row_time(row, "at") };
}

static enum status find_sides(struct ctx *cx, const struct desk_view *view,
			      int64_t from, int64_t to, struct side *sides)
{
	const struct row *was, *now;
	struct rows versions;

	TRY(desk_versions(cx, view, &versions));
	if (to == 0)
		to = view->number;
	if (from == 0 && view->confirmed_number < to)
		from = view->confirmed_number;
	if (from == 0 && view->base_number < to)
		from = view->base_number;
	if (from == 0)
		from = to > 1 ? to - 1 : to;
	was = find_number(&versions, from);
	now = find_number(&versions, to);
	if (!was || !now || from > to)
		return ST_NOT_FOUND;
	sides[0] = side_of(was);
	sides[1] = side_of(now);
	return ST_OK;
}

static enum status load_applicant(struct ctx *cx, int64_t version,
				  const struct applicant **to)
{
	struct applicant *a = form_row(cx, &applicant_form);
	struct row *row;

	TRY(db_one(cx, &sql_desk_applicant,
		   ARGS({ "version", value_int(version) }), &row));
	form_fetch(cx, &applicant_form, row, a);
	*to = a;
	return ST_OK;
}

/* --- Businesses side by side --------------------------------------------- */

static const struct business *find_same(const struct business *list, size_t n,
					const struct business *b)
{
	for (size_t i = 0; i < n; i++)
		if (business_same(&list[i], b))
			return &list[i];
	return NULL;
}

static bool is_equal(const struct business *a, const struct business *b)
{
	return a->own == b->own && a->external == b->external &&
	       strcmp(a->note, b->note) == 0;
}

size_t difference_pair(const struct business *was, size_t nwas,
		       const struct business *now, size_t nnow,
		       struct difference_business *pairs)
{
	size_t n = 0;

	for (size_t i = 0; i < nwas; i++) {
		const struct business *b = find_same(now, nnow, &was[i]);

		if (!b || !is_equal(&was[i], b))
			pairs[n++] = (struct difference_business) { &was[i],
								    b };
	}
	for (size_t i = 0; i < nnow; i++)
		if (!find_same(was, nwas, &now[i]))
			pairs[n++] = (struct difference_business) { NULL,
								    &now[i] };
	return n;
}

/* --- Offices
 * ------------------------------------------------------------------- */

/* The businesses of one office in one version, out of those of the page. */
static size_t take_businesses(struct ctx *cx, const struct rows *rows,
			      int64_t version, int64_t number,
			      struct business *list)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n && n < BUSINESS_MAX; i++) {
		struct business *b = form_row(cx, &business_form);

		if (row_int(rows->list[i], "version") != version ||
		    row_int(rows->list[i], "office") != number)
			continue;
		form_fetch(cx, &business_form, rows->list[i], b);
		list[n++] = *b;
	}
	return n;
}

static void read_businesses(struct ctx *cx, const struct rows *rows,
			    const struct side *sides,
			    struct difference_office *o)
{
	struct business *was = mem_array(cx, BUSINESS_MAX, sizeof(*was));
	struct business *now = mem_array(cx, BUSINESS_MAX, sizeof(*now));
	size_t nwas = 0, nnow = 0;

	if (o->was)
		nwas = take_businesses(cx, rows, sides[0].version, o->number,
				       was);
	if (o->now)
		nnow = take_businesses(cx, rows, sides[1].version, o->number,
				       now);
	o->business = mem_array(cx, nwas + nnow, sizeof(*o->business));
	o->nbusiness = difference_pair(was, nwas, now, nnow, o->business);
}

/* Rows of an office stand together, the earlier version first. */
static void read_office(struct ctx *cx, const struct rows *rows, int64_t number,
			const struct side *sides, struct difference_office *o)
{
	o->number = number;
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];
		struct office *read;

		if (row_int(row, "number") != number)
			continue;
		read = form_row(cx, &office_form);
		form_fetch(cx, &office_form, row, read);
		o->id = read->id;
		o->name = row_text(row, "shown_name");
		if (row_int(row, "version") == sides[0].version)
			o->was = read;
		if (row_int(row, "version") == sides[1].version)
			o->now = read;
	}
}

static const char *numbers_json(struct ctx *cx, const struct rows *numbers)
{
	struct buf json;

	buf_init(&json, cx);
	buf_char(&json, '[');
	for (size_t i = 0; i < numbers->n; i++)
		buf_printf(&json, "%s%lld", i ? "," : "",
			   (long long)row_int(numbers->list[i], "number"));
	buf_char(&json, ']');
	return json.text;
}

static enum status read_page(struct ctx *cx, const struct side *sides,
			     const struct rows *numbers, struct difference *d)
{
	const struct args *args = ARGS(
		{ "from", value_int(sides[0].version) },
		{ "to", value_int(sides[1].version) },
		{ "numbers", value_text(numbers_json(cx, numbers)) });
	struct rows offices, businesses;

	TRY(db_many(cx, &sql_difference_rows, args, &offices));
	TRY(db_many(cx, &sql_difference_businesses, args, &businesses));
	d->office = mem_array(cx, numbers->n, sizeof(*d->office));
	d->noffice = numbers->n;
	for (size_t i = 0; i < numbers->n; i++) {
		struct difference_office *o = &d->office[i];

		read_office(cx, &offices, row_int(numbers->list[i], "number"),
			    sides, o);
		read_businesses(cx, &businesses, sides, o);
	}
	return ST_OK;
}

static enum status find_offices(struct ctx *cx, const struct side *sides,
				int64_t after, struct difference *d)
{
	struct rows numbers;

	TRY(db_many(cx, &sql_difference_offices,
		    ARGS({ "from", value_int(sides[0].version) },
			 { "to", value_int(sides[1].version) },
			 { "after", value_int(after) },
			 { "limit", value_int(DIFFERENCE_PAGE + 1) }),
		    &numbers));
	if (numbers.n > DIFFERENCE_PAGE) {
		numbers.n = DIFFERENCE_PAGE;
		d->next = row_int(numbers.list[numbers.n - 1], "number");
	}
	return numbers.n ? read_page(cx, sides, &numbers, d) : ST_OK;
}

enum status difference_find(struct ctx *cx, const struct desk_view *view,
			    int64_t from, int64_t to, int64_t after,
			    struct difference *d)
{
	struct side sides[2];

	TRY(find_sides(cx, view, from, to, sides));
	*d = (struct difference) {
		.from = sides[0].number,
		.to = sides[1].number,
		.from_at = sides[0].at,
		.to_at = sides[1].at,
	};
	TRY(load_applicant(cx, sides[0].version, &d->was));
	TRY(load_applicant(cx, sides[1].version, &d->now));
	if (d->from == d->to)
		return ST_OK;
	return find_offices(cx, sides, after, d);
}
