/* business.c - 事業の種類: what is done at an office, and by how many. */
#include <string.h>

#include "sql/master/business_type.h"
#include "sql/tokutei/office.h"
#include "tokutei/fulltime.h"
#include "tokutei/office.h"

static const struct field fields[] = {
	CHOICE(struct business, type, .flags = F_REQUIRED | F_NOTICE | F_PUBLIC,
	       .options = &sql_type_options),
	CHOICE(struct business, detail1,
	       .flags = F_REQUIRED | F_NOTICE | F_PUBLIC,
	       .options = &sql_detail1_options),
	CHOICE(struct business, detail2,
	       .flags = F_REQUIRED | F_IF_ANY | F_NOTICE | F_PUBLIC,
	       .options = &sql_detail2_options),
	NUMBER(struct business, own, .flags = F_REQUIRED | F_NOTICE,
	       .max = 9999999),
	NUMBER(struct business, external, .flags = F_REQUIRED | F_NOTICE,
	       .max = 9999999),
	AREA(struct business, note, .flags = F_OPTIONAL, .max = 500),
	TEXT(struct business, basis_own, .flags = F_HIDDEN | F_NO_SHEET,
	     .max = 1000),
	TEXT(struct business, basis_external, .flags = F_HIDDEN | F_NO_SHEET,
	     .max = 1000),
};

bool business_same(const struct business *a, const struct business *b)
{
	return strcmp(a->type, b->type) == 0 &&
	       strcmp(a->detail1, b->detail1) == 0 &&
	       strcmp(a->detail2, b->detail2) == 0;
}

/* Two numbers below ten millions: no overflow. */
int64_t business_persons(const struct business *b)
{
	return (b->own == NO_NUMBER ? 0 : b->own) +
	       (b->external == NO_NUMBER ? 0 : b->external);
}

const struct form business_form = {
	.name = "business",
	.row_size = sizeof(struct business),
	.fields = fields,
	.nfields = COUNT(fields),
	.insert = &sql_business_insert,
	.remove = &sql_business_remove,
};
