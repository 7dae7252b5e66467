/* precheck_office.c - 事前チェック: the rules about offices. */
#include "review/precheck_office.h"

#include "sql/review/precheck.h"
#include "text/company.h"
#include "text/digits.h"
#include "text/mail.h"

void precheck_found(struct precheck_result *r, enum precheck_verdict v,
		    const struct precheck_place *place)
{
	if (r->verdict == PRECHECK_OFF || v > r->verdict)
		r->verdict = v;
	if (r->n < PRECHECK_NAMED)
		r->list[r->n++] = *place;
	r->count++;
}

struct look {
	struct ctx *cx; /* as long as the office passes by */
	const struct precheck_office *office;
	struct precheck *sheet;
};

/* field begins with a dot: of the institution, which is asked about as a
 * whole. */
static void at_office(const struct look *l, enum precheck_rule rule,
		      enum precheck_verdict v, const char *field, const char *a,
		      const char *b)
{
	struct precheck_result *r = &l->sheet->rule[rule];
	bool inst = field[0] == '.';
	struct precheck_place place = {
		.target = inst ? "institution" : "office",
		.field = inst ? "inst" : field,
		.office = l->office->number,
		.office_id = l->office->id,
	};

	if (r->n < PRECHECK_NAMED) {
		place.name = mem_text(l->sheet->cx, l->office->name);
		place.a = mem_text(l->sheet->cx, a);
		place.b = mem_text(l->sheet->cx, b);
	}
	precheck_found(r, v, &place);
}

static const char *number(const struct look *l, int64_t n)
{
	return mem_printf(l->cx, "%lld", (long long)n);
}

static void check_counts(const struct look *l)
{
	const struct precheck_office *o = l->office;

	/* -1: the whole office is nobody's part, so nothing to hold it to. */
	if (o->least < 1 || (o->persons >= 0 && o->sum != o->persons))
		at_office(l, P_SUM, PRECHECK_FAIL, "", number(l, o->sum),
			  number(l, o->persons));
	if (o->staff != NO_NUMBER && o->own > o->staff)
		at_office(l, P_STAFF, PRECHECK_ASK, "staff", number(l, o->own),
			  number(l, o->staff));
}

static void check_tel(const struct look *l, const char *field, const char *tel)
{
	if (*tel && !phone_usual(tel))
		at_office(l, P_TEL, PRECHECK_ASK, field, tel, "");
}

static void check_mail(const struct look *l, const char *field,
		       const char *mail)
{
	const char *meant = *mail ? mail_hint(l->cx, mail) : NULL;

	if (meant)
		at_office(l, P_MAIL, PRECHECK_ASK, field, mail, meant);
}

static void check_agency(const struct look *l)
{
	const char *principal = l->office->principal;
	const char *full = *principal ? company_full(l->cx, principal) : NULL;

	if (*principal == '\0')
		at_office(l, P_AGENCY, PRECHECK_FAIL, "principal", "", "");
	if (full)
		at_office(l, P_NAME, PRECHECK_ASK, "principal", principal,
			  full);
}

void precheck_office(struct ctx *cx, const struct precheck_office *o,
		     bool agency, struct precheck *sheet)
{
	const struct look l = { cx, o, sheet };

	if (o->missing)
		at_office(&l, P_REQUIRED, PRECHECK_FAIL, "", "", "");
	check_counts(&l);
	if (o->zip_wrong)
		at_office(&l, P_ZIP, PRECHECK_ASK, "at", "", "");
	if (o->inst_zip_wrong)
		at_office(&l, P_ZIP, PRECHECK_ASK, ".at", "", "");
	check_tel(&l, "tel", o->tel);
	check_tel(&l, "fax", o->fax);
	check_tel(&l, ".tel", o->inst_tel);
	check_tel(&l, ".fax", o->inst_fax);
	check_mail(&l, "mail", o->mail);
	check_mail(&l, ".mail", o->inst_mail);
	if (agency)
		check_agency(&l);
	if (!o->secured)
		at_office(&l, P_INSTITUTION, PRECHECK_ASK, ".secured", "", "");
}

struct passing {
	bool agency;
	struct precheck *sheet;
};

static enum status look_at(struct ctx *cx, void *arg, const struct row *row)
{
	const struct passing *p = arg;
	const struct value *staff = row_value(row, "staff");
	const struct precheck_office o = {
		.id = row_id(row, "id"),
		.number = row_int(row, "number"),
		.name = row_text(row, "name"),
		.principal = row_text(row, "principal"),
		.tel = row_text(row, "tel"),
		.fax = row_text(row, "fax"),
		.mail = row_text(row, "mail"),
		.inst_tel = row_text(row, "inst_tel"),
		.inst_fax = row_text(row, "inst_fax"),
		.inst_mail = row_text(row, "inst_mail"),
		.secured = row_int(row, "secured") == 1,
		.missing = row_int(row, "missing") == 1,
		.zip_wrong = row_int(row, "zip_wrong") == 1,
		.inst_zip_wrong = row_int(row, "inst_zip_wrong") == 1,
		.staff = staff->kind == V_NULL ? NO_NUMBER : staff->number,
		.own = row_int(row, "own"),
		.sum = row_int(row, "sum"),
		.persons = row_int(row, "persons"),
		.least = row_int(row, "least"),
	};

	precheck_office(cx, &o, p->agency, p->sheet);
	return ST_OK;
}

enum status precheck_offices(struct ctx *cx, const struct desk_view *view,
			     struct precheck *sheet)
{
	struct passing p = { view->applicant->agency == 1, sheet };

	return db_each(cx, &sql_precheck_offices,
		       ARGS({ "version", value_int(view->version) }), look_at,
		       &p);
}
