/*
 * kenall.c - KEN_ALL, UTF_ALL and JIGYOSYO: records of Japan Post's files.
 *
 * Towns, 15 columns: municipality (5 digits), old code, code, reading of
 * prefecture, city, town, then the three in kanji, then six marks, of which
 * the fifth is 2 for an abolished code. Large offices, 13 columns:
 * municipality, reading, name, prefecture, city, town, block and number, code,
 * old code, post office, kind, several, change (5: abolished).
 * (domain/postal-codes §2, §3)
 */
#include "master/kenall.h"

#include <stdlib.h>
#include <string.h>

#include "master/city.h"
#include "master/town.h"
#include "text/kana.h"

enum town_column {
	T_CITY = 0,
	T_ZIP = 2,
	T_CITY_KANA = 4,
	T_TOWN_KANA = 5,
	T_CITY_NAME = 7,
	T_TOWN = 8,
	T_CHANGE = 13,
	TOWN_COLUMNS = 15,
};

enum office_column {
	O_CITY = 0,
	O_OFFICE = 2,
	O_TOWN = 5,
	O_DETAIL = 6,
	O_ZIP = 7,
	O_CHANGE = 12,
	OFFICE_COLUMNS = 13,
};

bool kenall_start(struct kenall *k, struct ctx *cx, size_t columns)
{
	*k = (struct kenall) { .cx = cx, .offices = columns == OFFICE_COLUMNS };
	return columns == OFFICE_COLUMNS || columns == TOWN_COLUMNS;
}

static void add_place(struct kenall *k, const struct place *p)
{
	if (k->nplaces == k->room) {
		k->room = k->room ? 2 * k->room : 1024;
		k->places = mem_grow(k->cx, k->places, k->room,
				     sizeof(*k->places));
	}
	k->places[k->nplaces++] = *p;
}

static struct municipality *new_city(struct kenall *k)
{
	if (k->ncities == k->city_room) {
		k->city_room = k->city_room ? 2 * k->city_room : 64;
		k->cities = mem_grow(k->cx, k->cities, k->city_room,
				     sizeof(*k->cities));
	}
	return k->cities + k->ncities++;
}

/* Records of one municipality follow each other. */
static const char *add_city(struct kenall *k, const char *five,
			    const char *name, const char *kana)
{
	const char *before = k->ncities ? k->cities[k->ncities - 1].code : "";
	struct municipality *m;

	if (strncmp(before, five, CITY_CODE - 1) == 0)
		return before;
	m = new_city(k);
	m->code = city_code_of(k->cx, five);
	m->name = mem_text(k->cx, name);
	m->kana = text_hiragana(k->cx, kana);
	return m->code;
}

static bool is_zip(const char *s)
{
	return strlen(s) == 7 && strspn(s, "0123456789") == 7;
}

/* A town of more than 38 characters goes on in the next records, which a
 * bracket that has not been closed tells; the same code on two records does
 * not: it may stand for two towns. */
static bool is_open(const char *town)
{
	const char *last = town, *p;

	for (p = town; (p = strstr(p, "（")); p += strlen("（"))
		last = p;
	return strstr(town, "（") && !strstr(last, "）");
}

static void close_town(struct kenall *k)
{
	const struct town record = { k->open.town, k->open.kana };
	struct ctx *work = ctx_new(k->cx);
	struct town *list;
	size_t n = town_read(work, &record, k->open_city, &list);

	for (size_t i = 0; i < n; i++) {
		struct place p = k->open;

		p.town = mem_text(k->cx, list[i].name);
		p.kana = mem_text(k->cx, list[i].kana);
		add_place(k, &p);
	}
	ctx_end(work);
	k->open = (struct place) { 0 };
}

/* The reading is split too, or whole on both records. */
static bool go_on(struct kenall *k, const char *const *c)
{
	const char *kana = c[T_TOWN_KANA];

	if (strcmp(k->open.zip, c[T_ZIP]) != 0)
		return false;
	k->open.town = mem_printf(k->cx, "%s%s", k->open.town, c[T_TOWN]);
	if (strcmp(k->open.kana, kana) != 0)
		k->open.kana = mem_printf(k->cx, "%s%s", k->open.kana, kana);
	return true;
}

static bool take_town(struct kenall *k, const char *const *c)
{
	if (!is_zip(c[T_ZIP]) || !city_code_digit(c[T_CITY]))
		return false;
	if (strcmp(c[T_CHANGE], "2") == 0)
		return true;
	if (k->open.zip) {
		if (!go_on(k, c))
			return false;
	} else {
		k->open_city = mem_text(k->cx, c[T_CITY_NAME]);
		k->open = (struct place) {
			.zip = mem_text(k->cx, c[T_ZIP]),
			.city = add_city(k, c[T_CITY], c[T_CITY_NAME],
					 c[T_CITY_KANA]),
			.town = mem_text(k->cx, c[T_TOWN]),
			.kana = mem_text(k->cx, c[T_TOWN_KANA]),
			.detail = "",
			.office = "",
		};
	}
	if (!is_open(k->open.town))
		close_town(k);
	return true;
}

/* A box at the post office is no part of where the office is. */
static const char *without_box(struct ctx *cx, const char *detail)
{
	const char *open = strstr(detail, "（"), *box = NULL;

	for (; open; open = strstr(open + strlen("（"), "（"))
		box = open;
	if (!box || (!strstr(box, "私書箱") && !strstr(box, "郵便局留")))
		return mem_text(cx, detail);
	return mem_text_n(cx, detail, (size_t)(box - detail));
}

static bool take_office(struct kenall *k, const char *const *c)
{
	if (!is_zip(c[O_ZIP]) || !city_code_digit(c[O_CITY]) ||
	    c[O_OFFICE][0] == '\0')
		return false;
	if (strcmp(c[O_CHANGE], "5") == 0)
		return true;
	add_place(k, &(struct place) {
			     .zip = mem_text(k->cx, c[O_ZIP]),
			     .city = city_code_of(k->cx, c[O_CITY]),
			     .town = mem_text(k->cx, c[O_TOWN]),
			     .kana = "",
			     .detail = without_box(k->cx, c[O_DETAIL]),
			     .office = mem_text(k->cx, c[O_OFFICE]),
		     });
	return true;
}

bool kenall_take(struct kenall *k, const char *const *columns, size_t n)
{
	if (n != (k->offices ? OFFICE_COLUMNS : TOWN_COLUMNS) ||
	    strlen(columns[0]) != CITY_CODE - 1)
		return false;
	k->records++;
	return k->offices ? take_office(k, columns) : take_town(k, columns);
}

/* The order in which places are offered. */
static int compare_places(const void *a, const void *b)
{
	const struct place *p = a, *q = b;
	int d = strcmp(p->zip, q->zip);

	if (d == 0)
		d = strcmp(p->city, q->city);
	if (d == 0)
		d = strcmp(p->kana, q->kana);
	if (d == 0)
		d = strcmp(p->town, q->town);
	if (d == 0)
		d = strcmp(p->detail, q->detail);
	return d ? d : strcmp(p->office, q->office);
}

static int compare_cities(const void *a, const void *b)
{
	const struct municipality *p = a, *q = b;

	return strcmp(p->code, q->code);
}

bool kenall_finish(struct kenall *k)
{
	size_t n = 0, m = 0;

	if (k->open.zip)
		return false;
	if (k->nplaces)
		qsort(k->places, k->nplaces, sizeof(*k->places),
		      compare_places);
	for (size_t i = 0; i < k->nplaces; i++)
		if (n == 0 || compare_places(&k->places[n - 1], &k->places[i]))
			k->places[n++] = k->places[i];
	k->nplaces = n;
	if (k->ncities)
		qsort(k->cities, k->ncities, sizeof(*k->cities),
		      compare_cities);
	for (size_t i = 0; i < k->ncities; i++)
		if (m == 0 || compare_cities(&k->cities[m - 1], &k->cities[i]))
			k->cities[m++] = k->cities[i];
	k->ncities = m;
	return true;
}
