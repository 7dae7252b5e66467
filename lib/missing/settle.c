/* settle.c - 未確保の事業所: one institution for many offices at once. */
#include "missing/settle.h"

#include <string.h>

#include "base/buf.h"
#include "db/audit.h"
#include "sql/tokutei/missing.h"
#include "tokutei/application.h"
#include "tokutei/procedure.h"

static const struct field office_fields[] = {
	TEXT(struct missing_office, pick, .flags = F_OPTIONAL, .max = 32),
};

static const struct form missing_office_form = {
	.name = "missing_office",
	.row_size = sizeof(struct missing_office),
	.fields = office_fields,
	.nfields = COUNT(office_fields),
};

/* As institution_form, of which nothing depends on an answer here. */
static const struct field institution_fields[] = {
	WIDE(struct institution, name, .flags = F_REQUIRED, .max = 100),
	KANA(struct institution, kana, .flags = F_REQUIRED, .max = 100),
	PART(struct institution, at, struct address, address_form,
	     .flags = F_REQUIRED),
	TEL(struct institution, tel, .flags = F_REQUIRED),
	TEL(struct institution, fax, .flags = F_OPTIONAL),
	MAIL(struct institution, mail, .flags = F_OPTIONAL, .max = 50),
};

static const struct form missing_institution_form = {
	.name = "missing_institution",
	.row_size = sizeof(struct institution),
	.fields = institution_fields,
	.nfields = COUNT(institution_fields),
};

static const struct field fields[] = {
	ID(struct missing_settling, id),
	ROWS(struct missing_settling, office, noffice, struct missing_office,
	     missing_office_form, .flags = F_OPTIONAL, .max = MISSING_OFFICES),
	CHECK(struct missing_settling, everyone, .flags = F_OPTIONAL),
	PART(struct missing_settling, inst, struct institution,
	     missing_institution_form, .flags = F_REQUIRED),
};

bool missing_is_picked(const struct missing_settling *s, const char *id)
{
	for (size_t i = 0; i < s->noffice; i++)
		if (strcmp(s->office[i].pick, id) == 0)
			return true;
	return false;
}

static void rules(struct problems *p, const void *row)
{
	const struct missing_settling *s = row;

	if (s->noffice == 0 && s->everyone != 1)
		problem(p, "missing.none", "office");
}

const struct form missing_settling_form = {
	.name = "missing_settling",
	.row_size = sizeof(struct missing_settling),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

enum status missing_mine(struct ctx *cx, struct missing_mine *mine)
{
	struct row *row;

	TRY(db_one(cx, &sql_missing_mine, NO_ARGS, &row));
	*mine = (struct missing_mine) {
		.number = row_text(row, "number"),
		.offices = row_int(row, "offices"),
		.draft = row_int(row, "draft") == 1,
		.changed_at = row_time(row, "changed_at"),
	};
	return ST_OK;
}

enum status missing_offices(struct ctx *cx, struct id from, struct rows *rows)
{
	return db_many(cx, &sql_missing_offices,
		       ARGS({ "id", value_id(from) },
			    { "limit", value_int(MISSING_OFFICES + 1) }),
		       rows);
}

enum status missing_begin(struct ctx *cx)
{
	struct id application;
	struct missing_mine mine;
	enum status st = missing_mine(cx, &mine);

	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	if (cx->who->draft)
		return ST_OK;
	return procedure_begin(cx, "change", &application);
}

static const char *picks(struct ctx *cx, const struct missing_settling *s)
{
	struct buf b;

	buf_init(&b, cx);
	for (size_t i = 0; i < s->noffice; i++)
		buf_printf(&b, "%s%s", i ? "," : "", s->office[i].pick);
	return b.text;
}

enum status missing_fill(struct ctx *cx, const struct missing_settling *s,
			 int64_t *filled)
{
	const struct id none = { { 0 } };
	const struct args *more = ARGS(
		{ "picks", value_text(picks(cx, s)) },
		{ "everyone", value_int(s->everyone == 1) });

	TRY(missing_begin(cx));
	TRY(application_touch(cx));
	TRY(db_exec(cx, &sql_missing_fill,
		    form_args(cx, &missing_settling_form, s, more), filled));
	return audit_write(
		cx, "missing.settle", "office", none,
		mem_printf(cx, "{\"offices\":%lld}", (long long)*filled));
}
