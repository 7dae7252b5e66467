/* import.c - postal codes straight from Japan Post's files. */
#include "master/import.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db.h"
#include "master/kenall.h"
#include "sql/master/data_stamp.h"
#include "sql/master/place.h"
#include "sql/master/postal.h"
#include "text/csv.h"

struct work {
	const char *path, *data_date;
	struct kenall kenall;
	struct postal_import *done;
};

static enum status refuse(const struct work *w, const char *why, size_t line)
{
	w->done->why = why;
	w->done->line = (int64_t)line;
	return fail(ST_BAD, "postal_import: line %zu: %s", line, why);
}

static enum status take_row(struct ctx *cx, const struct csv_row *row,
			    void *arg)
{
	struct work *w = arg;

	(void)cx;
	if (w->kenall.records == 0 &&
	    !kenall_start(&w->kenall, w->kenall.cx, row->n))
		return refuse(w, "neither 15 columns nor 13", row->line);
	if (!kenall_take(&w->kenall, row->cells, row->n))
		return refuse(w, "not a record of this file", row->line);
	return ST_OK;
}

static void close_file(void *file)
{
	(void)fclose(file);
}

/* A broken file is the operator's mistake, with a line; others are not. */
static enum status explain(struct work *w, const struct csv_reader *r,
			   enum status st)
{
	if ((st == ST_BAD || st == ST_TOO_LARGE) && !w->done->why)
		return refuse(w, "not a CSV file in UTF-8 or CP932",
			      csv_line(r));
	return st;
}

static enum status read_file(struct ctx *cx, struct work *w)
{
	static const struct csv_limits limits = { 1000000, 15, 4000 };
	const struct csv_sink sink = { take_row, w };
	struct csv_reader *r = csv_open(cx, &limits, &sink);
	FILE *file = fopen(w->path, "rb");
	char piece[1 << 14];
	size_t n;

	if (!file)
		return fail(ST_IO, "%s: %s", w->path, strerror(errno));
	mem_at_end(cx, close_file, file);
	while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
		TRY(explain(w, r, csv_read(r, piece, n)));
	if (ferror(file))
		return fail(ST_IO, "%s: not readable to its end", w->path);
	TRY(explain(w, r, csv_close(r)));
	if (!kenall_finish(&w->kenall))
		return refuse(w, "the last town is cut off", 0);
	return ST_OK;
}

/* Files with only what changed in a month look the same. */
static enum status refuse_difference(struct ctx *cx, const struct work *w,
				     const char *name)
{
	struct row *row;
	enum status st = db_one(cx, &sql_data_stamp_load,
				ARGS({ "name", value_text(name) }), &row);
	int64_t places = (int64_t)w->kenall.nplaces;

	if (st != ST_NOT_FOUND) {
		TRY(st);
		if (places * 2 < row_int(row, "row_count"))
			return refuse(w, "far fewer codes than there are", 0);
	}
	return places ? ST_OK : refuse(w, "no codes", 0);
}

/* The codes of all municipalities that were ever there, in order. */
struct known {
	const char **codes;
	size_t n;
};

static enum status read_known(struct ctx *cx, struct known *known)
{
	struct rows rows;

	TRY(db_many(cx, &sql_city_codes, NO_ARGS, &rows));
	known->codes = mem_array(cx, rows.n, sizeof(*known->codes));
	for (known->n = 0; known->n < rows.n; known->n++)
		known->codes[known->n] = row_text(rows.list[known->n], "code");
	return ST_OK;
}

static int compare_code(const void *code, const void *entry)
{
	return strcmp(code, *(const char *const *)entry);
}

static bool is_known(const struct known *known, const char *code)
{
	return bsearch(code, known->codes, known->n, sizeof(*known->codes),
		       compare_code) != NULL;
}

/* A ward belongs to the city that the wards beside it belong to. */
static enum status find_body(struct ctx *cx, const struct municipality *m,
			     const char **body)
{
	const char *at = m->name, *city = NULL;
	struct rows rows;

	*body = m->code;
	for (; (at = strstr(at, "市")); at += strlen("市"))
		city = at + strlen("市");
	if (!city || *city == '\0')
		return ST_OK;
	TRY(db_many(cx, &sql_city_body,
		    ARGS({ "pref", value_text(mem_text_n(cx, m->code, 2)) },
			 { "name", value_text(mem_printf(cx, "%.*s%%",
							 (int)(city - m->name),
							 m->name)) }),
		    &rows));
	if (rows.n)
		*body = row_text(rows.list[0], "body");
	return ST_OK;
}

static enum status put_city(struct ctx *cx, const struct work *w,
			    const struct municipality *m)
{
	const char *pref = mem_text_n(cx, m->code, 2), *body;

	TRY(find_body(cx, m, &body));
	TRY(db_exec(cx, &sql_city_succeed,
		    ARGS({ "pref", value_text(pref) },
			 { "name", value_text(m->name) },
			 { "code", value_text(m->code) },
			 { "data_date", value_text(w->data_date) }),
		    NULL));
	return db_exec(cx, &sql_city_put,
		       ARGS({ "code", value_text(m->code) },
			    { "pref", value_text(pref) },
			    { "body", value_text(body) },
			    { "name", value_text(m->name) },
			    { "kana", value_text(m->kana) }),
		       NULL);
}

static enum status put_cities(struct ctx *cx, const struct work *w,
			      const struct known *known)
{
	w->done->cities = 0;
	for (size_t i = 0; i < w->kenall.ncities; i++) {
		if (is_known(known, w->kenall.cities[i].code))
			continue;
		TRY(put_city(cx, w, &w->kenall.cities[i]));
		w->done->cities++;
	}
	return ST_OK;
}

static enum status put_places(struct ctx *cx, const struct work *w,
			      const struct known *known)
{
	const struct kenall *k = &w->kenall;
	struct bulk *bulk = bulk_new(cx, &sql_postal_put);
	int64_t no = 0;

	for (size_t i = 0; i < k->nplaces; i++) {
		const struct place *p = &k->places[i];

		/* Towns bring their municipalities with them. */
		if (k->offices && !is_known(known, p->city))
			return refuse(w,
				      "a municipality is not known: towns "
				      "first",
				      0);
		no = i && strcmp(p->zip, p[-1].zip) == 0 ? no + 1 : 1;
		TRY(bulk_add(bulk, ARGS({ "zip", value_text(p->zip) },
					{ "kind", value_int(k->offices) },
					{ "no", value_int(no) },
					{ "city", value_text(p->city) },
					{ "town", value_text(p->town) },
					{ "town_kana", value_text(p->kana) },
					{ "detail", value_text(p->detail) },
					{ "office", value_text(p->office) })));
	}
	return bulk_end(bulk);
}

static enum status store(struct ctx *cx, void *arg)
{
	const struct work *w = arg;
	const struct kenall *k = &w->kenall;
	const char *name = k->offices ? "postal_office" : "postal_town";
	const char *file = strrchr(w->path, '/');
	struct known known;

	TRY(refuse_difference(cx, w, name));
	TRY(read_known(cx, &known));
	TRY(put_cities(cx, w, &known));
	TRY(db_exec(cx, &sql_postal_clear,
		    ARGS({ "kind", value_int(k->offices) }), NULL));
	TRY(put_places(cx, w, &known));
	if (k->offices)
		TRY(db_exec(cx, &sql_postal_office_kana, NO_ARGS, NULL));
	return db_exec(cx, &sql_data_stamp_put,
		       ARGS({ "name", value_text(name) },
			    { "data_date", value_text(w->data_date) },
			    { "source", value_text(file ? file + 1 : w->path) },
			    { "checksum", value_int(0) },
			    { "row_count", value_int((int64_t)k->nplaces) }),
		       NULL);
}

enum status postal_import(struct ctx *cx, const char *path,
			  const char *data_date, struct postal_import *done)
{
	struct ctx *own = ctx_new(cx);
	struct work w = { .path = path, .data_date = data_date, .done = done };

	*done = (struct postal_import) { 0 };
	w.kenall.cx = own;
	TRY(read_file(own, &w));
	TRY(db_transaction(own, store, &w));
	done->offices = w.kenall.offices;
	done->records = w.kenall.records;
	done->places = (int64_t)w.kenall.nplaces;
	log_event("master.import", LOG_INT("offices", done->offices),
		  LOG_INT("records", done->records),
		  LOG_INT("places", done->places),
		  LOG_INT("cities", done->cities));
	ctx_end(own);
	return ST_OK;
}
