/* mould.c - pages that are rendered once and poured from then on. */
#include "web/mould.h"

#include <string.h>

#include "web/cast.h"
#include "web/pour.h"
#include "web/skeleton.h"

#define MOULDS 64
#define SIGHTED 256
#define MOST_SAMPLES 32

/* A row's skeleton, and the sample that was cut for it. */
struct variant {
	uint64_t hash;
	struct buf skeleton;
	struct cast cast;
};

/* A list of a page. Options: the first sample is not chosen, the second is. */
struct list_mould {
	struct variant *variants;
	size_t n;
	bool rows, shown;
	const char *key; /* of options: cast_key() */
};

struct mould {
	struct ctx *cx;
	uint64_t hash;
	struct buf skeleton;
	bool spoilt; /* its template cannot be cut */
	struct cast page;
	struct list_mould *lists;
	size_t nlists, size; /* bytes of the last such page */
	int64_t used;
};

struct moulds {
	struct ctx *cx;
	struct render *render;
	enum moulding how;
	struct mould *list[MOULDS];
	uint64_t sighted[SIGHTED]; /* seen once */
	int64_t clock;
	size_t poured;
	struct option_texts *options;
};

struct moulds *moulds_new(struct ctx *cx, struct render *r, enum moulding how)
{
	struct moulds *m = mem_zero(cx, sizeof(*m));

	m->cx = cx;
	m->render = r;
	m->how = how;
	m->options = option_texts_new(cx);
	return m;
}

size_t moulds_poured(const struct moulds *m)
{
	return m->poured;
}

static bool same(const struct buf *a, const struct buf *b)
{
	return a->n == b->n && memcmp(a->text, b->text, a->n) == 0;
}

static void keep(struct ctx *cx, struct buf *to, const struct buf *from)
{
	buf_init(to, cx);
	buf_add_n(to, from->text, from->n);
}

static enum status plain(struct moulds *m, const char *template,
			 const struct node *root, struct buf *out)
{
	enum status st;

	cast_plain(m->render, root);
	st = render_page(m->render, template, out);
	cast_clear(m->render, root);
	return st;
}

static struct mould *find(struct moulds *m, uint64_t hash,
			  const struct buf *skeleton)
{
	for (size_t i = 0; i < MOULDS; i++) {
		struct mould *one = m->list[i];

		if (one && one->hash == hash && same(&one->skeleton, skeleton))
			return one;
	}
	return NULL;
}

/* In the place of the one that was not used for the longest time. */
static struct mould *make(struct moulds *m, uint64_t hash,
			  const struct skeleton *s)
{
	struct mould **to = &m->list[0], *one;
	struct ctx *cx;

	for (size_t i = 0; i < MOULDS; i++) {
		if (!m->list[i]) {
			to = &m->list[i];
			break;
		}
		if (m->list[i]->used < (*to)->used)
			to = &m->list[i];
	}
	if (*to)
		ctx_end((*to)->cx);
	cx = ctx_new(m->cx);
	one = mem_zero(cx, sizeof(*one));
	one->cx = cx;
	one->hash = hash;
	keep(cx, &one->skeleton, &s->text);
	one->nlists = s->nlists;
	one->lists = mem_array(cx, s->nlists, sizeof(*one->lists));
	for (size_t i = 0; i < s->nlists; i++)
		one->lists[i].rows = s->lists[i].list->kind == NODE_ROWS;
	*to = one;
	return one;
}

/* A page of which there is only one is not worth the marks. */
static bool was_sighted(struct moulds *m, uint64_t hash)
{
	uint64_t *seen = &m->sighted[hash % SIGHTED];

	if (*seen == hash)
		return true;
	*seen = hash;
	return false;
}
/* One page on its way: its rows matched with their variants. */
struct making {
	struct moulds *m;
	struct mould *mould;
	const char *template;
	const struct node *root;
	struct skeleton skeleton, row;
	struct samples *samples; /* of each list: what is to be cut */
	struct poured_list *lists;
	struct ctx *cx;
	bool incomplete; /* there are samples of rows that are new */
};

static struct variant *variant_of(struct list_mould *l, uint64_t hash,
				  const struct buf *skeleton)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->variants[i].hash == hash &&
		    same(&l->variants[i].skeleton, skeleton))
			return &l->variants[i];
	return NULL;
}

/* NULL: there are too many. */
static struct variant *add_variant(struct making *k, size_t list,
				   const struct node *row, uint64_t hash)
{
	struct list_mould *l = &k->mould->lists[list];
	struct samples *s = &k->samples[list];
	struct variant *v;

	if (l->n == MOST_SAMPLES)
		return NULL;
	v = &l->variants[l->n++];
	v->hash = hash;
	keep(k->mould->cx, &v->skeleton, &k->row.text);
	s->rows[s->n++] = row;
	k->incomplete = true;
	return v;
}

/* The texts of a row, which the next one takes the place of. */
static const char *const *values_of(struct making *k)
{
	size_t bytes = k->row.nvalues * sizeof(*k->row.values);
	const char **values = mem_grow(k->cx, NULL, k->row.nvalues + 1,
				       sizeof(*values));

	if (bytes)
		memcpy(values, k->row.values, bytes);
	return values;
}

/* Which of the page's kinds of rows it is; NULL: it cannot be cut. seen: one
 * row of each kind that this page had so far. */
static struct variant *match_row(struct making *k, size_t list,
				 const struct node *row,
				 const struct node **seen)
{
	struct list_mould *l = &k->mould->lists[list];
	struct variant *v;
	uint64_t hash;

	for (size_t i = 0; i < l->n; i++)
		if (seen[i] && skeleton_alike(seen[i], row)) {
			skeleton_read_values(&k->row, row);
			return &l->variants[i];
		}
	skeleton_read(&k->row, "", row);
	/* A list in a row would need samples of samples. */
	if (k->row.nlists)
		return NULL;
	hash = skeleton_hash(&k->row.text);
	v = variant_of(l, hash, &k->row.text);
	if (!v)
		v = add_variant(k, list, row, hash);
	if (v)
		seen[v - l->variants] = row;
	return v;
}

static bool match_rows(struct making *k, size_t i)
{
	const struct node *list = k->skeleton.lists[i].list;
	const struct node *seen[MOST_SAMPLES] = { NULL };
	struct list_mould *l = &k->mould->lists[i];
	struct poured_list *p = &k->lists[i];

	if (!l->variants)
		l->variants = mem_array(k->mould->cx, MOST_SAMPLES,
					sizeof(*l->variants));
	k->samples[i].rows = mem_array(k->cx, MOST_SAMPLES,
				       sizeof(*k->samples[i].rows));
	p->rows = mem_array(k->cx, list->n, sizeof(*p->rows));
	p->n = list->n;
	for (size_t n = 0; n < list->n; n++) {
		struct variant *v = match_row(k, i, &list->first[n], seen);

		if (!v)
			return false;
		p->rows[n].cast = &v->cast;
		p->rows[n].values = values_of(k);
	}
	return true;
}

static void match_options(struct making *k, size_t i)
{
	const struct list_in *in = &k->skeleton.lists[i];
	struct list_mould *l = &k->mould->lists[i];
	struct poured_list *p = &k->lists[i];
	size_t n = cast_chosen(in->parent) ? 2 : 1;

	if (!l->variants) {
		l->variants = mem_array(k->mould->cx, n, sizeof(*l->variants));
		l->n = n;
	}
	k->samples[i].n = n;
	p->options = in->list->options;
	p->plain = &l->variants[0].cast;
	p->key = l->key;
	if (n == 2) {
		p->chosen = &l->variants[1].cast;
		p->value = cast_chosen(in->parent);
	}
}

static bool match_lists(struct making *k)
{
	size_t n = k->skeleton.nlists;

	k->samples = mem_array(k->cx, n, sizeof(*k->samples));
	k->lists = mem_array(k->cx, n, sizeof(*k->lists));
	for (size_t i = 0; i < n; i++)
		if (!k->mould->lists[i].rows)
			match_options(k, i);
		else if (!match_rows(k, i))
			return false;
	return true;
}

/* Where the samples of a list go: the last of its variants. */
static void give_casts(struct making *k, struct samples *s, size_t i)
{
	struct list_mould *l = &k->mould->lists[i];

	s->casts = mem_array(k->cx, s->n, sizeof(*s->casts));
	for (size_t n = 0; l->rows && n < s->n; n++)
		s->casts[n] = l->variants[l->n - s->n + n].cast;
}

static void take_casts(struct making *k, const struct samples *s, size_t i)
{
	struct list_mould *l = &k->mould->lists[i];

	for (size_t n = 0; n < s->n; n++)
		l->variants[l->n - s->n + n].cast = s->casts[n];
	l->shown = s->shown;
	if (!l->rows)
		l->key = cast_key(k->mould->cx, &l->variants[0].cast);
}

/* Renders the page with marks, and cuts it. */
static bool cut(struct making *k)
{
	struct mould *one = k->mould;
	struct cast page = { .text = NULL };
	struct buf text;
	enum status st;

	buf_init(&text, one->cx);
	for (size_t i = 0; i < one->nlists; i++)
		give_casts(k, &k->samples[i], i);
	cast_marked(k->m->render, k->root, k->samples);
	st = render_page(k->m->render, k->template, &text);
	cast_clear(k->m->render, k->root);
	if (st != ST_OK || !cast_cut(one->cx, &text, k->skeleton.nvalues, &page,
				     k->samples, one->nlists))
		return false;
	for (size_t i = 0; i < one->nlists; i++)
		take_casts(k, &k->samples[i], i);
	if (!one->page.text)
		one->page = page;
	return true;
}

static bool prepare(struct making *k)
{
	if (k->mould->spoilt)
		return false;
	if (match_lists(k) &&
	    ((k->mould->page.text && !k->incomplete) || cut(k)))
		return true;
	k->mould->spoilt = true;
	return false;
}

/* Rendered the other way, it must be the same page. */
static void compare(struct making *k, const struct buf *out, size_t begins)
{
	struct buf other;

	buf_init(&other, k->cx);
	if (plain(k->m, k->template, k->root, &other) != ST_OK ||
	    other.n != out->n - begins ||
	    memcmp(other.text, out->text + begins, other.n) != 0)
		BUG("%s is poured wrongly", k->template);
}

enum status mould_page(struct moulds *m, const char *template,
		       const struct node *root, struct buf *out)
{
	struct making k = { .m = m, .template = template, .root = root };
	size_t begins = out->n;
	uint64_t hash;

	if (m->how == MOULD_NEVER)
		return plain(m, template, root, out);
	k.cx = out->cx;
	skeleton_init(&k.skeleton, k.cx);
	skeleton_init(&k.row, k.cx);
	skeleton_read(&k.skeleton, template, root);
	hash = skeleton_hash(&k.skeleton.text);
	k.mould = find(m, hash, &k.skeleton.text);
	if (!k.mould && m->how != MOULD_CHECK && !was_sighted(m, hash))
		return plain(m, template, root, out);
	if (!k.mould)
		k.mould = make(m, hash, &k.skeleton);
	k.mould->used = ++m->clock;
	if (!prepare(&k))
		return plain(m, template, root, out);
	buf_reserve(out, k.mould->size);
	pour(m->options, &k.mould->page, k.skeleton.values, k.lists, out);
	k.mould->size = out->n - begins + 1024;
	m->poured++;
	if (m->how == MOULD_CHECK)
		compare(&k, out, begins);
	return ST_OK;
}
