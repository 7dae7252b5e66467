/*
 * office_list.c - the offices of the draft as a list: searched, sorted, paged.
 */
#include "tokutei/office_list.h"

#include <string.h>

#include "base/buf.h"
#include "sql/master/business_type.h"
#include "sql/master/place.h"
#include "sql/tokutei/office_list.h"
#include "text/searchkey.h"
#include "tokutei/office.h"

static const char *const open_only[] = { "no", NULL };

/* One named statement per order (code style §7). */
static const struct {
	const char *name;
	const struct query *query;
} orders[] = {
	{ "number", &sql_office_by_number },
	{ "kana", &sql_office_by_kana },
	{ "place", &sql_office_by_place },
	{ "persons", &sql_office_by_persons },
};

static const char *const sorts[] = { "number", "kana", "place", "persons",
				     NULL };

static const struct field fields[] = {
	TEXT(struct office_filter, q, .flags = F_OPTIONAL, .max = 100),
	CHOICE(struct office_filter, pref, .flags = F_OPTIONAL,
	       .options = &sql_prefecture_options),
	CHOICE(struct office_filter, type, .flags = F_OPTIONAL,
	       .options = &sql_type_options),
	CHOICE(struct office_filter, inst, .flags = F_OPTIONAL,
	       .choices = open_only),
	CHOICE(struct office_filter, sort, .flags = F_OPTIONAL,
	       .choices = sorts),
	NUMBER(struct office_filter, page, .flags = F_HIDDEN, .min = 1,
	       .max = 9999),
};

const struct form office_filter_form = {
	.name = "offices",
	.row_size = sizeof(struct office_filter),
	.fields = fields,
	.nfields = COUNT(fields),
};

bool office_filter_any(const struct office_filter *f)
{
	return *f->q || *f->pref || *f->type || *f->inst;
}

static const struct args *
filter_args(struct ctx *cx, const struct office_filter *f, int64_t page)
{
	const struct arg list[] = {
		{ "q", value_text(text_key_like(cx, f->q, true)) },
		{ "pref", value_text(f->pref) },
		{ "type", value_text(f->type) },
		{ "inst", value_text(f->inst) },
		{ "limit", value_int(OFFICE_PAGE) },
		{ "offset", value_int((page - 1) * OFFICE_PAGE) },
	};

	return args_keep(cx, list, COUNT(list));
}

enum status office_count(struct ctx *cx, const struct office_filter *f,
			 int64_t *count)
{
	struct row *row;

	TRY(db_one(cx, &sql_office_count, filter_args(cx, f, 1), &row));
	*count = row_int(row, "count");
	return ST_OK;
}

/* Codes give way to names: 千代田区 for all who live there, in one list that
 * the process has, is cheaper than a look for each row. */
static enum status name_places(struct ctx *cx, const struct rows *rows)
{
	const struct names *names;

	TRY(db_names(cx, &sql_place_names, NO_ARGS, &names));
	for (size_t i = 0; i < rows->n; i++) {
		struct value *v = row_column(rows->list[i], "place");
		const char *code = v->text ? v->text : "";
		const char *name = name_of(names, code, strlen(code));

		*v = value_text(name ? name : "");
	}
	return ST_OK;
}

enum status office_page(struct ctx *cx, const struct office_filter *f,
			int64_t page, struct rows *rows)
{
	size_t order = 0;

	for (size_t i = 0; i < COUNT(orders); i++)
		if (strcmp(orders[i].name, f->sort) == 0)
			order = i;
	TRY(db_many(cx, orders[order].query, filter_args(cx, f, page), rows));
	TRY(name_places(cx, rows));
	return office_type_names(cx, rows);
}

enum status office_totals(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_office_totals, NO_ARGS, rows);
}

/* Codes and words of ours need no encoding; what was typed is search text of
 * the clerk's own offices, percent-encoded byte by byte. */
static void add_parameter(struct buf *url, const char *name, const char *value)
{
	if (*value == '\0')
		return;
	buf_printf(url, "%s=", name);
	for (const char *p = value; *p; p++)
		if (strchr("0123456789abcdefghijklmnopqrstuvwxyzT-", *p))
			buf_char(url, *p);
		else
			buf_printf(url, "%%%02X", (unsigned)(unsigned char)*p);
	buf_char(url, '&');
}

const char *office_filter_url(struct ctx *cx, const struct office_filter *f)
{
	struct buf url;

	buf_init(&url, cx);
	buf_add(&url, "/tokutei/offices?");
	add_parameter(&url, "q", f->q);
	add_parameter(&url, "pref", f->pref);
	add_parameter(&url, "type", f->type);
	add_parameter(&url, "inst", f->inst);
	add_parameter(&url, "sort", f->sort);
	return url.text;
}

/* Without the sign that would wait for more. */
static const char *finish(struct ctx *cx, const char *url)
{
	return mem_text_n(cx, url, strlen(url) - 1);
}

const char *office_sort_url(struct ctx *cx, const struct office_filter *f,
			    const char *sort)
{
	struct office_filter other = *f;

	other.sort = sort;
	return finish(cx, office_filter_url(cx, &other));
}

/* The name of a chosen code. */
static enum status find_label(struct ctx *cx, const struct query *q,
			      const char **text)
{
	const struct rows *options;

	TRY(db_cached(cx, q, NO_ARGS, &options));
	for (size_t i = 0; i < options->n; i++)
		if (strcmp(row_text(options->list[i], "value"), *text) == 0)
			*text = row_text(options->list[i], "label");
	return ST_OK;
}

enum status office_chips(struct ctx *cx, const struct office_filter *f,
			 struct office_chip *chips, size_t *n)
{
	struct office_filter without[OFFICE_CHIPS] = { *f, *f, *f, *f };
	const struct query *const named[OFFICE_CHIPS] = {
		NULL, &sql_prefecture_options, &sql_type_options, NULL
	};
	const struct office_chip all[OFFICE_CHIPS] = {
		{ "q", f->q, NULL },
		{ "pref", f->pref, NULL },
		{ "type", f->type, NULL },
		{ "inst", f->inst, NULL },
	};

	without[0].q = without[1].pref = without[2].type = without[3].inst = "";
	*n = 0;
	for (size_t i = 0; i < OFFICE_CHIPS; i++) {
		struct office_chip *chip = &chips[*n];

		if (*all[i].text == '\0')
			continue;
		*chip = all[i];
		chip->url = finish(cx, office_filter_url(cx, &without[i]));
		if (named[i])
			TRY(find_label(cx, named[i], &chip->text));
		(*n)++;
	}
	return ST_OK;
}

enum status office_named(struct ctx *cx, struct id id, const char **name)
{
	struct row *row;

	TRY(db_one(cx, &sql_office_named, ARGS({ "id", value_id(id) }), &row));
	*name = row_text(row, "name");
	return ST_OK;
}

/* However it was typed: width, kana and spaces do not matter. */
bool office_word_fits(struct ctx *cx, const char *typed, const char *word)
{
	return strcmp(text_key(cx, typed), text_key(cx, word)) == 0;
}

enum status office_institutions(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_office_institutions, NO_ARGS, rows);
}
