/* number.c - quantities as people write them. */
#include <string.h>

#include "text/digits.h"
#include "text/utf8.h"

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Like utf8_next(), in half width; a minus is '-'. */
static uint32_t next_narrow(const char **s)
{
	uint32_t cp = utf8_next(s);

	if (cp == 0x2212)
		return '-';
	return cp >= 0xFF01 && cp <= 0xFF5E ? cp - 0xFEE0 : cp;
}

static void skip_spaces(const char **s)
{
	const char *next = *s;

	while (utf8_is_space(utf8_next(&next)))
		*s = next;
}

/* Behind the number: nothing, or one counter. */
static bool at_end(const char *s)
{
	static const char *const counters[] = {
		"人", "名", "箱", "回", "本", "台", "件",
	};

	skip_spaces(&s);
	for (size_t i = 0; i < COUNT(counters); i++) {
		size_t n = strlen(counters[i]);

		if (strncmp(s, counters[i], n) == 0) {
			s += n;
			break;
		}
	}
	skip_spaces(&s);
	return *s == '\0';
}

/*
 * The digits before the decimal point. With commas there must be three digits
 * after each, one to three before the first: "3,5" is half of nobody's 35.
 */
static bool read_whole(const char **s, bool minus, int64_t *sum, bool *fits)
{
	const char *next = *s;
	size_t run = 0, commas = 0;
	uint32_t cp;

	*sum = 0;
	for (; is_digit(cp = next_narrow(&next)) || cp == ','; *s = next) {
		int64_t digit = (int64_t)cp - '0';

		if (cp == ',') {
			if (run == 0 || run > 3 || (commas && run != 3))
				return false;
			commas++;
			run = 0;
			continue;
		}
		run++;
		if (__builtin_mul_overflow(*sum, 10, sum) ||
		    __builtin_add_overflow(*sum, minus ? -digit : digit, sum))
			*fits = false;
	}
	return commas ? run == 3 : run > 0;
}

/* The decimals, if there is a point: it needs a digit behind it. */
static bool read_decimals(const char **s, bool *whole)
{
	const char *next = *s;
	size_t run = 0;
	uint32_t cp;

	if (next_narrow(&next) != '.')
		return true;
	*s = next;
	for (; is_digit(cp = next_narrow(&next)); *s = next) {
		run++;
		if (cp != '0')
			*whole = false;
	}
	return run > 0;
}

enum number text_number(const char *s, int64_t min, int64_t max, int64_t *out)
{
	const char *next;
	bool whole = true, fits = true, minus;
	int64_t n;
	uint32_t sign;

	skip_spaces(&s);
	if (*s == '\0')
		return NUMBER_EMPTY;
	next = s;
	sign = next_narrow(&next);
	minus = sign == '-';
	if (minus || sign == '+')
		s = next;
	if (!read_whole(&s, minus, &n, &fits) || !read_decimals(&s, &whole) ||
	    !at_end(s))
		return NUMBER_NONE;
	if (!whole)
		return NUMBER_NOT_WHOLE;
	if (!fits || n < min || n > max)
		return NUMBER_RANGE;
	*out = n;
	return NUMBER_OK;
}
