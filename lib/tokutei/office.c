/*
 * office.c - what an office (事業所) is.
 *
 * The table below is the only place that knows the fields of an office: the
 * edit screen, the check page, the workbook, the comparison of two versions,
 * the change notice (変更届) and the public register all follow it.
 */
#include "tokutei/office.h"

#include <string.h>

#include "sql/tokutei/office.h"
#include "text/searchkey.h"
#include "tokutei/fulltime.h"

static const struct field fields[] = {
	ID(struct office, id),
	REVISION(struct office, revision),
	NUMBER(struct office, number, .flags = F_HIDDEN | F_SERVER,
	       .max = 999999),
	WIDE(struct office, name,
	     .flags = F_REQUIRED | F_MATCH | F_NOTICE | F_PUBLIC, .max = 100),
	KANA(struct office, kana, .flags = F_REQUIRED, .max = 100),
	WIDE(struct office, principal, .flags = F_OPTIONAL, .max = 100),
	PART(struct office, at, struct address, address_form,
	     .flags = F_REQUIRED | F_MATCH | F_NOTICE | F_PUBLIC),
	TEL(struct office, tel, .flags = F_REQUIRED | F_PERSONAL),
	TEL(struct office, fax, .flags = F_OPTIONAL | F_PERSONAL),
	MAIL(struct office, mail, .flags = F_OPTIONAL | F_PERSONAL, .max = 50),
	NUMBER(struct office, staff, .flags = F_OPTIONAL, .max = 9999999),
	ROWS(struct office, business, nbusiness, struct business, business_form,
	     .flags = F_REQUIRED, .min = 1, .max = BUSINESS_MAX),
	PART(struct office, inst, struct institution, institution_form,
	     .flags = F_REQUIRED),
};

/* Businesses and institution are the last two. */
const struct form office_own_form = {
	.name = "office",
	.row_size = sizeof(struct office),
	.fields = fields,
	.nfields = COUNT(fields) - 2,
};

/* Nobody can be counted at a business with nobody in it (spec §2.3: 計 > 0). */
static void check_counts(struct problems *p, const struct office *o)
{
	for (size_t i = 0; i < o->nbusiness; i++)
		if (o->business[i].own + o->business[i].external == 0)
			(void)problem(p, "office.nobody", "business.%zu.own",
				      i);
}

static void check_twice(struct problems *p, const struct office *o)
{
	for (size_t i = 1; i < o->nbusiness; i++)
		for (size_t k = 0; k < i; k++)
			if (business_same(&o->business[i], &o->business[k])) {
				struct report *r = problem(p, "office.twice",
							   "business.%zu.type",
							   i);

				report_arg(r, "a", "%zu", k + 1);
				report_arg(r, "b", "%zu", i + 1);
			}
}

/* Rules that need more than one field; the others stand in the table. */
static void rules(struct problems *p, const void *row)
{
	check_counts(p, row);
	check_twice(p, row);
	fulltime_check(p, row);
}

int64_t office_persons(const struct office *o)
{
	int64_t sum = 0;

	for (size_t i = 0; i < o->nbusiness; i++)
		sum += business_persons(&o->business[i]);
	return sum;
}

static size_t more(struct ctx *cx, const void *row, struct arg *list)
{
	const struct office *o = row;
	const char *key = mem_printf(cx, "%s %s", o->name, o->at.town);

	list[0] = (struct arg) { "search_key", value_text(text_key(cx, key)) };
	list[1] = (struct arg) { "persons", value_int(office_persons(o)) };
	list[2] = (struct arg) { "types", value_text(office_types(cx, o)) };
	return 3;
}

const struct form office_form = {
	.name = "office",
	.row_size = sizeof(struct office),
	.fields = fields,
	.nfields = COUNT(fields),
	.load = &sql_office_load,
	.insert = &sql_office_insert,
	.update = &sql_office_update,
	.remove = &sql_office_remove,
	.rules = rules,
	.more = more,
};
