/* fraction.c - exact arithmetic for full-time equivalents (常勤換算). */
#include "text/fraction.h"

#include "base/buf.h"

static uint64_t magnitude(int64_t n)
{
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

static uint64_t common(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* Magnitudes, because -INT64_MIN is no int64_t, but INT64_MIN / 2 is one. */
bool fraction_of(int64_t num, int64_t den, struct fraction *out)
{
	uint64_t n = magnitude(num), d = magnitude(den), k;
	bool minus = (num < 0) != (den < 0);

	if (den == 0)
		return false;
	k = common(n, d);
	n /= k;
	d /= k;
	if (d > INT64_MAX || n > (uint64_t)INT64_MAX + (minus && n > 0))
		return false;
	out->num = minus ? (int64_t)(0 - n) : (int64_t)n;
	out->den = (int64_t)d;
	return true;
}

/* Over the least common denominator, so that it overflows only if it must. */
bool fraction_add(struct fraction a, struct fraction b, struct fraction *out)
{
	int64_t k = (int64_t)common((uint64_t)a.den, (uint64_t)b.den);
	int64_t left, right, den;

	if (__builtin_mul_overflow(a.num, b.den / k, &left) ||
	    __builtin_mul_overflow(b.num, a.den / k, &right) ||
	    __builtin_add_overflow(left, right, &left) ||
	    __builtin_mul_overflow(a.den, b.den / k, &den))
		return false;
	return fraction_of(left, den, out);
}

bool fraction_subtract(struct fraction a, struct fraction b,
		       struct fraction *out)
{
	if (__builtin_sub_overflow(INT64_C(0), b.num, &b.num))
		return false;
	return fraction_add(a, b, out);
}

/* one * two, neither yet in lowest terms: each has the numerator of one factor
 * over the denominator of the other, so that what can be cancelled crosswise
 * goes before it could overflow. */
static bool product(struct fraction one, struct fraction two,
		    struct fraction *out)
{
	int64_t num, den;

	if (!fraction_of(one.num, one.den, &one) ||
	    !fraction_of(two.num, two.den, &two) ||
	    __builtin_mul_overflow(one.num, two.num, &num) ||
	    __builtin_mul_overflow(one.den, two.den, &den))
		return false;
	return fraction_of(num, den, out);
}

bool fraction_multiply(struct fraction a, struct fraction b,
		       struct fraction *out)
{
	return product((struct fraction) { a.num, b.den },
		       (struct fraction) { b.num, a.den }, out);
}

bool fraction_divide(struct fraction a, struct fraction b, struct fraction *out)
{
	return product((struct fraction) { a.num, b.num },
		       (struct fraction) { b.den, a.den }, out);
}

static int64_t floor_of(struct fraction f)
{
	return f.num / f.den - (f.num % f.den < 0);
}

/* Whole parts first; if they are equal, the turned rests the other way round
 * (continued fractions): no product that could overflow. */
int fraction_compare(struct fraction a, struct fraction b)
{
	for (;;) {
		int64_t whole_a = floor_of(a), whole_b = floor_of(b);
		/* 0 up to den - 1, computed without overflow near the ends. */
		int64_t rest_a = a.num % a.den, rest_b = b.num % b.den;
		struct fraction turned;

		if (whole_a != whole_b)
			return whole_a < whole_b ? -1 : 1;
		rest_a += rest_a < 0 ? a.den : 0;
		rest_b += rest_b < 0 ? b.den : 0;
		if (rest_a == 0 || rest_b == 0)
			return (rest_a > 0) - (rest_b > 0);
		/* rest/den is less where den/rest is greater: they change
		 * places. */
		turned = (struct fraction) { a.den, rest_a };
		a = (struct fraction) { b.den, rest_b };
		b = turned;
	}
}

int64_t fraction_ceiling(struct fraction f)
{
	return f.num / f.den + (f.num % f.den > 0);
}

const char *fraction_text(struct ctx *cx, struct fraction f)
{
	if (f.den == 1)
		return mem_printf(cx, "%lld", (long long)f.num);
	return mem_printf(cx, "%lld/%lld", (long long)f.num, (long long)f.den);
}

/* 10 * (rest / den): its whole part, and rest becomes what is left. By adding,
 * since 10 * rest may not fit. */
static int next_decimal(uint64_t *rest, uint64_t den)
{
	uint64_t sum = 0;
	int digit = 0;

	for (int i = 0; i < 10; i++) {
		sum += *rest;
		if (sum >= den) {
			sum -= den;
			digit++;
		}
	}
	*rest = sum;
	return digit;
}

const char *fraction_decimal(struct ctx *cx, struct fraction f, int decimals)
{
	uint64_t den = (uint64_t)f.den, rest = magnitude(f.num) % den;
	struct buf b;
	size_t used;

	buf_init(&b, cx);
	buf_printf(&b, "%s%llu", f.num < 0 ? "-" : "",
		   (unsigned long long)(magnitude(f.num) / den));
	used = b.n;
	buf_char(&b, '.');
	for (int i = 0; i < decimals && rest > 0; i++) {
		int digit = next_decimal(&rest, den);

		buf_char(&b, (char)('0' + digit));
		if (digit > 0)
			used = b.n;
	}
	return mem_text_n(cx, b.text, used);
}

static bool read_int(const char **s, int64_t *out)
{
	bool minus = **s == '-';
	const char *from = *s += minus;

	*out = 0;
	for (; **s >= '0' && **s <= '9'; ++*s) {
		int digit = **s - '0';

		if (__builtin_mul_overflow(*out, 10, out) ||
		    __builtin_add_overflow(*out, minus ? -digit : digit, out))
			return false;
	}
	return *s > from;
}

bool fraction_parse(const char *s, struct fraction *out)
{
	int64_t num, den = 1;

	if (!read_int(&s, &num))
		return false;
	if (*s == '/') {
		s++;
		if (!read_int(&s, &den) || den < 1)
			return false;
	}
	return *s == '\0' && fraction_of(num, den, out);
}
