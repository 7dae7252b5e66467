/*
 * builtin.c - buttons that every screen with a form has, written once.
 *
 *	zip:PART       住所を調べる: the part's postal code is looked up
 *	pick:PART      one of several places is taken
 *	narrow:PLACE   lists that depend on PLACE are made anew
 *	add:ROWS       one more row
 *	drop:ROWS.N    one row less
 *	set:PLACE=TEXT a control gets this text, which the page offered
 *	clear          クリア: asks first
 *	clear_yes      empties the page; what is stored stays until it is saved
 *	forget         what was typed is dropped, the stored row is shown
 *
 * None of them checks or stores anything but what was typed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "master/address.h"
#include "sql/master/postal.h"
#include "web/serving.h"

/* Back to this page, the focus at a control. */
static enum status back_to(struct req *rq, const char *place)
{
	return go(rq, "%s%s%s", page_url(rq), *place ? "#" : "", place);
}

/* The address inside row that the button belongs to; NULL: no such part. */
static struct address *find_part(struct req *rq, const char *part, void *row)
{
	const struct slot *s = slot_at(shape_of(rq->cx, rq->screen->form),
				       part);

	if (!s || s->field->form != &address_form)
		return NULL;
	return slot_member(s, row);
}

static enum status find_address(struct req *rq)
{
	const char *part = act_argument(rq);
	void *row = form_row(rq->cx, rq->screen->form);
	struct address *a = find_part(rq, part, row);
	const char *zip = mem_printf(rq->cx, "%s.zip", part);
	size_t found = 0;

	if (!a)
		return ST_BAD;
	TRY(form_peek(rq, rq->screen->form, row));
	if (*a->zip == '\0') {
		hint(rq, zip, "address.empty");
	} else {
		TRY(address_find(rq->cx, a, &found));
		if (found != 1)
			hint(rq, zip, found ? "address.many" : "address.none");
	}
	TRY(form_keep_part(rq, rq->screen->form, row,
			   found == 1 ? part : NULL));
	return back_to(rq,
		       found == 1 ? mem_printf(rq->cx, "%s.pref", part) : zip);
}

/* The radio button PART.pick holds "kind-no" of the list. */
static enum status pick_address(struct req *rq)
{
	const char *part = act_argument(rq);
	const char *picked = posted(rq, mem_printf(rq->cx, "%s.pick", part));
	const char *no = strchr(picked, '-');
	void *row = form_row(rq->cx, rq->screen->form);
	struct address *a = find_part(rq, part, row);

	if (!a)
		return ST_BAD;
	TRY(form_peek(rq, rq->screen->form, row));
	if (!no) {
		TRY(form_keep(rq, rq->screen->form, NULL));
		return back_to(rq, mem_printf(rq->cx, "%s.pref", part));
	}
	TRY(address_pick(rq->cx, a, strtol(picked, NULL, 10),
			 strtol(no + 1, NULL, 10)));
	TRY(form_keep_part(rq, rq->screen->form, row, part));
	return back_to(rq, mem_printf(rq->cx, "%s.pref", part));
}

static enum status narrow(struct req *rq)
{
	TRY(form_keep(rq, rq->screen->form, NULL));
	return back_to(rq, act_argument(rq));
}

/* The new row exists because one of its controls does. */
static enum status add_row(struct req *rq)
{
	const char *place = act_argument(rq);
	const char *first = rows_add(rq, place);

	if (!first)
		return ST_BAD;
	TRY(form_keep(rq, rq->screen->form, NULL));
	return back_to(rq, first);
}

/* "business.2": that row goes, the ones behind it move up. */
static enum status drop_row(struct req *rq)
{
	const char *at = act_argument(rq);
	const char *dot = strrchr(at, '.');
	const char *place;

	if (!dot)
		return ST_BAD;
	place = mem_text_n(rq->cx, at, (size_t)(dot - at));
	rows_drop(rq, place, (size_t)strtoul(dot + 1, NULL, 10));
	TRY(form_keep(rq, rq->screen->form, NULL));
	return back_to(rq, place);
}

static enum status set_value(struct req *rq)
{
	const char *place = act_argument(rq);
	const char *sign = strchr(place, '=');

	if (!sign)
		return ST_BAD;
	place = mem_text_n(rq->cx, place, (size_t)(sign - place));
	posted_set(rq, place, sign + 1);
	TRY(form_keep(rq, rq->screen->form, NULL));
	return back_to(rq, place);
}

static enum status ask_clear(struct req *rq)
{
	const char *url = page_url(rq);

	TRY(form_keep(rq, rq->screen->form, NULL));
	return go(rq, "%s%cclear=ask", url, strchr(url, '?') ? '&' : '?');
}

static enum status clear(struct req *rq)
{
	void *empty = form_row(rq->cx, rq->screen->form);

	TRY(form_keep(rq, rq->screen->form, empty));
	return back_to(rq, "");
}

/* The runner drops what was kept after every act that keeps nothing. */
static enum status forget(struct req *rq)
{
	return back_to(rq, "");
}

const struct act *builtin_act(const char *verb)
{
	static const struct act acts[] = {
		{ "zip", find_address }, { "pick", pick_address },
		{ "narrow", narrow },	 { "add", add_row },
		{ "drop", drop_row },	 { "set", set_value },
		{ "clear", ask_clear },	 { "clear_yes", clear },
		{ "forget", forget },
	};

	for (size_t i = 0; i < COUNT(acts); i++)
		if (strcmp(acts[i].name, verb) == 0)
			return &acts[i];
	return NULL;
}

static const char *place_text(struct ctx *cx, const struct row *place)
{
	const char *office = row_text(place, "office");

	return mem_printf(cx, "%s%s%s%s%s%s", row_text(place, "pref_name"),
			  row_text(place, "city_name"), row_text(place, "town"),
			  row_text(place, "detail"), *office ? "　" : "",
			  office);
}

static enum status put_choices(struct req *rq, struct node *node,
			       const char *zip)
{
	struct rows places;

	TRY(db_many(rq->cx, &sql_postal_find, ARGS({ "zip", value_text(zip) }),
		    &places));
	for (size_t i = 0; i < places.n; i++) {
		struct node *one = node_item(node, "places", i);
		const struct row *place = places.list[i];

		node_put(one, "value",
			 mem_printf(rq->cx, "%lld-%lld",
				    (long long)row_int(place, "kind"),
				    (long long)row_int(place, "no")));
		node_put(one, "label", place_text(rq->cx, place));
	}
	return ST_OK;
}

enum status address_choices(struct req *rq, struct node *node,
			    const struct form *form, const void *row,
			    struct kept *kept)
{
	const struct shape *shape = shape_of(rq->cx, form);

	for (size_t i = 0; i < kept_problems(kept); i++) {
		const char *place, *kind;
		struct report r = kept_problem(rq->cx, kept, i, &place, &kind);
		const struct slot *s = slot_at(shape, place);
		struct node *at = node_of_place(node_at(node, "fields"), place);
		const char *zip;

		if (strcmp(r.key, "address.many") != 0 || !s || !at)
			continue;
		memcpy(&zip, slot_value(s, row), sizeof(zip));
		TRY(put_choices(rq, at, zip));
	}
	return ST_OK;
}
