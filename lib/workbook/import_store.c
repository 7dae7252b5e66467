/* import_store.c - the offices of a workbook into the draft. */
#include "db/audit.h"
#include "sql/tokutei/office.h"
#include "sql/tokutei/upload.h"
#include "tokutei/application.h"
#include "workbook/importing.h"

/* Offices in a packet; below the size at which a bulk goes out by itself,
 * because a business must not come before its office. */
#define PACKET 900

/*
 * The server stores a packet while the next one is read: first the offices;
 * when half of the next packet is there, their businesses.
 */
struct store {
	const struct workbook *w;
	struct bulk *insert, *update, *clear;
	/* Businesses of the offices that are collected, and of those that have
	 * been sent just now. */
	struct bulk *businesses, *behind;
	size_t noffices, nbusinesses; /* collected */
	int64_t next;		      /* number for a new office */
};

static enum status send_offices(struct store *s)
{
	struct bulk *swap = s->behind;

	TRY(bulk_send(s->behind));
	TRY(bulk_send(s->insert));
	TRY(bulk_send(s->update));
	TRY(bulk_send(s->clear));
	s->behind = s->businesses;
	s->businesses = swap;
	s->noffices = 0;
	s->nbusinesses = 0;
	return ST_OK;
}

static enum status send_all(struct store *s)
{
	TRY(send_offices(s));
	return bulk_end(s->behind);
}

static enum status put_businesses(struct store *s, struct ctx *cx,
				  const struct office *o)
{
	for (size_t i = 0; i < o->nbusiness; i++) {
		const struct args *place = ARGS(
			{ "number", value_int(o->number) },
			{ "position", value_int((int64_t)i + 1) });

		TRY(bulk_add(s->businesses,
			     shape_args(cx, s->w->business, &o->business[i],
					place)));
	}
	s->nbusinesses += o->nbusiness;
	return ST_OK;
}

static enum status put(void *arg, struct ctx *cx, struct office *o,
		       enum import_match match)
{
	struct store *s = arg;

	if (match == IMPORT_SAME)
		return ST_OK;
	if (s->noffices == PACKET || s->nbusinesses + o->nbusiness > PACKET)
		TRY(send_offices(s));
	if (++s->noffices == PACKET / 2)
		TRY(bulk_send(s->behind));
	if (match == IMPORT_NEW) {
		o->number = s->next++;
		o->id = id_new();
		TRY(bulk_add(s->insert, shape_args(cx, s->w->office, o, NULL)));
	} else {
		TRY(bulk_add(s->update, shape_args(cx, s->w->office, o, NULL)));
		TRY(bulk_add(s->clear,
			     ARGS({ "number", value_int(o->number) })));
	}
	return put_businesses(s, cx, o);
}

static enum status remove_unmet(struct ctx *cx, const struct import_draft *d)
{
	struct bulk *bulk = bulk_new(cx, &sql_import_remove);
	size_t n;
	const int64_t *numbers = import_draft_unmet(cx, d, &n);

	for (size_t i = 0; i < n; i++)
		TRY(bulk_add(bulk, ARGS({ "number", value_int(numbers[i]) })));
	return bulk_end(bulk);
}

static enum status tell(struct ctx *cx, const struct import_result *r,
			int64_t removed)
{
	return audit_write(
		cx, "office.import", "office", (struct id) { { 0 } },
		mem_printf(cx,
			   "{\"added\":%lld,\"changed\":%lld,\"removed\":%lld}",
			   (long long)r->added, (long long)r->changed,
			   (long long)removed));
}

enum status import_store(struct ctx *cx, struct import_job *job, bool replace,
			 struct import_result *result)
{
	struct store s = { .w = job->w };
	struct row *draft;

	TRY(application_touch(cx));
	TRY(db_one(cx, &sql_import_lock, NO_ARGS, &draft));
	s.next = row_int(draft, "next_office");
	s.insert = bulk_new(cx, &sql_office_insert);
	s.update = bulk_new(cx, &sql_import_update);
	s.clear = bulk_new(cx, &sql_business_remove);
	s.businesses = bulk_new(cx, &sql_business_insert);
	s.behind = bulk_new(cx, &sql_business_insert);
	job->take = put;
	/* cppcheck-suppress autoVariables ; only until this function ends */
	job->arg = &s;
	TRY(import_draft_load(cx, job->w, &job->draft));
	TRY(db_exec(cx, &sql_import_pause, NO_ARGS, NULL));
	TRY(import_read(cx, job, result));
	TRY(send_all(&s));
	if (replace)
		TRY(remove_unmet(cx, job->draft));
	if ((int64_t)import_draft_offices(job->draft) + result->added -
		    (replace ? result->missing : 0) >
	    OFFICE_MAX)
		return ST_TOO_LARGE;
	TRY(db_exec(cx, &sql_import_resume, NO_ARGS, NULL));
	TRY(db_exec(cx, &sql_import_numbers,
		    ARGS({ "next", value_int(s.next) }), NULL));
	return tell(cx, result, replace ? result->missing : 0);
}
