/* town.c - 町域: names of towns as Japan Post's files write them. */
#include "master/town.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "text/kana.h"
#include "text/utf8.h"
#include "text/wide.h"

#define WHOLE "一円"
#define SHARE "地割" /* numbered parts of a village in 岩手県 */
#define SHARE_KANA "ちわり"

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* 利島村一円 is all of the village; in 滋賀県多賀町 there is a town that is
 * called 一円. */
static bool whole_city(struct ctx *cx, const char *name, const char *city)
{
	size_t n = strlen(name);

	if (!ends_with(name, WHOLE) || strcmp(name, WHOLE) == 0)
		return false;
	return ends_with(city, mem_text_n(cx, name, n - strlen(WHOLE)));
}

/* What stands there instead of a name. */
static bool no_name(struct ctx *cx, const char *name, const char *city)
{
	return strcmp(name, "以下に掲載がない場合") == 0 ||
	       (strstr(name, "の次に") && ends_with(name, "がくる場合")) ||
	       whole_city(cx, name, city);
}

/* 〜 and － have two code points each, by who made the file. */
static const char *one_spelling(struct ctx *cx, const char *s)
{
	struct buf b;
	uint32_t cp;

	buf_init(&b, cx);
	while ((cp = utf8_next(&s)))
		utf8_put(&b, cp == 0x301c   ? 0xff5e
			     : cp == 0x2212 ? 0xff0d
					    : cp);
	return b.text;
}

static bool is_digit(uint32_t cp)
{
	return cp >= 0xff10 && cp <= 0xff19;
}

/* １０階 or １０かい: a floor, which is part of the address. */
static bool is_floor(const char *s)
{
	const char *start = s, *rest = s;

	while (is_digit(utf8_next(&s)))
		rest = s;
	return rest > start &&
	       (strcmp(rest, "階") == 0 || strcmp(rest, "かい") == 0);
}

/* Brackets hold ranges and exceptions; only floors are kept. One that is not
 * closed goes to the end. */
static const char *without_brackets(struct ctx *cx, const char *s)
{
	struct buf b;

	buf_init(&b, cx);
	while (*s) {
		const char *open = strstr(s, "（");
		size_t n = open ? (size_t)(open - s) : strlen(s);
		const char *inside, *close;

		buf_add_n(&b, s, n);
		if (!open)
			break;
		inside = open + strlen("（");
		close = strstr(inside, "）");
		n = close ? (size_t)(close - inside) : strlen(inside);
		if (is_floor(mem_text_n(cx, inside, n)))
			buf_add_n(&b, inside, n);
		s = close ? close + strlen("）") : inside + n;
	}
	return b.text;
}

/* The text before "第１５地割", or before "１５地割". */
static const char *before_share(struct ctx *cx, const char *s,
				const char *share, const char *number)
{
	const char *at = strstr(s, share);
	size_t n = at ? (size_t)(at - s) : strlen(s);
	size_t m = strlen(number);

	while (at && n >= 3) {
		const char *last = s + n - 3;

		if (!is_digit(utf8_next(&last)))
			break;
		n -= 3;
	}
	if (at && n >= m && strncmp(s + n - m, number, m) == 0)
		n -= m;
	return mem_text_n(cx, s, n);
}

/* １５地割～２１地割 is a range, ４４地割 alone is a name. */
static void drop_range(struct ctx *cx, struct town *t)
{
	const char *number = strstr(t->name, "第") ? "だい" : "";

	if (!strstr(t->name, SHARE) ||
	    !(strstr(t->name, "～") || strstr(t->name, "、")))
		return;
	t->name = before_share(cx, t->name, SHARE, "第");
	t->kana = before_share(cx, t->kana, SHARE_KANA, number);
}

static size_t count_names(const char *s)
{
	size_t n = 1;

	for (; (s = strstr(s, "、")); s += strlen("、"))
		n++;
	return n;
}

static const char *take_name(struct ctx *cx, const char **s)
{
	const char *start = *s, *end = strstr(start, "、");
	size_t n = end ? (size_t)(end - start) : strlen(start);

	*s = end ? end + strlen("、") : start + n;
	return mem_text_n(cx, start, n);
}

size_t town_read(struct ctx *cx, const struct town *record, const char *city,
		 struct town **list)
{
	struct town t = {
		.name = one_spelling(cx, record->name),
		.kana = text_wide(cx, text_hiragana(cx, record->kana)),
	};
	size_t n;
	bool same;

	if (no_name(cx, t.name, city))
		t.name = t.kana = "";
	t.name = without_brackets(cx, t.name);
	t.kana = without_brackets(cx, t.kana);
	drop_range(cx, &t);
	n = count_names(t.name);
	same = count_names(t.kana) == n;
	*list = mem_array(cx, n, sizeof(**list));
	for (size_t i = 0; i < n; i++) {
		(*list)[i].name = take_name(cx, &t.name);
		(*list)[i].kana = same ? take_name(cx, &t.kana) : "";
	}
	return n;
}
