/*
 * kind_code.c - digits: postal codes, telephones, other numbers that are codes.
 */
#include <string.h>

#include "form/kind.h"
#include "text/digits.h"

static bool put_digits(const struct field *f, const char *digits, void *to,
		       const char *key, struct report *wrong)
{
	size_t n = strlen(digits);

	if (n < (size_t)f->min || n > (size_t)f->max) {
		report_arg(wrong, "min", "%lld", (long long)f->min);
		report_arg(wrong, "max", "%lld", (long long)f->max);
		report_arg(wrong, "now", "%zu", n);
		return report(wrong, key);
	}
	memcpy(to, &digits, sizeof(digits));
	return true;
}

static bool clean_digits(struct ctx *cx, const struct field *f, const char *raw,
			 void *to, struct report *wrong)
{
	const char *digits = text_digits(cx, raw);

	if (!digits)
		return report(wrong, "digits.other");
	return put_digits(f, digits, to, "digits", wrong);
}

static bool clean_zip(struct ctx *cx, const struct field *f, const char *raw,
		      void *to, struct report *wrong)
{
	static const struct field seven = { .min = 7, .max = 7 };
	const char *digits = text_digits(cx, raw);

	(void)f;
	if (!digits)
		return report(wrong, "zip.other");
	return put_digits(&seven, digits, to, "zip", wrong);
}

/* Seed 002: at most 20. Ten or eleven are usual; fewer is surely a slip. */
static bool clean_tel(struct ctx *cx, const struct field *f, const char *raw,
		      void *to, struct report *wrong)
{
	static const struct field usual = { .min = 10, .max = 20 };
	const char *digits = text_phone(cx, raw);

	(void)f;
	if (!digits)
		return report(wrong, "tel.other");
	return put_digits(&usual, digits, to, "tel", wrong);
}

const struct kind kind_digits = {
	.name = "digits",
	.inputmode = "numeric",
	.width = "tel",
	.clean = clean_digits,
	TEXT_MEMBER,
};

const struct kind kind_zip = {
	.name = "zip",
	.inputmode = "numeric",
	.width = "zip",
	.clean = clean_zip,
	TEXT_MEMBER,
};

const struct kind kind_tel = {
	.name = "tel",
	.inputmode = "tel",
	.width = "tel",
	.clean = clean_tel,
	TEXT_MEMBER,
};
