/* fraction.h - exact arithmetic for full-time equivalents (常勤換算). */
#ifndef TEXT_FRACTION_H
#define TEXT_FRACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/status.h"

/*
 * num / den in lowest terms, den > 0. Hours are added and divided as whole
 * minutes, and rounded once, at the end (spec tokutei §2.4): binary fractions
 * would now and then make one person too many.
 *
 * The arithmetic says false, and leaves *out alone, when the result, or a
 * step on the way to it, does not fit, or the divisor is zero.
 */
struct fraction {
	int64_t num, den;
};

#define FRACTION_ZERO ((struct fraction) { 0, 1 })

bool fraction_of(int64_t num, int64_t den, struct fraction *out) MUST_USE;
bool fraction_add(struct fraction a, struct fraction b,
		  struct fraction *out) MUST_USE;
bool fraction_subtract(struct fraction a, struct fraction b,
		       struct fraction *out) MUST_USE;
bool fraction_multiply(struct fraction a, struct fraction b,
		       struct fraction *out) MUST_USE;
bool fraction_divide(struct fraction a, struct fraction b,
		     struct fraction *out) MUST_USE;

/* Less than, equal to, greater than 0 as a is to b. Never overflows. */
int fraction_compare(struct fraction a, struct fraction b);

/* The least whole number that is not less. */
int64_t fraction_ceiling(struct fraction f);

/* "29/8", "-1/3", "4". */
const char *fraction_text(struct ctx *cx, struct fraction f);

/* "3.625"; cut, not rounded, after so many decimals (0 to 9), zeros at the end
 * left out. To look at only. */
const char *fraction_decimal(struct ctx *cx, struct fraction f, int decimals);

/* Reads what fraction_text() wrote, all of it. */
bool fraction_parse(const char *s, struct fraction *out) MUST_USE;

#endif
