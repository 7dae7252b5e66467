/* jera.c - years of the Japanese eras (和暦), and years as people type them. */
#include "text/jera.h"

#include <string.h>

#include "text/utf8.h"

/* By the ordinances that named them; an era ends the day before the next. */
static const struct era eras[] = {
	{ "明治", { 1868, 1, 25 }, { 1912, 7, 29 } },
	{ "大正", { 1912, 7, 30 }, { 1926, 12, 24 } },
	{ "昭和", { 1926, 12, 25 }, { 1989, 1, 7 } },
	{ "平成", { 1989, 1, 8 }, { 2019, 4, 30 } },
	{ "令和", { 2019, 5, 1 }, { YEAR_MAX, 12, 31 } },
};

/* How each era may begin; the longest first. Narrowed, without spaces. */
static const struct {
	const char *text;
	size_t era;
} marks[] = {
	{ "明治", 0 }, { "大正", 1 }, { "昭和", 2 }, { "平成", 3 },
	{ "令和", 4 }, { "明", 0 },   { "大", 1 },   { "昭", 2 },
	{ "平", 3 },   { "令", 4 },   { "㍾", 0 },   { "㍽", 1 },
	{ "㍼", 2 },   { "㍻", 3 },   { "㋿", 4 },  { "M", 0 },
	{ "T", 1 },    { "S", 2 },    { "H", 3 },    { "R", 4 },
	{ "m", 0 },    { "t", 1 },    { "s", 2 },    { "h", 3 },
	{ "r", 4 },
};

const struct era *era_of(struct date d)
{
	for (size_t i = 0; i < COUNT(eras); i++)
		if (date_compare(d, eras[i].first) >= 0 &&
		    date_compare(d, eras[i].last) <= 0)
			return &eras[i];
	return NULL;
}

int era_years(const struct era *e)
{
	return e->last.year == YEAR_MAX ? 0 : e->last.year - e->first.year + 1;
}

const char *year_text_era(struct ctx *cx, int year)
{
	const struct era *e = era_of((struct date) { year, 12, 31 });

	if (!e)
		return mem_printf(cx, "%d年", year);
	if (year == e->first.year)
		return mem_printf(cx, "%s元年", e->name);
	return mem_printf(cx, "%s%d年", e->name, year - e->first.year + 1);
}

/* Digits up to the end or 年; 0 unless there are 1 to 4 of them. */
static int read_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");
	int value = 0;

	if (n < 1 || n > 4 || (s[n] != '\0' && strcmp(s + n, "年") != 0))
		return 0;
	for (size_t i = 0; i < n; i++)
		value = 10 * value + (s[i] - '0');
	return value;
}

static enum year read_era(const char *s, const struct era *e, struct jyear *out)
{
	int n = read_digits(s);

	if (strcmp(s, "元") == 0 || strcmp(s, "元年") == 0)
		n = 1;
	if (n < 1 || n > YEAR_MAX - e->first.year + 1)
		return YEAR_NONE;
	out->era = e;
	out->of_era = n;
	out->year = e->first.year + n - 1;
	return out->year > e->last.year ? YEAR_PAST_ERA : YEAR_OK;
}

static enum year read_year(const char *s, struct jyear *out)
{
	for (size_t i = 0; i < COUNT(marks); i++) {
		size_t n = strlen(marks[i].text);

		if (strncmp(s, marks[i].text, n) == 0)
			return read_era(s + n, &eras[marks[i].era], out);
	}
	out->year = read_digits(s);
	if (out->year >= 1000)
		return YEAR_OK;
	out->year = 0;
	return YEAR_NONE;
}

enum year year_parse(const char *s, struct jyear *out)
{
	char plain[64];
	size_t n = 0;

	*out = (struct jyear) { 0 };
	while (*s) {
		const char *from = s;
		uint32_t cp = utf8_next(&s);

		if (utf8_is_space(cp))
			continue;
		/* No year is as long as this. */
		if (n + 4 >= sizeof(plain))
			return YEAR_NONE;
		if (cp >= 0xFF01 && cp <= 0xFF5E)
			plain[n++] = (char)(cp - 0xFEE0);
		else
			while (from < s)
				plain[n++] = *from++;
	}
	plain[n] = '\0';
	return n == 0 ? YEAR_EMPTY : read_year(plain, out);
}

bool year_fits(const struct jyear *y, struct date d)
{
	return !y->era || (date_compare(d, y->era->first) >= 0 &&
			   date_compare(d, y->era->last) <= 0);
}
