/* import_draft.c - the offices that are there, to compare a workbook with. */
#include <string.h>

#include "sql/tokutei/upload.h"
#include "text/searchkey.h"
#include "workbook/importing.h"

/* The calculation of a business, which a workbook does not show. */
struct basis {
	struct business business;
	struct basis *next;
};

/* An office as far as comparing needs it. */
struct known {
	int64_t number;
	struct id id;
	uint64_t key;	  /* of name and address */
	uint64_t content; /* of all that a workbook shows */
	size_t next;	  /* of the same chain; index + 1 */
	struct basis *basis;
	bool met;
};

struct import_draft {
	struct ctx *cx;
	const struct workbook *w;
	struct hasher hasher;
	struct known *list; /* by number */
	size_t n, room;
	size_t *chains; /* by key; index + 1 */
	size_t nchains;
	size_t at; /* loading: the office whose businesses come */
	struct buf scratch;
};

/* --- what is compared ---------------------------------------------------- */

static void add_value(struct buf *b, const struct value *v)
{
	if (v->kind == V_INT)
		buf_add_n(b, (const char *)&v->number, sizeof(v->number));
	else if (v->text)
		buf_add_n(b, v->text, v->n);
	buf_char(b, '\x1f');
}

/* business true: of one business, whose place among the others does not
 * matter; the numbers of the parts are put together without order. */
static uint64_t content_of(struct import_draft *d, const void *row,
			   bool business)
{
	buf_clear(&d->scratch);
	for (size_t i = 0; i < d->w->n; i++) {
		const struct workbook_column *c = &d->w->columns[i];
		struct value v;

		if (c->business != business ||
		    strcmp(c->slot->place, "number") == 0)
			continue;
		v = c->slot->field->kind->bind(slot_value(c->slot, row));
		add_value(&d->scratch, &v);
	}
	return hash_text(&d->hasher, d->scratch.text, d->scratch.n);
}

static uint64_t office_content(struct import_draft *d, const struct office *o)
{
	uint64_t all = content_of(d, o, false);

	for (size_t i = 0; i < o->nbusiness; i++)
		all ^= content_of(d, &o->business[i], true);
	return all;
}

static uint64_t key_of(struct import_draft *d, const char *search_key,
		       const struct office *o)
{
	buf_clear(&d->scratch);
	buf_printf(&d->scratch, "%s\x1f%s", search_key, o->at.city);
	return hash_text(&d->hasher, d->scratch.text, d->scratch.n);
}

/* As office_form.more makes the column of that name. */
static uint64_t key_of_office(struct ctx *cx, struct import_draft *d,
			      const struct office *o)
{
	return key_of(
		d, text_key(cx, mem_printf(cx, "%s %s", o->name, o->at.town)),
		o);
}

/* --- loading ------------------------------------------------------------- */

static enum status on_office(struct ctx *cx, void *arg, const struct row *row)
{
	struct import_draft *d = arg;
	struct office *o = shape_row(cx, d->w->office);
	struct known *k;

	if (d->n == d->room) {
		d->room = d->room ? 2 * d->room : 256;
		d->list = mem_grow(d->cx, d->list, d->room, sizeof(*d->list));
	}
	shape_fetch(cx, d->w->office, row, o);
	k = &d->list[d->n++];
	*k = (struct known) {
		.number = o->number,
		.id = o->id,
		.key = key_of(d, row_text(row, "search_key"), o),
		.content = content_of(d, o, false),
	};
	return ST_OK;
}

static void keep_basis(struct import_draft *d, struct known *k,
		       const struct business *b)
{
	struct basis *one;

	if (*b->basis_own == '\0' && *b->basis_external == '\0')
		return;
	one = mem_zero(d->cx, sizeof(*one));
	one->next = k->basis;
	one->business = (struct business) {
		.type = mem_text(d->cx, b->type),
		.detail1 = mem_text(d->cx, b->detail1),
		.detail2 = mem_text(d->cx, b->detail2),
		.own = b->own,
		.external = b->external,
		.basis_own = mem_text(d->cx, b->basis_own),
		.basis_external = mem_text(d->cx, b->basis_external),
	};
	k->basis = one;
}

/* Both answers come in the order of the numbers. */
static enum status on_business(struct ctx *cx, void *arg, const struct row *row)
{
	struct import_draft *d = arg;
	struct business *b = shape_row(cx, d->w->business);
	int64_t number = row_int(row, "office");

	while (d->at < d->n && d->list[d->at].number < number)
		d->at++;
	if (d->at == d->n || d->list[d->at].number != number)
		return ST_OK;
	shape_fetch(cx, d->w->business, row, b);
	d->list[d->at].content ^= content_of(d, b, true);
	keep_basis(d, &d->list[d->at], b);
	return ST_OK;
}

static void make_chains(struct import_draft *d)
{
	d->nchains = 2 * d->n + 1;
	d->chains = mem_array(d->cx, d->nchains, sizeof(*d->chains));
	/* From the back, so that the lowest number comes first. */
	for (size_t i = d->n; i > 0; i--) {
		size_t *chain = &d->chains[d->list[i - 1].key % d->nchains];

		d->list[i - 1].next = *chain;
		*chain = i;
	}
}

enum status import_draft_load(struct ctx *cx, const struct workbook *w,
			      struct import_draft **draft)
{
	struct import_draft *d = mem_zero(cx, sizeof(*d));

	d->cx = cx;
	d->w = w;
	hasher_init(&d->hasher);
	buf_init(&d->scratch, cx);
	TRY(db_each(cx, &sql_import_offices, NO_ARGS, on_office, d));
	TRY(db_each(cx, &sql_import_businesses, NO_ARGS, on_business, d));
	make_chains(d);
	*draft = d;
	return ST_OK;
}

size_t import_draft_offices(const struct import_draft *d)
{
	return d->n;
}

void import_draft_rewind(struct import_draft *d)
{
	for (size_t i = 0; i < d->n; i++)
		d->list[i].met = false;
}

int64_t import_draft_missing(const struct import_draft *d)
{
	int64_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += !d->list[i].met;
	return n;
}

const int64_t *import_draft_unmet(struct ctx *cx, const struct import_draft *d,
				  size_t *n)
{
	int64_t *numbers = mem_array(cx, d->n, sizeof(*numbers));

	*n = 0;
	for (size_t i = 0; i < d->n; i++)
		if (!d->list[i].met)
			numbers[(*n)++] = d->list[i].number;
	return numbers;
}

/* --- finding ------------------------------------------------------------- */

static struct known *by_number(const struct import_draft *d, int64_t number)
{
	size_t low = 0, high = d->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (d->list[mid].number < number)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < d->n && d->list[low].number == number && !d->list[low].met)
		return &d->list[low];
	return NULL;
}

static struct known *by_key(const struct import_draft *d, uint64_t key)
{
	for (size_t i = d->chains[key % d->nchains]; i;
	     i = d->list[i - 1].next) {
		struct known *k = &d->list[i - 1];

		if (k->key == key && !k->met)
			return k;
	}
	return NULL;
}

static struct known *find(struct ctx *cx, struct import_draft *d,
			  const struct office *o)
{
	struct known *k = NULL;

	if (d->n == 0)
		return NULL;
	if (o->number != NO_NUMBER)
		k = by_number(d, o->number);
	if (!k)
		k = by_key(d, key_of_office(cx, d, o));
	if (k)
		k->met = true;
	return k;
}

/* A calculation stays with the number that it gave. */
static void take_basis(const struct known *k, struct office *o)
{
	for (const struct basis *b = k->basis; b; b = b->next)
		for (size_t i = 0; i < o->nbusiness; i++) {
			struct business *to = &o->business[i];

			if (!business_same(to, &b->business))
				continue;
			if (to->own == b->business.own)
				to->basis_own = b->business.basis_own;
			if (to->external == b->business.external)
				to->basis_external = b->business.basis_external;
		}
}

enum import_match draft_match(struct ctx *cx, struct import_draft *d,
			      struct office *o)
{
	const struct known *k = find(cx, d, o);

	if (!k) {
		o->number = NO_NUMBER;
		return IMPORT_NEW;
	}
	o->number = k->number;
	o->id = k->id;
	if (k->content == office_content(d, o))
		return IMPORT_SAME;
	take_basis(k, o);
	return IMPORT_CHANGED;
}

void draft_meet(struct ctx *cx, struct import_draft *d, const struct office *o)
{
	(void)find(cx, d, o);
}
