/* company.c - legal forms that are written short in a company's name. */
#include "text/company.h"

#include <string.h>

#include "text/searchkey.h"
#include "text/utf8.h"

struct form_name {
	const char *mark; /* what stands between the brackets */
	const char *full;
};

static const struct form_name in_brackets[] = {
	{ "株", "株式会社" },
	{ "有", "有限会社" },
	{ "名", "合名会社" },
	{ "資", "合資会社" },
	{ "同", "合同会社" },
	{ "相", "相互会社" },
	{ "公財", "公益財団法人" },
	{ "公社", "公益社団法人" },
	{ "一財", "一般財団法人" },
	{ "一社", "一般社団法人" },
	{ "財", "財団法人" },
	{ "社", "社団法人" },
	{ "医", "医療法人" },
	{ "医社", "医療法人社団" },
	{ "医財", "医療法人財団" },
	{ "社医", "社会医療法人" },
	{ "福", "社会福祉法人" },
	{ "社福", "社会福祉法人" },
	{ "学", "学校法人" },
	{ "宗", "宗教法人" },
	{ "特非", "特定非営利活動法人" },
	{ "独", "独立行政法人" },
	{ "地独", "地方独立行政法人" },
	{ "特", "特定目的会社" },
	{ "監", "監査法人" },
	{ "税", "税理士法人" },
	{ "弁", "弁護士法人" },
	{ "農", "農事組合法人" },
};

/* Signs and words that are short by themselves. */
static const struct form_name alone[] = {
	{ "㈱", "株式会社" },
	{ "㊑", "株式会社" },
	{ "㍿", "株式会社" },
	{ "㈲", "有限会社" },
	{ "㊒", "有限会社" },
	{ "㈴", "合名会社" },
	{ "㈾", "合資会社" },
	{ "㈶", "財団法人" },
	{ "㊖", "財団法人" },
	{ "㈳", "社団法人" },
	{ "㊓", "社団法人" },
	{ "㈻", "学校法人" },
	{ "㈵", "特定目的会社" },
	{ "㈼", "監査法人" },
	{ "NPO法人", "特定非営利活動法人" },
	{ "ＮＰＯ法人", "特定非営利活動法人" },
};

static bool opens(uint32_t cp)
{
	return cp == '(' || cp == 0xFF08 || cp == '[' || cp == 0xFF3B ||
	       cp == 0x3014;
}

static bool closes(uint32_t cp)
{
	return cp == ')' || cp == 0xFF09 || cp == ']' || cp == 0xFF3D ||
	       cp == 0x3015;
}

static const char *skip_spaces(const char *s)
{
	const char *next = s;

	while (utf8_is_space(utf8_next(&next)))
		s = next;
	return s;
}

/* "（株）", spaces inside allowed. */
static const char *match_brackets(const char **s)
{
	const char *at = *s, *mark;

	if (!opens(utf8_next(&at)))
		return NULL;
	mark = skip_spaces(at);
	for (size_t i = 0; i < COUNT(in_brackets); i++) {
		size_t n = strlen(in_brackets[i].mark);

		if (strncmp(mark, in_brackets[i].mark, n) != 0)
			continue;
		at = skip_spaces(mark + n);
		if (!closes(utf8_next(&at)))
			continue;
		*s = at;
		return in_brackets[i].full;
	}
	return NULL;
}

/* The full form of what begins at *s, which moves behind it; or NULL. */
static const char *match(const char **s)
{
	for (size_t i = 0; i < COUNT(alone); i++) {
		size_t n = strlen(alone[i].mark);

		if (strncmp(*s, alone[i].mark, n) == 0) {
			*s += n;
			return alone[i].full;
		}
	}
	return match_brackets(s);
}

/* Spaces beside a short form go with it: 株式会社サンプル has none. */
static void drop_spaces(struct buf *b, struct ctx *cx)
{
	const char *trimmed = utf8_trim(cx, mem_printf(cx, "|%s", b->text));

	trimmed = mem_text(cx, trimmed + 1);
	buf_clear(b);
	buf_add(b, trimmed);
}

const char *company_full(struct ctx *cx, const char *name)
{
	bool found = false;
	struct buf b;

	buf_init(&b, cx);
	while (*name) {
		const char *from = name, *full = match(&name);

		if (full) {
			found = true;
			drop_spaces(&b, cx);
			buf_add(&b, full);
			name = skip_spaces(name);
			continue;
		}
		(void)utf8_next(&name);
		buf_add_n(&b, from, (size_t)(name - from));
	}
	return found ? b.text : NULL;
}

/* The longest form that the key begins with: 医療法人社団 before 医療法人. */
static size_t form_in_front(struct ctx *cx, const char *key)
{
	size_t longest = 0;

	for (size_t i = 0; i < COUNT(in_brackets); i++) {
		const char *form = text_key(cx, in_brackets[i].full);
		size_t n = strlen(form);

		if (n > longest && strncmp(key, form, n) == 0)
			longest = n;
	}
	return longest;
}

const char *company_key(struct ctx *cx, const char *name)
{
	const char *full = company_full(cx, name);
	const char *key = text_key(cx, full ? full : name);
	const char *rest = key + form_in_front(cx, key);

	return *rest ? rest : key;
}
