/* sample.c - plainly made-up applicants and offices, at places that exist. */
#include "tokutei/sample.h"

#include <string.h>

#include "base/buf.h"
#include "master/tsv.h"
#include "sql/tokutei/generate.h"
#include "text/wide.h"

#define MOST_DESKS 20
#define PLACE_SPOTS 60 /* neighbourhoods all over the country */

enum word_kind {
	W_HEAD,
	W_TRADE,
	W_FORM,
	W_OFFICE,
	W_HOSPITAL,
	W_FAMILY,
	W_GIVEN,
	W_PLAN,
	W_NOTE,
	W_NTH,
	W_ONE,
	W_TEN,
	W_HUNDRED,
	W_THOUSAND,
	W_MYRIAD,
	W_KINDS,
};

static const char *const kinds[W_KINDS] = { "head",    "trade",	   "form",
					    "office",  "hospital", "family",
					    "given",   "plan",	   "note",
					    "nth",     "one",	   "ten",
					    "hundred", "thousand", "myriad" };

struct word {
	const char *text, *kana;
};

struct words {
	struct word *list;
	size_t n;
};

/* Choices that one ministry checks. */
struct desk {
	const char *ministry; /* its code */
	struct business *choices;
	size_t n;
};

struct sample {
	struct words words[W_KINDS];
	struct address *places;
	size_t nplaces;
	struct desk all;
	const char **ministries; /* of all.choices, "": nobody's */
	struct desk desks[MOST_DESKS];
	size_t ndesks; /* 0: whatever there is */
};

/* SplitMix64. */
uint64_t chance_below(struct chance *c, uint64_t limit)
{
	uint64_t z = (c->state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return (z ^ (z >> 31)) % limit;
}

static enum status load_words(struct ctx *cx, const char *path,
			      struct sample *s)
{
	struct tsv *tsv;

	TRY(tsv_open(cx, path, &tsv));
	while (tsv_next(cx, tsv))
		for (size_t i = 0; i < W_KINDS; i++) {
			struct words *w = &s->words[i];

			if (strcmp(tsv_text(tsv, "kind"), kinds[i]) != 0)
				continue;
			w->list = mem_grow(cx, w->list, w->n + 1,
					   sizeof(*w->list));
			w->list[w->n++] = (struct word) {
				tsv_text(tsv, "text"), tsv_text(tsv, "kana")
			};
		}
	for (size_t i = 0; i < W_KINDS; i++)
		if (tsv->broken || s->words[i].n == 0 ||
		    (i >= W_ONE && s->words[i].n != 9))
			return fail(ST_IO, "%s: no words for %s", path,
				    kinds[i]);
	return ST_OK;
}

static void add_places(struct ctx *cx, struct sample *s,
		       const struct rows *rows)
{
	s->places = mem_grow(cx, s->places, s->nplaces + rows->n,
			     sizeof(*s->places));
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];

		s->places[s->nplaces++] = (struct address) {
			.zip = row_text(row, "zip"),
			.pref = row_text(row, "pref"),
			.city = row_text(row, "city"),
			.town = row_text(row, "town"),
		};
	}
}

/* A code and the ones behind it: found by the key, however long the table. */
static enum status load_places(struct ctx *cx, struct chance *c,
			       struct sample *s)
{
	for (int i = 0; i < PLACE_SPOTS; i++) {
		long long zip = 10000 + (long long)chance_below(c, 9980000);
		struct rows rows;

		TRY(db_many(cx, &sql_sample_places,
			    ARGS({ "zip",
				   value_text(mem_printf(cx, "%07lld", zip)) }),
			    &rows));
		add_places(cx, s, &rows);
	}
	return s->nplaces ? ST_OK : fail(ST_IO, "no postal codes");
}

static enum status load_choices(struct ctx *cx, struct sample *s)
{
	struct rows rows;

	TRY(db_many(cx, &sql_sample_choices, NO_ARGS, &rows));
	s->all.choices = mem_array(cx, rows.n, sizeof(*s->all.choices));
	s->ministries = mem_array(cx, rows.n, sizeof(*s->ministries));
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = rows.list[i];

		s->ministries[i] = row_text(row, "ministry");
		s->all.choices[s->all.n++] = (struct business) {
			.type = row_text(row, "type"),
			.detail1 = row_text(row, "detail1"),
			.detail2 = row_text(row, "detail2"),
			.note = "",
			.basis_own = "",
			.basis_external = "",
		};
	}
	return s->all.n ? ST_OK : fail(ST_IO, "no types of business");
}

enum status sample_load(struct ctx *cx, const char *words, struct chance *c,
			struct sample **sample)
{
	struct sample *s = mem_zero(cx, sizeof(*s));

	TRY(load_words(cx, words, s));
	TRY(load_places(cx, c, s));
	TRY(load_choices(cx, s));
	*sample = s;
	return ST_OK;
}

static enum status add_desk(struct ctx *cx, struct sample *s, const char *code)
{
	struct desk *d = &s->desks[s->ndesks];

	if (s->ndesks == MOST_DESKS)
		return ST_INVALID;
	*d = (struct desk) {
		.ministry = code,
		.choices = mem_array(cx, s->all.n, sizeof(*d->choices)),
	};
	for (size_t i = 0; i < s->all.n; i++)
		if (strcmp(s->ministries[i], code) == 0)
			d->choices[d->n++] = s->all.choices[i];
	s->ndesks++;
	return d->n ? ST_OK : ST_INVALID;
}

enum status sample_desks(struct ctx *cx, struct sample *sample,
			 const char *codes)
{
	sample->ndesks = 0;
	while (*codes) {
		size_t n = strcspn(codes, ",");

		TRY(add_desk(cx, sample, mem_text_n(cx, codes, n)));
		codes += n + (codes[n] == ',');
	}
	return ST_OK;
}

static const struct word *pick(const struct sample *s, struct chance *c,
			       enum word_kind kind)
{
	const struct words *w = &s->words[kind];

	return &w->list[chance_below(c, w->n)];
}

/* 第12, and だいじゅうに: kana has no digits. */
static struct word nth(struct ctx *cx, const struct sample *s, int64_t n)
{
	static const int64_t units[] = { 10000, 1000, 100, 10, 1 };
	const struct word *first = &s->words[W_NTH].list[0];
	struct buf kana;

	buf_init(&kana, cx);
	buf_add(&kana, first->kana);
	for (size_t i = 0; i < COUNT(units); i++) {
		int64_t digit = n / units[i] % 10;

		if (digit)
			buf_add(&kana,
				s->words[W_MYRIAD - i].list[digit - 1].kana);
	}
	return (struct word) {
		text_wide(cx,
			  mem_printf(cx, "%s%lld", first->text, (long long)n)),
		kana.text,
	};
}

static struct address address(struct ctx *cx, const struct sample *s,
			      struct chance *c)
{
	struct address a = s->places[chance_below(c, s->nplaces)];

	a.town = text_wide(cx, mem_printf(cx, "%s%d-%d-%d", a.town,
					  1 + (int)chance_below(c, 5),
					  1 + (int)chance_below(c, 30),
					  1 + (int)chance_below(c, 20)));
	return a;
}

/* Nobody has 03-0000-…: such numbers are not given out. */
static const char *tel(struct ctx *cx, struct chance *c)
{
	return mem_printf(cx, "030000%04d", (int)chance_below(c, 10000));
}

void sample_applicant(struct ctx *cx, const struct sample *s, struct chance *c,
		      int64_t n, struct applicant *a)
{
	const struct word *head = pick(s, c, W_HEAD);
	const struct word *trade = pick(s, c, W_TRADE);
	const struct word *form = &s->words[W_FORM].list[0];
	const struct word *family = pick(s, c, W_FAMILY);
	const struct word *given = pick(s, c, W_GIVEN);
	const struct word number = nth(cx, s, n % 100000);

	a->founder = "private";
	a->consent = 1;
	a->name = mem_printf(cx, "%s%s%s%s", head->text, number.text,
			     trade->text, form->text);
	a->kana = mem_printf(cx, "%s%s%s%s", head->kana, number.kana,
			     trade->kana, form->kana);
	a->chief = text_wide(
		cx, mem_printf(cx, "%s %s", family->text, given->text));
	a->chief_kana = mem_printf(cx, "%s%s", family->kana, given->kana);
	a->at = address(cx, s, c);
	a->tel = tel(cx, c);
	a->physician = "yes";
	a->plan = "yes";
	a->note1 = mem_printf(cx, "%s%06lld", s->words[W_NOTE].list[0].text,
			      (long long)(n % 1000000));
}

static void institution(struct ctx *cx, const struct sample *s,
			struct chance *c, struct office *o)
{
	struct institution *inst = &o->inst;
	const struct word *hospital = pick(s, c, W_HOSPITAL);
	const struct word number = nth(cx, s, 1 + (int64_t)chance_below(c, 40));

	inst->secured = "no";
	if (chance_below(c, 12) == 0) {
		inst->plan = pick(s, c, W_PLAN)->text;
		return;
	}
	inst->secured = "yes";
	inst->name = mem_printf(cx, "%s%s", number.text, hospital->text);
	inst->kana = mem_printf(cx, "%s%s", number.kana, hospital->kana);
	inst->at = o->at;
	inst->tel = tel(cx, c);
}

/* What there is to choose from at an office. */
static const struct desk *desk_of(const struct sample *s,
				  const struct office *o)
{
	return s->ndesks ? &s->desks[(size_t)o->number % s->ndesks] : &s->all;
}

/* What the whole company does comes first, something else at some places. */
static void businesses(struct ctx *cx, const struct sample *s, struct chance *c,
		       const struct applicant *a, struct office *o)
{
	struct chance own = { .state = (uint64_t)a->at.zip[2] * 131 +
				       (uint64_t)a->at.zip[6] };
	const struct desk *d = desk_of(s, o);
	uint64_t first = chance_below(&own, d->n);
	/* Another one, and not the same twice. */
	uint64_t step = d->n > 1 ? 1 + chance_below(c, d->n - 1) : 0;

	o->nbusiness = chance_below(c, 6) == 0 && step ? 2 : 1;
	o->business = mem_array(cx, o->nbusiness, sizeof(*o->business));
	for (size_t i = 0; i < o->nbusiness; i++) {
		struct business *b = &o->business[i];

		*b = d->choices[(first + i * step) % d->n];
		b->own = 1 + (int64_t)chance_below(c, 40);
		b->external = (int64_t)chance_below(c, 4) == 0
				      ? (int64_t)chance_below(c, 10)
				      : 0;
	}
}

void sample_office(struct ctx *cx, const struct sample *s, struct chance *c,
		   const struct applicant *a, struct office *o)
{
	const struct word *kind = pick(s, c, W_OFFICE);
	const struct word number = nth(cx, s, o->number);

	o->name = text_wide(cx, mem_printf(cx, "%s %s%s", a->name, number.text,
					   kind->text));
	o->kana = mem_printf(cx, "%s%s%s", a->kana, number.kana, kind->kana);
	o->at = address(cx, s, c);
	o->tel = tel(cx, c);
	businesses(cx, s, c, a, o);
	o->staff = office_persons(o) + (int64_t)chance_below(c, 30);
	institution(cx, s, c, o);
}
