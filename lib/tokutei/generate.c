/* generate.c - demonstration and test data of any size. */
#include "tokutei/generate.h"

#include "account/account.h"
#include "db/audit.h"
#include "form/shape.h"
#include "sql/tokutei/application.h"
#include "sql/tokutei/applicant.h"
#include "sql/tokutei/generate.h"
#include "sql/tokutei/office.h"
#include "sql/tokutei/upload.h"
#include "tokutei/application.h"
#include "tokutei/sample.h"
#include "tokutei/unit.h"

/* Of a batch the offices go first: their businesses point at them. An office
 * has two at most, and a bulk sends itself at 1,000 rows. */
#define BATCH_OFFICES 400
/* What a transaction has changed makes the next change in it slower. */
#define TRANSACTION_OFFICES 5000
#define TRANSACTION_APPLICATIONS 50

/* One run. who is rewritten for each application: statements see whose draft
 * it is as they would in a request. */
struct run {
	const struct generate *g;
	const struct sample *sample;
	const struct shape *office, *business;
	struct chance chance;
	struct who who;
	int64_t number; /* of the next application, in names and addresses */
	struct generated done;
};

static enum status add_business(struct ctx *cx, struct run *r,
				struct bulk *bulk, const struct office *o,
				size_t i)
{
	const struct arg more[] = {
		{ "number", value_int(o->number) },
		{ "position", value_int((int64_t)i + 1) },
	};
	const struct args place = { more, COUNT(more), NULL };

	return bulk_add(bulk,
			shape_args(cx, r->business, &o->business[i], &place));
}

static enum status add_office(struct ctx *cx, struct run *r,
			      const struct applicant *a, int64_t number,
			      struct bulk *const bulks[2])
{
	struct ctx *turn = ctx_new(cx);
	struct office *o = shape_row(turn, r->office);
	enum status st;

	o->id = id_new();
	o->number = number;
	sample_office(turn, r->sample, &r->chance, a, o);
	st = bulk_add(bulks[0], shape_args(turn, r->office, o, NULL));
	for (size_t i = 0; i < o->nbusiness && st == ST_OK; i++)
		st = add_business(turn, r, bulks[1], o, i);
	r->done.offices++;
	r->done.persons += office_persons(o);
	ctx_end(turn);
	return st;
}

static enum status flush(struct bulk *const bulks[2])
{
	TRY(bulk_end(bulks[0]));
	return bulk_end(bulks[1]);
}

static enum status add_offices(struct ctx *cx, struct run *r,
			       const struct applicant *a)
{
	struct bulk *const bulks[2] = {
		bulk_new(cx, &sql_office_insert),
		bulk_new(cx, &sql_business_insert),
	};

	TRY(db_exec(cx, &sql_import_pause, NO_ARGS, NULL));
	for (int64_t i = 1; i <= r->g->offices; i++) {
		TRY(add_office(cx, r, a, i, bulks));
		if (i % BATCH_OFFICES == 0)
			TRY(flush(bulks));
	}
	TRY(flush(bulks));
	TRY(db_exec(cx, &sql_import_resume, NO_ARGS, NULL));
	return db_exec(cx, &sql_generate_numbered,
		       ARGS({ "next", value_int(r->g->offices + 1) }), NULL);
}

static enum status add_applicant(struct ctx *cx, struct run *r,
				 const char *mail, struct applicant *a)
{
	struct founder *f = form_row(cx, &founder_form);

	sample_applicant(cx, r->sample, &r->chance, r->number, a);
	if (r->g->company)
		a->name = r->g->company;
	a->mail = mail;
	a->revision = f->revision = 1;
	f->founder = a->founder;
	TRY(db_exec(cx, &sql_founder_update,
		    form_args(cx, &founder_form, f, NULL), NULL));
	a->revision++;
	return db_exec(cx, &sql_applicant_update,
		       form_args(cx, &applicant_form, a, NULL), NULL);
}

static enum status make_account(struct ctx *cx, const struct applicant *a,
				int64_t *account, int64_t *organisation)
{
	const struct account_new new = {
		.login = a->mail,
		.mail = a->mail,
		.tel = a->tel,
		.name = a->name,
	};

	TRY(organisation_create(cx, "business", a->name, 0, organisation));
	TRY(account_create(cx, &new, account));
	return account_join(cx, *account, *organisation, "applicant");
}

/* As application_send() does, without a mail to an address of nobody. */
static enum status mark_sent(struct ctx *cx, struct run *r,
			     const struct applicant *a)
{
	const char *receipt;
	int64_t organisation;

	TRY(make_account(cx, a, &r->done.account, &organisation));
	TRY(application_take_receipt(cx, &receipt));
	TRY(db_exec(cx, &sql_version_freeze, NO_ARGS, NULL));
	TRY(db_exec(cx, &sql_application_sent,
		    ARGS({ "receipt", value_text(receipt) },
			 { "account", value_int(r->done.account) },
			 { "organisation", value_int(organisation) }),
		    NULL));
	return unit_open(cx, r->who.application, r->who.draft);
}

static enum status add_application(struct ctx *cx, struct run *r)
{
	struct applicant *a = form_row(cx, &applicant_form);
	const char *mail = r->g->mail
				   ? r->g->mail
				   : mem_printf(cx, "sample%07lld@example.jp",
						(long long)r->number);
	struct row *row;

	r->who = (struct who) { .role = "", .site = "host" };
	TRY(application_start(cx, mail, &r->who.application));
	TRY(db_one(cx, &sql_generate_begun, NO_ARGS, &row));
	r->who.draft = row_int(row, "draft");
	TRY(add_applicant(cx, r, mail, a));
	TRY(add_offices(cx, r, a));
	if (r->g->sent)
		TRY(mark_sent(cx, r, a));
	r->number++;
	r->done.applications++;
	r->done.application = r->who.application;
	return ST_OK;
}

/* Some applications; what is left of arg after a failure does not count. */
static enum status add_some(struct ctx *cx, void *arg)
{
	struct run *kept = arg;
	struct run r = *kept;
	int64_t offices = r.done.offices + TRANSACTION_OFFICES;
	int64_t applications = r.done.applications + TRANSACTION_APPLICATIONS;

	if (applications > r.g->applications)
		applications = r.g->applications;

	do {
		struct ctx *turn = ctx_new(cx);
		enum status st;

		turn->who = &r.who;
		st = add_application(turn, &r);
		ctx_end(turn);
		TRY(st);
	} while (r.done.applications < applications &&
		 r.done.offices < offices);
	*kept = r;
	return ST_OK;
}

enum status generate(struct ctx *cx, const struct generate *g,
		     struct generated *done)
{
	struct run r = {
		.g = g,
		.office = shape_of(cx, &office_form),
		.business = shape_of(cx, &business_form),
		.chance = { .state = g->seed },
	};
	struct sample *sample;
	struct row *row;

	if (g->offices > OFFICE_MAX)
		return ST_INVALID;
	TRY(sample_load(cx, g->words, &r.chance, &sample));
	r.sample = sample;
	if (g->desks && sample_desks(cx, sample, g->desks) != ST_OK)
		return ST_BAD;
	TRY(db_one(cx, &sql_generate_next, NO_ARGS, &row));
	r.number = row_int(row, "number");
	while (r.done.applications < g->applications)
		TRY(db_transaction(cx, add_some, &r));
	*done = r.done;
	return ST_OK;
}
