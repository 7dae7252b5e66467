/*
 * address.c - 所在地: postal code, prefecture, city, and the rest.
 *
 * Everything is typed by hand if need be: the table of postal codes only helps,
 * it never refuses (spec tokutei §6).
 */
#include "master/address.h"

#include "sql/master/place.h"
#include "sql/master/postal.h"

static const struct field fields[] = {
	ZIP(struct address, zip, .flags = F_REQUIRED,
	    .autocomplete = "postal-code"),
	CHOICE(struct address, pref, .flags = F_REQUIRED,
	       .options = &sql_prefecture_options,
	       .autocomplete = "address-level1"),
	/* 当別町 without its 郡, 北区 without its city, where only one is. */
	CHOICE(struct address, city, .flags = F_REQUIRED | F_TAIL,
	       .options = &sql_city_options, .autocomplete = "address-level2"),
	WIDE(struct address, town, .flags = F_REQUIRED, .max = 200,
	     .autocomplete = "address-line1"),
};

const struct form address_form = {
	.name = "address",
	.row_size = sizeof(struct address),
	.fields = fields,
	.nfields = COUNT(fields),
};

static void take(struct ctx *cx, const struct row *place, struct address *a)
{
	a->pref = row_text(place, "pref");
	a->city = row_text(place, "city");
	if (*a->town)
		return;
	/* Of a large office the block and number are known as well. */
	a->town = mem_printf(cx, "%s%s", row_text(place, "town"),
			     row_text(place, "detail"));
}

enum status address_find(struct ctx *cx, struct address *a, size_t *found)
{
	struct rows places;

	TRY(db_many(cx, &sql_postal_find, ARGS({ "zip", value_text(a->zip) }),
		    &places));
	*found = places.n;
	if (places.n == 1)
		take(cx, places.list[0], a);
	return ST_OK;
}

enum status address_pick(struct ctx *cx, struct address *a, int64_t kind,
			 int64_t no)
{
	struct row *place;

	TRY(db_one(cx, &sql_postal_place,
		   ARGS({ "zip", value_text(a->zip) },
			{ "kind", value_int(kind) }, { "no", value_int(no) }),
		   &place));
	take(cx, place, a);
	return ST_OK;
}
