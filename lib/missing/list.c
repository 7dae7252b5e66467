/* list.c - 未確保の事業所の一覧: which statement serves a filter, its pages. */
#include "missing/list.h"

#include <string.h>

#include "base/buf.h"
#include "db/db.h"
#include "db/keyset.h"
#include "http/http.h"
#include "missing/place.h"
#include "register/register.h"
#include "sql/master/place.h"
#include "sql/review/missing.h"
#include "text/company.h"
#include "text/jdate.h"
#include "text/searchkey.h"
#include "text/wide.h"

static const char *const ages[] = { "30", "90", "over", NULL };
static const char *const sorts[] = { "since", "offices", NULL };

static const struct field fields[] = {
	TEXT(struct missing_filter, q, .flags = F_OPTIONAL, .max = 100),
	CHOICE(struct missing_filter, pref, .flags = F_OPTIONAL,
	       .options = &sql_prefecture_options),
	CHOICE(struct missing_filter, age, .flags = F_OPTIONAL,
	       .choices = ages),
	CHOICE(struct missing_filter, sort, .flags = F_HIDDEN,
	       .choices = sorts),
	TEXT(struct missing_filter, after, .flags = F_HIDDEN, .max = 60),
	TEXT(struct missing_filter, before, .flags = F_HIDDEN, .max = 60),
};

const struct form missing_filter_form = {
	.name = "missing",
	.row_size = sizeof(struct missing_filter),
	.fields = fields,
	.nfields = COUNT(fields),
};

static bool is(const char *value, const char *word)
{
	return strcmp(value, word) == 0;
}

static bool seeks_number(const struct missing_filter *f)
{
	return register_is_number(f->q);
}

static bool seeks_name(const struct missing_filter *f)
{
	return *f->q != '\0';
}

static bool by_offices(const struct missing_filter *f)
{
	return is(f->sort, "offices");
}

static bool asks_pref(const struct missing_filter *f)
{
	return *f->pref != '\0';
}

static bool asks_anything(const struct missing_filter *f)
{
	(void)f;
	return true;
}

/* The first that fits serves the list: it reads one index from the place on,
 * and what else is asked for is left over for the rows it meets. */
static const struct variant {
	bool (*fits)(const struct missing_filter *f);
	const struct query *after, *before;
	const struct query *count; /* NULL: another one counts */
	enum missing_order order;
} variants[] = {
	{ seeks_number, &sql_missing_number_after, &sql_missing_number_before,
	  &sql_missing_number_count, MISSING_NUMBER },
	{ seeks_name, &sql_missing_name_after, &sql_missing_name_before,
	  &sql_missing_name_count, MISSING_NAME },
	{ by_offices, &sql_missing_offices_after, &sql_missing_offices_before,
	  NULL, MISSING_OFFICES },
	{ asks_pref, &sql_missing_pref_after, &sql_missing_pref_before,
	  &sql_missing_pref_count, MISSING_SINCE },
	{ asks_anything, &sql_missing_since_after, &sql_missing_since_before,
	  &sql_missing_since_count, MISSING_SINCE },
};

static const struct variant *choose(const struct missing_filter *f)
{
	const struct variant *v = variants;

	while (!v->fits(f))
		v++;
	return v;
}

void missing_settle(struct ctx *cx, struct missing_filter *f)
{
	const char *narrow = text_narrow(cx, f->q);

	if (register_is_number(narrow))
		f->q = narrow;
	/* What is sought stands in an order of its own. */
	if (*f->q)
		f->sort = "";
	else if (*f->sort == '\0')
		f->sort = "since";
}

bool missing_narrowed(const struct missing_filter *f)
{
	return *f->q || *f->pref || *f->age;
}

/* The first moment of the Japanese day so many days ago. */
static int64_t day_begins(struct ctx *cx, int64_t days)
{
	struct date today = jtime_from_us(cx->now).date;

	return jtime_us((struct jtime) { .date = date_add_days(today, -days) });
}

static const struct args *ask(struct ctx *cx, const struct missing_filter *f,
			      const struct missing_place *at, int64_t limit)
{
	int64_t day30 = day_begins(cx, 30), day90 = day_begins(cx, 90);
	int64_t never = day_begins(cx, -36500);
	const struct arg list[] = {
		{ "pref", value_text(f->pref) },
		{ "from", value_time(is(f->age, "30")	? day30
				     : is(f->age, "90") ? day90
							: 1) },
		{ "to", value_time(is(f->age, "90")	? day30
				   : is(f->age, "over") ? day90
							: never) },
		{ "name",
		  value_text(*f->q ? text_key_like(cx, company_key(cx, f->q),
						   false)
				   : "") },
		{ "number", value_text(mem_printf(cx, "%s%%", f->q)) },
		{ "at", at->at },
		{ "at_id", value_int(at->id) },
		{ "limit", value_int(limit) },
	};

	return args_keep(cx, list, COUNT(list));
}

const char *missing_url(struct ctx *cx, const char *path,
			const struct missing_filter *f)
{
	struct buf url;

	buf_init(&url, cx);
	buf_add(&url, path);
	http_url_add(&url, "q", f->q);
	http_url_add(&url, "pref", f->pref);
	http_url_add(&url, "age", f->age);
	http_url_add(&url, "sort", f->sort);
	return url.text;
}

static const char *url_at(struct ctx *cx, const struct missing_filter *f,
			  const char *name, const struct row *row)
{
	return http_url_with(cx, missing_url(cx, "/tokutei/missing", f), name,
			     missing_place_text(cx, choose(f)->order, row));
}

/* As it is shown: with the name of its prefecture, and without what only tells
 * the place. */
static void finish(const struct names *prefs, struct row *row)
{
	struct value *pref = row_column(row, "pref");
	const char *code = pref->text ? pref->text : "";
	const char *name = name_of(prefs, code, strlen(code));

	*pref = value_text(name ? name : "");
	row_column(row, "at")->kind = V_NULL;
	row_column(row, "registration")->kind = V_NULL;
}

enum status missing_prefs(struct ctx *cx, const struct names **prefs)
{
	return db_names(cx, &sql_prefecture_options, NO_ARGS, prefs);
}

enum status missing_page(struct ctx *cx, const struct missing_filter *f,
			 struct missing_page *page)
{
	const struct variant *v = choose(f);
	struct missing_place at;
	bool back = missing_place_read(cx, v->order, f->before, &at);
	bool on = !back && missing_place_read(cx, v->order, f->after, &at);
	struct rows *rows = &page->rows;
	const struct names *prefs;
	struct keyset_more more;

	if (!back && !on)
		at = missing_place_first(v->order);
	TRY(missing_prefs(cx, &prefs));
	TRY(db_many(cx, back ? v->before : v->after,
		    ask(cx, f, &at, MISSING_PAGE + 1), rows));
	more = keyset_cut(rows, MISSING_PAGE, back, on);
	page->prev = more.before ? url_at(cx, f, "before", rows->list[0]) : "";
	page->next = more.after
			     ? url_at(cx, f, "after", rows->list[rows->n - 1])
			     : "";
	for (size_t i = 0; i < rows->n; i++)
		finish(prefs, rows->list[i]);
	return ST_OK;
}

/* What is only counted has no order: the fewest are to be looked through. */
static struct missing_filter in_any_order(const struct missing_filter *f)
{
	struct missing_filter any = *f;

	any.sort = "";
	return any;
}

static enum status count_hits(struct ctx *cx, const struct missing_filter *f,
			      int64_t *hits)
{
	const struct missing_place nowhere = { value_int(0), 0 };
	const struct missing_filter any = in_any_order(f);
	struct row *row;

	TRY(db_one(cx, choose(&any)->count, ask(cx, f, &nowhere, 0), &row));
	*hits = row_int(row, "hits");
	return ST_OK;
}

enum status missing_count(struct ctx *cx, const struct missing_filter *f,
			  struct missing_counts *counts)
{
	struct date today = jtime_from_us(cx->now).date;
	struct row *row;

	TRY(db_one(cx, &sql_missing_ages,
		   ARGS({ "d30",
			  value_text(date_iso(cx, date_add_days(today, -30))) },
			{ "d90", value_text(date_iso(
					 cx, date_add_days(today, -90))) }),
		   &row));
	*counts = (struct missing_counts) {
		.businesses = row_int(row, "businesses"),
		.offices = row_int(row, "offices"),
		.to30 = row_int(row, "to30"),
		.to90 = row_int(row, "to90"),
		.longer = row_int(row, "longer"),
	};
	counts->hits = counts->businesses;
	return missing_narrowed(f) ? count_hits(cx, f, &counts->hits) : ST_OK;
}

/* What each row is handed on to. */
struct each {
	enum status (*fn)(struct ctx *cx, void *arg, const struct row *row);
	void *arg;
	const struct names *prefs;
};

static enum status finish_one(struct ctx *cx, void *arg, const struct row *row)
{
	const struct each *each = arg;
	struct row copy = *row;

	finish(each->prefs, &copy);
	return each->fn(cx, each->arg, &copy);
}

enum status missing_each(struct ctx *cx, const struct missing_filter *f,
			 enum status (*fn)(struct ctx *cx, void *arg,
					   const struct row *row),
			 void *arg)
{
	struct each each = { .fn = fn, .arg = arg };
	const struct variant *v = choose(f);
	const struct missing_place at = missing_place_first(v->order);

	TRY(missing_prefs(cx, &each.prefs));
	return db_each(cx, v->after, ask(cx, f, &at, MISSING_EXPORT),
		       finish_one, &each);
}

enum status missing_of(struct ctx *cx, int64_t application, struct row **row)
{
	enum status st = db_one(cx, &sql_missing_of,
				ARGS({ "application", value_int(application) }),
				row);

	if (st != ST_NOT_FOUND)
		return st;
	*row = NULL;
	return ST_OK;
}
