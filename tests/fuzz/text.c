/* text.c - fuzz target: everything that takes what people type. */
#include <string.h>

#include "base/status.h"
#include "text/company.h"
#include "text/corporate.h"
#include "text/digits.h"
#include "text/fraction.h"
#include "text/jera.h"
#include "text/kana.h"
#include "text/mail.h"
#include "text/searchkey.h"
#include "text/utf8.h"
#include "text/wide.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds, const char *what)
{
	if (!holds)
		BUG("%s", what);
}

/* A text that was made is UTF-8 if the typed one was, and stays as it is when
 * it is made again. */
static void twice(struct ctx *cx, const char *s, bool valid,
		  const char *(*make)(struct ctx *cx, const char *s))
{
	const char *made = make(cx, s);

	must(!valid || utf8_valid(made, strlen(made)), "made no UTF-8");
	must(strcmp(make(cx, made), made) == 0, "made it another");
}

static void numbers(struct ctx *cx, const char *s)
{
	const char *digits = text_digits(cx, s), *phone = text_phone(cx, s);
	struct fraction f;
	struct jyear y;
	int64_t n = 0;

	must(!digits || strspn(digits, "0123456789") == strlen(digits),
	     "digits");
	must(!phone || strspn(phone, "0123456789") == strlen(phone), "phone");
	must(text_number(s, -9, 99, &n) != NUMBER_OK || (n >= -9 && n <= 99),
	     "range");
	if (fraction_parse(s, &f))
		must(f.den > 0 && fraction_compare(f, f) == 0, "fraction");
	must(year_parse(s, &y) != YEAR_OK || y.year >= 1000, "year");
	(void)corporate_find(s);
}

static void names(struct ctx *cx, const char *s)
{
	const char *mail = text_mail(cx, s), *full = company_full(cx, s);
	const char *key = text_key(cx, s);

	must(!mail_valid(mail) || !strpbrk(mail, "\r\n <>,"), "mail");
	(void)mail_hint(cx, s);
	must(!full || strcmp(full, s) != 0, "company");
	must(utf8_valid(key, strlen(key)), "key");
	must(utf8_length(utf8_cut(cx, s, 5)) <= 5, "cut");
	(void)utf8_unusable(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	const char *s = mem_text_n(cx, (const char *)data, size);
	bool valid = utf8_valid(s, strlen(s));

	twice(cx, s, valid, text_wide);
	twice(cx, s, valid, text_narrow);
	twice(cx, s, valid, text_hiragana);
	twice(cx, s, valid, text_katakana);
	twice(cx, s, valid, utf8_trim);
	twice(cx, s, valid, text_mail);
	must(!text_is_hiragana(s, NULL) || strcmp(text_hiragana(cx, s), s) == 0,
	     "hiragana");
	(void)utf8_clean(cx, s, true);
	numbers(cx, s);
	names(cx, s);
	ctx_end(cx);
	return 0;
}
