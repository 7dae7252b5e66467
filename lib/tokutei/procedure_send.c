/* procedure_send.c - 変更届出・更新: sent; what is light counts at once. */
#include <string.h>

#include "db/audit.h"
#include "mail/outbox.h"
#include "sql/tokutei/procedure.h"
#include "sql/tokutei/version.h"
#include "text/jdate.h"
#include "tokutei/application.h"
#include "tokutei/force.h"
#include "tokutei/procedure.h"
#include "tokutei/unit.h"
#include "tokutei/version.h"

static const struct field fields[] = {
	DATE(struct procedure_sending, secured_on, .flags = F_OPTIONAL),
};

const struct form procedure_form = {
	.name = "procedure",
	.row_size = sizeof(struct procedure_sending),
	.fields = fields,
	.nfields = COUNT(fields),
};

/*
 * What is light stands in a version between what was in force and the notice:
 * it is in force from now on, and the notice is counted from it.
 */
static enum status put_light(struct ctx *cx, struct row *claim,
			     const struct change_sums *sums, int64_t *light)
{
	int64_t base = row_int(claim, "base"), draft = cx->who->draft;
	int64_t registration;

	TRY(db_exec(cx, &sql_version_behind, NO_ARGS, NULL));
	TRY(version_copy(cx, base, light));
	TRY(change_take_light(cx, draft, *light, sums->large));
	TRY(version_seal(cx, *light));
	TRY(db_exec(cx, &sql_procedure_parts,
		    ARGS({ "from", value_int(base) },
			 { "version", value_int(*light) }),
		    NULL));
	TRY(force_take(cx, base, *light, "light", &registration));
	TRY(db_exec(cx, &sql_procedure_rebase,
		    ARGS({ "base", value_int(*light) }), NULL));
	return audit_write(cx, "procedure.light", "application",
			   row_id(claim, "id"),
			   mem_printf(cx, "{\"offices\":%lld,\"applicant\":%d}",
				      (long long)sums->lights, sums->light));
}

static enum status mail_sent(struct ctx *cx, const struct row *claim,
			     const struct procedure_sent *sent)
{
	return mail_put(
		cx, &(struct mail_new) {
			    .template = sent->notice ? "procedure_received"
						     : "procedure_light",
			    .to = row_text(claim, "mail"),
			    MAIL_DATA({ "company", row_text(claim, "name") },
				      { "receipt", sent->receipt },
				      { "kind", row_text(claim, "kind") }),
		    });
}

/* The day is asked for when something is newly secured; it may not lie ahead.
 */
static const char *problem_of(struct ctx *cx, const struct procedure_sending *s,
			      const struct change_sums *sums, const char *kind)
{
	if (strcmp(kind, "change") == 0 && !change_any(sums))
		return "nothing";
	if (sums->secured == 0)
		return "";
	if (s->secured_on == NO_NUMBER)
		return "day";
	return s->secured_on > date_days(jtime_from_us(cx->now).date) ? "ahead"
								      : "";
}

static const char *day_text(struct ctx *cx, int64_t days)
{
	return days == NO_NUMBER ? "" : date_iso(cx, date_from_days(days));
}

enum status procedure_send(struct ctx *cx, const struct procedure_sending *s,
			   struct procedure_sent *sent)
{
	struct row *claim;
	const char *kind;
	int64_t draft = cx->who->draft, light, changed;
	enum status st = db_one(cx, &sql_procedure_claim, NO_ARGS, &claim);

	if (st != ST_OK)
		return st == ST_NOT_FOUND ? ST_STATE : st;
	kind = row_text(claim, "kind");
	*sent = (struct procedure_sent) { .application = row_id(claim, "id") };
	TRY(change_look(cx, row_int(claim, "base"), draft, &sent->sums));
	sent->problem = problem_of(cx, s, &sent->sums, kind);
	if (*sent->problem)
		return ST_INVALID;
	sent->notice = strcmp(kind, "renewal") == 0 ||
		       change_needs_notice(&sent->sums);
	if (change_has_light(&sent->sums) && strcmp(kind, "change") == 0)
		TRY(put_light(cx, claim, &sent->sums, &light));
	TRY(application_take_receipt(cx, &sent->receipt));
	TRY(version_seal(cx, draft));
	TRY(db_exec(cx, &sql_procedure_sent,
		    ARGS({ "state", value_text(sent->notice ? "submitted"
							    : "accepted") },
			 { "receipt", value_text(sent->receipt) },
			 { "secured_on",
			   value_text(sent->sums.secured
					      ? day_text(cx, s->secured_on)
					      : "") }),
		    &changed));
	if (changed != 1)
		return ST_STATE;
	if (sent->notice)
		TRY(unit_open(cx, cx->who->application, draft));
	TRY(mail_sent(cx, claim, sent));
	return audit_write(
		cx, "procedure.send", "application", sent->application,
		mem_printf(cx, "{\"receipt\":\"%s\",\"kind\":\"%s\"}",
			   sent->receipt, kind));
}
