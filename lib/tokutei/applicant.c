/*
 * applicant.c - what an applicant (申請者) is.
 *
 * One table for companies and public bodies: what only one of them is asked
 * has a condition (seed 002, 別添1; spec tokutei §2.2).
 */
#include "tokutei/applicant.h"

#include <string.h>

#include "sql/tokutei/applicant.h"
#include "text/searchkey.h"
#include "tokutei/application.h"

static const char *const founders[] = { "private", "public", NULL };
static const char *const bodies[] = { "state", "prefecture", "municipality",
				      NULL };
static const char *const yes_no[] = { "yes", "no", NULL };

static bool is_public(const void *row)
{
	const struct applicant *a = row;

	return strcmp(a->founder, "public") == 0;
}

static bool is_private(const void *row)
{
	return !is_public(row);
}

static bool is_agency(const void *row)
{
	const struct applicant *a = row;

	return a->agency == 1;
}

static const struct field founder_fields[] = {
	ID(struct founder, id),
	REVISION(struct founder, revision),
	RADIO(struct founder, founder, .flags = F_REQUIRED,
	      .choices = founders),
};

const struct form founder_form = {
	.name = "founder",
	.row_size = sizeof(struct founder),
	.fields = founder_fields,
	.nfields = COUNT(founder_fields),
	.load = &sql_founder_load,
	.update = &sql_founder_update,
};

static const struct field fields[] = {
	ID(struct applicant, id),
	REVISION(struct applicant, revision),
	RADIO(struct applicant, founder, .flags = F_HIDDEN | F_SERVER,
	      .choices = founders),
	CHECK(struct applicant, consent, .flags = F_REQUIRED),
	RADIO(struct applicant, body, .flags = F_REQUIRED, .choices = bodies,
	      .when = is_public),
	WIDE(struct applicant, name, .flags = F_REQUIRED | F_NOTICE | F_PUBLIC,
	     .max = 100, .autocomplete = "organization"),
	KANA(struct applicant, kana, .flags = F_REQUIRED, .max = 100),
	WIDE(struct applicant, chief, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50),
	KANA(struct applicant, chief_kana, .flags = F_REQUIRED | F_PERSONAL,
	     .max = 50),
	PART(struct applicant, at, struct address, address_form,
	     .flags = F_REQUIRED),
	TEL(struct applicant, tel, .flags = F_REQUIRED | F_NOTICE | F_PERSONAL,
	    .autocomplete = "tel"),
	TEL(struct applicant, fax, .flags = F_OPTIONAL | F_PERSONAL),
	MAIL(struct applicant, mail,
	     .flags = F_REQUIRED | F_NOTICE | F_PERSONAL, .max = 50,
	     .autocomplete = "email"),
	RADIO(struct applicant, physician, .flags = F_REQUIRED,
	      .choices = yes_no, .when = is_private),
	RADIO(struct applicant, plan, .flags = F_REQUIRED, .choices = yes_no,
	      .when = is_private),
	AREA(struct applicant, note1, .flags = F_OPTIONAL, .max = 500),
	CHECK(struct applicant, agency, .flags = F_OPTIONAL,
	      .when = is_private),
	CHECK(struct applicant, agency_physician, .flags = F_REQUIRED,
	      .when = is_agency),
	CHECK(struct applicant, agency_plan, .flags = F_REQUIRED,
	      .when = is_agency),
	AREA(struct applicant, note2, .flags = F_OPTIONAL, .max = 1000),
};

static size_t more(struct ctx *cx, const void *row, struct arg *list)
{
	const struct applicant *a = row;

	list[0] = (struct arg) { "search_key",
				 value_text(text_key(cx, a->name)) };
	return 1;
}

const struct form applicant_form = {
	.name = "applicant",
	.row_size = sizeof(struct applicant),
	.fields = fields,
	.nfields = COUNT(fields),
	.load = &sql_applicant_load,
	.update = &sql_applicant_update,
	.more = more,
};

enum status founder_save(struct ctx *cx, struct founder *f)
{
	TRY(application_touch(cx));
	return form_save(cx, &founder_form, f);
}

enum status applicant_save(struct ctx *cx, struct applicant *a)
{
	TRY(application_touch(cx));
	TRY(form_save(cx, &applicant_form, a));
	if (a->agency == 1)
		return ST_OK;
	return db_exec(cx, &sql_applicant_no_principals, NO_ARGS, NULL);
}
