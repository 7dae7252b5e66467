/* choice.c - which of the options a text stands for. */
#include <string.h>

#include "base/buf.h"
#include "form/shape.h"
#include "text/digits.h"
#include "text/searchkey.h"

/* What was found before. Lives as long as the shape: one workbook. */
#define SLOTS 4096 /* a power of two */
#define MOST_KNOWN 16384
#define LONGEST_KEY 200

/* What the options hang on, and the text: "13\x1f千代田区". */
struct key {
	char text[LONGEST_KEY];
	size_t n;
	uint32_t hash;
};

struct known {
	const char *key;
	size_t n;
	uint32_t hash;
	struct choice choice;
	struct known *next;
};

/* The labels of one list as they are compared, and behind them its codes. */
struct keyed {
	const struct rows *options;
	const char *const *keys;
	struct keyed *next;
};

struct memory {
	struct ctx *cx;
	struct known *slots[SLOTS];
	size_t n;
	struct keyed *keyed;
};

const struct shape *shape_remembering(struct ctx *cx, const struct form *form)
{
	struct shape *shape = mem_zero(cx, sizeof(*shape));

	*shape = *shape_of(cx, form);
	for (size_t i = 0; i < shape->n; i++) {
		struct slot *s = &shape->list[i];

		if (s->rows)
			s->rows = shape_remembering(cx, s->field->form);
		if (!s->field->options)
			continue;
		s->memory = mem_zero(cx, sizeof(*s->memory));
		s->memory->cx = cx;
	}
	return shape;
}

/* False: too long to be worth remembering. */
static bool add_part(struct key *key, const char *part)
{
	for (; *part; part++) {
		if (key->n + 2 > LONGEST_KEY)
			return false;
		key->text[key->n++] = *part;
		key->hash = (key->hash ^ (unsigned char)*part) * 16777619U;
	}
	key->text[key->n++] = '\x1f';
	return true;
}

static bool make_key(const struct slot *s, const void *row, const char *raw,
		     struct key *key)
{
	key->n = 0;
	key->hash = 2166136261U;
	for (size_t i = 0; i < s->nbinds; i++) {
		const char *text;

		memcpy(&text, slot_value(s->binds[i].from, row), sizeof(text));
		if (!add_part(key, text))
			return false;
	}
	return add_part(key, raw);
}

static const struct choice *recall(const struct memory *m,
				   const struct key *key)
{
	for (const struct known *k = m->slots[key->hash % SLOTS]; k;
	     k = k->next)
		if (k->hash == key->hash && k->n == key->n &&
		    memcmp(k->key, key->text, key->n) == 0)
			return &k->choice;
	return NULL;
}

static void remember(struct memory *m, const struct key *key,
		     const struct choice *found)
{
	struct known **slot = &m->slots[key->hash % SLOTS];
	struct known *k;

	if (m->n++ >= MOST_KNOWN)
		return;
	k = mem_zero(m->cx, sizeof(*k));
	*k = (struct known) {
		.key = mem_text_n(m->cx, key->text, key->n),
		.n = key->n,
		.hash = key->hash,
		.choice = *found,
		.next = *slot,
	};
	*slot = k;
}

static void take(const struct rows *options, size_t i, bool loose,
		 struct choice *found)
{
	found->code = row_text(options->list[i], "value");
	found->label = row_text(options->list[i], "label");
	found->loose = loose;
}

static bool find_plain(const struct rows *options, const char *raw,
		       struct choice *found)
{
	for (size_t i = 0; i < options->n; i++) {
		const struct row *one = options->list[i];

		if (strcmp(row_text(one, "value"), raw) == 0 ||
		    strcmp(row_text(one, "label"), raw) == 0) {
			take(options, i, false, found);
			return true;
		}
	}
	return false;
}

static const char *const *make_keys(struct ctx *cx, const struct rows *options)
{
	size_t n = options->n;
	const char **keys = mem_array(cx, 2 * n, sizeof(*keys));

	for (size_t i = 0; i < n; i++) {
		keys[i] = text_key(cx, row_text(options->list[i], "label"));
		keys[n + i] = text_key(cx, row_text(options->list[i], "value"));
	}
	return keys;
}

static const char *const *keys_of(struct ctx *cx, struct memory *m,
				  const struct rows *options)
{
	struct keyed *k;

	if (!m)
		return make_keys(cx, options);
	for (k = m->keyed; k; k = k->next)
		if (k->options == options)
			return k->keys;
	k = mem_zero(m->cx, sizeof(*k));
	*k = (struct keyed) { options, make_keys(m->cx, options), m->keyed };
	m->keyed = k;
	return k->keys;
}

/* "1" is 01: a spreadsheet took the code for a number. */
static bool is_code(const char *digits, const char *code)
{
	size_t n = digits ? strlen(digits) : 0, length = strlen(code);

	return n && n <= length && strspn(code, "0") >= length - n &&
	       strcmp(code + length - n, digits) == 0;
}

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), k = strlen(end);

	return k && n > k && strcmp(text + n - k, end) == 0;
}

/* The one option that fits; of several, none. */
struct search {
	const struct rows *options;
	const char *const *keys;
	const char *key, *digits;
};

static bool fits(const struct search *s, size_t i, bool tail)
{
	if (tail)
		return ends_with(s->keys[i], s->key) ||
		       ends_with(s->key, s->keys[i]);
	return strcmp(s->keys[i], s->key) == 0 ||
	       strcmp(s->keys[s->options->n + i], s->key) == 0 ||
	       is_code(s->digits, row_text(s->options->list[i], "value"));
}

static bool find_only(const struct search *s, bool tail, struct choice *found)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < s->options->n; i++)
		if (fits(s, i, tail)) {
			at = i;
			n++;
		}
	if (n == 1)
		take(s->options, at, true, found);
	return n == 1;
}

static void find_loose(struct ctx *cx, const struct slot *slot,
		       const struct rows *options, const char *raw,
		       struct choice *found)
{
	struct ctx *turn = ctx_new(cx);
	const struct search s = {
		.options = options,
		.keys = keys_of(turn, slot->memory, options),
		.key = text_key(turn, raw),
		.digits = text_digits(turn, raw),
	};

	if (*s.key && !find_only(&s, false, found) &&
	    (slot->field->flags & F_TAIL))
		(void)find_only(&s, true, found);
	ctx_end(turn);
}

static enum status find(struct ctx *cx, const struct slot *s, const void *row,
			const char *raw, struct choice *found)
{
	const struct rows *options;

	TRY(slot_options(cx, s, row, &options));
	*found = (struct choice) { .any = options && options->n > 0 };
	if (options && *raw && !find_plain(options, raw, found))
		find_loose(cx, s, options, raw, found);
	return ST_OK;
}

enum status slot_choose(struct ctx *cx, const struct slot *s, const void *row,
			const char *raw, struct choice *found)
{
	struct key key;
	bool keep = s->memory && make_key(s, row, raw, &key);
	const struct choice *known = keep ? recall(s->memory, &key) : NULL;

	if (known) {
		*found = *known;
		return ST_OK;
	}
	TRY(find(cx, s, row, raw, found));
	if (keep)
		remember(s->memory, &key, found);
	return ST_OK;
}
