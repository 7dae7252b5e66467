/* search.c - 登録事業者の公開: looked for by name, type and place, page by
 * page.
 */
#include <string.h>

#include "base/buf.h"
#include "db/keyset.h"
#include "http/http.h"
#include "master/type_name.h"
#include "register/register.h"
#include "sql/master/business_type.h"
#include "sql/master/place.h"
#include "sql/register/search.h"
#include "text/searchkey.h"
#include "text/utf8.h"

/* A part of a name that more than so many endings begin with is common: those
 * who have it are met soon by going through them all. */
#define RARE 5000
#define BUDGET 10000   /* businesses that one page goes through at most */
#define ENDING_MOST 16 /* letters of an ending that are stored */
#define LAST INT64_MAX

static const struct field fields[] = {
	TEXT(struct register_filter, name, .flags = F_OPTIONAL, .max = 100),
	CHOICE(struct register_filter, type, .flags = F_OPTIONAL,
	       .options = &sql_type_options),
	CHOICE(struct register_filter, pref, .flags = F_OPTIONAL,
	       .options = &sql_prefecture_options),
	CHOICE(struct register_filter, city, .flags = F_OPTIONAL | F_IF_ANY,
	       .options = &sql_city_options),
	TEXT(struct register_filter, before, .flags = F_HIDDEN, .max = 20),
};

const struct form register_filter_form = {
	.name = "register",
	.row_size = sizeof(struct register_filter),
	.fields = fields,
	.nfields = COUNT(fields),
};

bool register_is_number(const char *typed)
{
	size_t n = strspn(typed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789");

	return n > 2 && typed[n] == '\0' && strpbrk(typed, "-0123456789");
}

bool register_filter_any(const struct register_filter *f)
{
	return *f->name || *f->type || *f->pref || *f->city;
}

const char *register_url(struct ctx *cx, const char *path,
			 const struct register_filter *f)
{
	const struct {
		const char *name, *value;
	} all[] = {
		{ "name", f->name },
		{ "type", f->type },
		{ "pref", f->pref },
		{ "city", f->city },
	};
	struct buf url;

	buf_init(&url, cx);
	buf_printf(&url, "%s?", path);
	for (size_t i = 0; i < COUNT(all); i++)
		if (*all[i].value)
			buf_printf(&url, "%s=%s&", all[i].name,
				   http_encode(cx, all[i].value));
	return url.text;
}

/* The key as a pattern; every sign of the language of patterns means itself. */
static const char *pattern(struct ctx *cx, const char *key, const char *front)
{
	struct buf b;

	buf_init(&b, cx);
	buf_add(&b, front);
	for (; *key; key++) {
		if (strchr("%_\\", *key))
			buf_char(&b, '\\');
		buf_char(&b, *key);
	}
	buf_char(&b, '%');
	return b.text;
}

/* A search under way. */
struct hunt {
	struct ctx *cx;
	const struct register_filter *f;
	const char *key; /* of the name that is looked for */
	int64_t before;	 /* the page begins behind this one */
	int64_t limit;
};

/* What all statements are asked with. */
static const struct args *common_args(const struct hunt *h, int64_t until)
{
	bool whole = utf8_length(h->key) <= ENDING_MOST;
	const char *start = utf8_cut(h->cx, h->key, ENDING_MOST);
	const char *place = *h->f->city ? h->f->city : h->f->pref;
	const struct arg list[] = {
		{ "type", value_text(h->f->type) },
		{ "place", value_text(place) },
		{ "before", value_int(h->before) },
		{ "until", value_int(until) },
		{ "limit", value_int(h->limit) },
		{ "inner", value_int(whole ? h->limit : RARE) },
		{ "budget", value_int(BUDGET - 1) },
		{ "beginning", value_text(pattern(h->cx, start, "")) },
		{ "part", value_text(pattern(h->cx, h->key, "%")) },
	};

	return args_keep(h->cx, list, COUNT(list));
}

/* One more than is shown says that there is a next page. */
static void cut_page(const struct hunt *h, struct register_found *found)
{
	size_t shown = (size_t)h->limit - 1;

	found->next = "";
	if (found->rows.n <= shown)
		return;
	found->rows.n = shown;
	found->next = row_text(found->rows.list[shown - 1], "number");
}

static enum status find_common(const struct hunt *h,
			       struct register_found *found)
{
	struct row *row;
	int64_t until = 0;
	enum status st = db_one(h->cx, &sql_register_scan_end,
				common_args(h, 0), &row);

	if (st != ST_NOT_FOUND)
		TRY(st);
	if (st == ST_OK)
		until = row_int(row, "business") - 1;
	TRY(db_many(h->cx, &sql_register_page_common, common_args(h, until),
		    &found->rows));
	cut_page(h, found);
	if (*found->next || st == ST_NOT_FOUND)
		return ST_OK;
	TRY(db_one(h->cx, &sql_register_number,
		   ARGS({ "id", value_int(until + 1) }), &row));
	found->next = row_text(row, "number");
	return ST_OK;
}

static enum status is_rare(const struct hunt *h, bool *rare)
{
	const char *start = utf8_cut(h->cx, h->key, ENDING_MOST);
	struct row *row;

	TRY(db_one(h->cx, &sql_register_ending_count,
		   ARGS({ "beginning", value_text(pattern(h->cx, start, "")) },
			{ "limit", value_int(RARE + 1) }),
		   &row));
	*rare = row_int(row, "n") <= RARE;
	return ST_OK;
}

static enum status find(const struct hunt *h, struct register_found *found)
{
	bool rare;

	if (*h->key == '\0') {
		TRY(db_many(h->cx, &sql_register_page, common_args(h, 0),
			    &found->rows));
		cut_page(h, found);
		return ST_OK;
	}
	TRY(is_rare(h, &rare));
	if (!rare)
		return find_common(h, found);
	TRY(db_many(h->cx, &sql_register_page_rare, common_args(h, 0),
		    &found->rows));
	cut_page(h, found);
	return ST_OK;
}

/* Where a page begins; a number that nobody has is the beginning of all. */
static enum status position(struct ctx *cx, const char *number, int64_t *before)
{
	struct row *row;
	enum status st;

	*before = LAST;
	if (*number == '\0')
		return ST_OK;
	st = db_one(cx, &sql_register_position,
		    ARGS({ "number", value_text(number) }), &row);
	if (st == ST_OK)
		*before = row_int(row, "id");
	return st == ST_NOT_FOUND ? ST_OK : st;
}

enum status register_search(struct ctx *cx, const struct register_filter *f,
			    struct register_found *found)
{
	struct hunt h = {
		.cx = cx,
		.f = f,
		.key = text_key(cx, f->name),
		.limit = REGISTER_PAGE + 1,
	};

	TRY(position(cx, f->before, &h.before));
	TRY(find(&h, found));
	return type_names_in(cx, &found->rows);
}

enum status register_business(struct ctx *cx, const char *number,
			      struct row **row)
{
	struct rows one = { .n = 1, .list = row };

	TRY(db_one(cx, &sql_register_load,
		   ARGS({ "number", value_text(number) }), row));
	return type_names_in(cx, &one);
}

enum status register_offices(struct ctx *cx, const char *number, int64_t after,
			     int64_t before, struct register_offices *page)
{
	bool back = before > 0;
	struct keyset_more more;

	TRY(db_many(cx,
		    back ? &sql_register_offices_before : &sql_register_offices,
		    ARGS({ "number", value_text(number) },
			 { "after", value_int(after) },
			 { "before", value_int(before) },
			 { "limit", value_int(REGISTER_PAGE + 1) }),
		    &page->rows));
	more = keyset_cut(&page->rows, REGISTER_PAGE, back, after > 0);
	page->more_before = more.before;
	page->more_after = more.after;
	return type_names_in(cx, &page->rows);
}
