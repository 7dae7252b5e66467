/* application.c - 登録申請: begun, and how far it has come. */
#include "tokutei/application.h"

#include <string.h>

#include "db/audit.h"
#include "sql/tokutei/application.h"
#include "sql/tokutei/office.h"

static enum status begin(struct ctx *cx, const char *mail, int64_t *id)
{
	struct id public_id = id_new();
	int64_t version;

	TRY(db_exec(cx, &sql_application_insert,
		    ARGS({ "id", value_id(public_id) },
			 { "mail", value_text(mail) }),
		    NULL));
	*id = db_last_id(cx);
	TRY(db_exec(cx, &sql_version_insert,
		    ARGS({ "application", value_int(*id) },
			 { "number", value_int(1) }),
		    NULL));
	version = db_last_id(cx);
	TRY(db_exec(cx, &sql_applicant_insert,
		    ARGS({ "version", value_int(version) },
			 { "id", value_id(id_new()) },
			 { "mail", value_text(mail) }),
		    NULL));
	TRY(db_exec(cx, &sql_application_set_draft,
		    ARGS({ "version", value_int(version) },
			 { "application", value_int(*id) }),
		    NULL));
	return audit_write(cx, "application.start", "application", public_id,
			   "");
}

/* Whoever asks for a link once more goes on where it was left: one draft for an
 * address, because the address becomes the login id. */
enum status application_start(struct ctx *cx, const char *mail, int64_t *id)
{
	struct row *row;
	enum status st = db_one(cx, &sql_application_of_mail,
				ARGS({ "mail", value_text(mail) }), &row);

	if (st == ST_NOT_FOUND)
		return begin(cx, mail, id);
	TRY(st);
	*id = row_int(row, "id");
	return ST_OK;
}

enum status application_touch(struct ctx *cx)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_draft_touch, NO_ARGS, &changed));
	return changed ? ST_OK : ST_STATE;
}

/*
 * 産業医 and 業務継続計画: without them one cannot apply (登録要領). 社会保険・
 * 社会福祉・介護事業 needs no physician, which is known only when every office
 * is there: before the first office the answer 無 is let pass.
 */
static enum status find_gate(struct ctx *cx, const struct row *row,
			     const char **gate)
{
	struct row *beyond_welfare;

	*gate = "";
	if (strcmp(row_text(row, "founder"), "public") == 0)
		return ST_OK;
	if (strcmp(row_text(row, "plan"), "no") == 0)
		*gate = "plan";
	else if (strcmp(row_text(row, "physician"), "no") == 0 &&
		 row_int(row, "offices") > 0) {
		TRY(db_one(cx, &sql_application_beyond_welfare, NO_ARGS,
			   &beyond_welfare));
		if (row_int(beyond_welfare, "yes"))
			*gate = "physician";
	}
	return ST_OK;
}

static enum status find_mandate(struct ctx *cx, struct progress *p)
{
	struct row *row;

	if (!p->agency)
		return ST_OK;
	TRY(db_one(cx, &sql_application_has_mandate, NO_ARGS, &row));
	p->mandate_missing = row_int(row, "yes") == 0;
	return ST_OK;
}

/* A page has it from the session's statement; an act must see what it has
 * changed itself. */
static enum status load_progress(struct ctx *cx, const struct row **row)
{
	struct row *read;

	*row = cx->who->seen;
	if (*row && !db_writing(cx))
		return row_value(*row, "founder")->kind == V_NULL ? ST_NOT_FOUND
								  : ST_OK;
	TRY(db_one(cx, &sql_application_progress, NO_ARGS, &read));
	*row = read;
	return ST_OK;
}

enum status application_progress(struct ctx *cx, struct progress *p)
{
	const struct row *row;
	enum status st = load_progress(cx, &row);

	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	*p = (struct progress) {
		.founder = *row_text(row, "founder") != '\0',
		.applicant = row_int(row, "applicant") == 1,
		.offices = row_int(row, "offices"),
		.persons = row_int(row, "persons"),
		.without_institution = row_int(row, "without_institution"),
		.agency = row_int(row, "agency") == 1,
	};
	TRY(find_gate(cx, row, &p->gate));
	return find_mandate(cx, p);
}

bool application_may(const struct progress *p, enum step_of step,
		     const char **instead)
{
	*instead = "/tokutei/founder";
	if (step == STEP_FOUNDER)
		return true;
	if (!p->founder)
		return false;
	*instead = "/tokutei/applicant";
	if (step == STEP_APPLICANT)
		return true;
	if (!p->applicant)
		return false;
	*instead = "/tokutei/gate";
	if (strcmp(p->gate, "plan") == 0)
		return false;
	*instead = "/tokutei/offices";
	if (step == STEP_OFFICES)
		return true;
	if (p->offices == 0)
		return false;
	*instead = "/tokutei/gate";
	return *p->gate == '\0';
}

const char *application_resume(const struct progress *p)
{
	const char *instead;

	if (!application_may(p, STEP_OFFICES, &instead))
		return instead;
	return "/tokutei/offices";
}
