/* load.c - fills the master tables from sql/data. */
#include "master/load.h"

#include <string.h>

#include "base/log.h"
#include "db/db.h"
#include "master/tsv.h"
#include "sql/master/business_type.h"
#include "sql/master/data_stamp.h"
#include "sql/master/holiday.h"
#include "sql/master/ministry.h"
#include "sql/master/parameter.h"
#include "sql/master/place.h"
#include "sql/master/postal.h"

/* In the order in which they point at each other. */
struct table {
	const char *name; /* also in stamp.tsv */
	const char *file;
	const struct query *put;   /* its binds are the file's columns */
	const struct query *clear; /* NULL: what is there stays */
	int64_t kind;
	/* The statement asks something else for each row, which the server
	 * would ask only once for rows in bulk. */
	bool asks;
};

static const struct table tables[] = {
	{ "prefecture", "prefecture.tsv", &sql_prefecture_put, NULL, 0, false },
	{ "city", "city.tsv", &sql_city_put, NULL, 0, false },
	{ "postal_town", "postal-town.tsv.gz", &sql_postal_put,
	  &sql_postal_clear, 0, false },
	{ "postal_office", "postal-office.tsv.gz", &sql_postal_put,
	  &sql_postal_clear, 1, false },
	{ "holiday", "holiday.tsv", &sql_holiday_put, NULL, 0, false },
	{ "ministry", "ministry.tsv", &sql_ministry_put, NULL, 0, false },
	{ "business_type", "business_type.tsv", &sql_business_type_put, NULL, 0,
	  true },
	{ "parameter", "parameter.tsv", &sql_parameter_put, NULL, 0, false },
};

struct work {
	const struct table *table;
	struct tsv *tsv;
	const char *data_date, *source; /* of stamp.tsv */
};

/* Is there the same file already, or data of a later day? */
static enum status is_current(struct ctx *cx, const struct work *w,
			      bool *current)
{
	struct row *row;
	enum status st = db_one(cx, &sql_data_stamp_load,
				ARGS({ "name", value_text(w->table->name) }),
				&row);
	int newer;

	*current = false;
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	newer = strcmp(row_text(row, "data_date"), w->data_date);
	*current = newer > 0 ||
		   (newer == 0 && row_int(row, "checksum") == w->tsv->checksum);
	return ST_OK;
}

static enum status put_stamp(struct ctx *cx, const struct work *w, int64_t rows)
{
	return db_exec(cx, &sql_data_stamp_put,
		       ARGS({ "name", value_text(w->table->name) },
			    { "data_date", value_text(w->data_date) },
			    { "source", value_text(w->source) },
			    { "checksum", value_int(w->tsv->checksum) },
			    { "row_count", value_int(rows) }),
		       NULL);
}

static enum status put_rows(struct ctx *cx, const struct work *w, int64_t *rows)
{
	struct tsv *tsv = w->tsv;
	struct bulk *bulk = bulk_new(cx, w->table->put);
	struct ctx *line = ctx_new(cx);

	*rows = 0;
	tsv_rewind(tsv);
	while (tsv_next(line, tsv)) {
		const struct args args = { tsv->columns, tsv->ncolumns, NULL };

		TRY(w->table->asks ? db_exec(line, w->table->put, &args, NULL)
				   : bulk_add(bulk, &args));
		++*rows;
		ctx_end(line);
		line = ctx_new(cx);
	}
	if (tsv->broken)
		return fail(ST_IO, "%s: line %lld has other columns", tsv->path,
			    (long long)*rows + 2);
	return bulk_end(bulk);
}

static enum status load_table(struct ctx *cx, void *arg)
{
	const struct work *w = arg;
	const struct table *t = w->table;
	int64_t rows;
	bool current;

	TRY(is_current(cx, w, &current));
	if (current)
		return ST_OK;
	if (t->clear)
		TRY(db_exec(cx, t->clear, ARGS({ "kind", value_int(t->kind) }),
			    NULL));
	TRY(put_rows(cx, w, &rows));
	TRY(put_stamp(cx, w, rows));
	log_event("master.load", LOG_TEXT("table", t->name),
		  LOG_INT("rows", rows));
	return ST_OK;
}

/* Which day the data of a table has, by the folder. */
static enum status find_stamp(struct ctx *cx, struct tsv *stamps,
			      struct work *w)
{
	tsv_rewind(stamps);
	while (tsv_next(cx, stamps)) {
		if (strcmp(tsv_text(stamps, "name"), w->table->name) != 0)
			continue;
		w->data_date = tsv_text(stamps, "data_date");
		w->source = tsv_text(stamps, "source");
		return ST_OK;
	}
	return fail(ST_IO, "%s: no day for %s", stamps->path, w->table->name);
}

enum status master_load(struct ctx *cx, const char *folder)
{
	struct tsv *stamps;

	TRY(tsv_open(cx, mem_printf(cx, "%s/stamp.tsv", folder), &stamps));
	for (size_t i = 0; i < COUNT(tables); i++) {
		struct ctx *own = ctx_new(cx);
		struct work w = { .table = &tables[i] };

		TRY(find_stamp(own, stamps, &w));
		TRY(tsv_open(own,
			     mem_printf(own, "%s/%s", folder, w.table->file),
			     &w.tsv));
		TRY(db_transaction(own, load_table, &w));
		ctx_end(own);
	}
	return ST_OK;
}
