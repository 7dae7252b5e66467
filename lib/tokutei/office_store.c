/* office_store.c - offices of the draft: added, copied, taken out. */
#include <string.h>

#include "db/audit.h"
#include "sql/tokutei/office.h"
#include "tokutei/applicant.h"
#include "tokutei/application.h"
#include "tokutei/office.h"

/* The next number of the draft. The row of the version is locked by it, so
 * two offices that are added at once get different ones. */
static enum status take_number(struct ctx *cx, int64_t *number)
{
	int64_t changed;
	struct row *row;

	TRY(db_exec(cx, &sql_office_take_number, NO_ARGS, &changed));
	if (changed == 0)
		return ST_STATE;
	TRY(db_one(cx, &sql_office_taken_number, NO_ARGS, &row));
	*number = row_int(row, "number");
	return row_int(row, "offices") >= OFFICE_MAX ? ST_TOO_LARGE : ST_OK;
}

enum status office_save(struct ctx *cx, struct office *o)
{
	TRY(application_touch(cx));
	if (!id_set(o->id))
		TRY(take_number(cx, &o->number));
	return form_save(cx, &office_form, o);
}

enum status office_duplicate(struct ctx *cx, struct id id, struct id *made)
{
	struct office *o = form_row(cx, &office_form);

	TRY(form_load(cx, &office_form, id, o));
	o->id = (struct id) { { 0 } };
	TRY(office_save(cx, o));
	*made = o->id;
	return ST_OK;
}

enum status office_remove(struct ctx *cx, struct id id)
{
	TRY(application_touch(cx));
	return form_remove(cx, &office_form, id);
}

enum status office_remove_all(struct ctx *cx, int64_t *removed)
{
	TRY(application_touch(cx));
	TRY(db_exec(cx, &sql_office_remove_all, NO_ARGS, removed));
	return audit_write(
		cx, "office.remove_all", "office", (struct id) { { 0 } },
		mem_printf(cx, "{\"removed\":%lld}", (long long)*removed));
}

enum status office_from_applicant(struct ctx *cx, struct office *o)
{
	struct applicant *a = form_row(cx, &applicant_form);

	TRY(form_load_by(cx, &applicant_form, NO_ARGS, a));
	o->name = a->name;
	o->kana = a->kana;
	o->at = a->at;
	o->tel = a->tel;
	o->fax = a->fax;
	return ST_OK;
}

enum status office_institution_of(struct ctx *cx, struct id id,
				  struct institution *inst)
{
	struct office *o = form_row(cx, &office_form);

	TRY(form_load(cx, &office_form, id, o));
	*inst = o->inst;
	return ST_OK;
}
