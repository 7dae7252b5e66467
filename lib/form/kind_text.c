/* kind_text.c - texts: as typed, widened, of several lines, a password. */
#include <string.h>

#include "form/kind.h"
#include "text/utf8.h"
#include "text/wide.h"

static const char *get(const void *v)
{
	const char *s;

	memcpy(&s, v, sizeof(s));
	return s ? s : "";
}

static void put(void *to, const char *s)
{
	memcpy(to, &s, sizeof(s));
}

void text_clear(void *to)
{
	put(to, "");
}

bool text_missing(const void *v)
{
	return *get(v) == '\0';
}

const char *text_show(struct ctx *cx, const struct field *f, const void *v)
{
	(void)cx, (void)f;
	return get(v);
}

struct value text_bind(const void *v)
{
	return value_text(get(v));
}

void text_fetch(struct ctx *cx, const struct value *from, void *to)
{
	(void)cx;
	put(to, from->text ? from->text : "");
}

bool text_equal(const void *a, const void *b)
{
	return strcmp(get(a), get(b)) == 0;
}

/* The sign itself, so that the message can show it; "□" if it cannot be. */
static void report_sign(struct report *wrong, uint32_t cp)
{
	struct buf sign;

	buf_init(&sign, wrong->cx);
	utf8_put(&sign, cp);
	report_arg(wrong, "sign", "%s", sign.text);
}

bool text_put(const struct field *f, const char *s, void *to,
	      struct report *wrong)
{
	size_t n = utf8_length(s);
	uint32_t sign = utf8_unusable(s);

	if (sign) {
		report_sign(wrong, sign);
		return report(wrong, "unusable");
	}
	if (f->max && n > (size_t)f->max) {
		report_arg(wrong, "max", "%lld", (long long)f->max);
		report_arg(wrong, "now", "%zu", n);
		return report(wrong, "too_long");
	}
	if (n < (size_t)f->min) {
		report_arg(wrong, "min", "%lld", (long long)f->min);
		report_arg(wrong, "now", "%zu", n);
		return report(wrong, "too_short");
	}
	put(to, s);
	return true;
}

static bool clean_text(struct ctx *cx, const struct field *f, const char *raw,
		       void *to, struct report *wrong)
{
	(void)cx;
	return text_put(f, raw, to, wrong);
}

static bool clean_wide(struct ctx *cx, const struct field *f, const char *raw,
		       void *to, struct report *wrong)
{
	return text_put(f, text_wide(cx, raw), to, wrong);
}

const struct kind kind_text = {
	.name = "text",
	.width = "full",
	.clean = clean_text,
	TEXT_MEMBER,
};

const struct kind kind_wide = {
	.name = "wide",
	.width = "full",
	.clean = clean_wide,
	TEXT_MEMBER,
};

const struct kind kind_area = {
	.name = "area",
	.width = "full",
	.multiline = true,
	.clean = clean_text,
	TEXT_MEMBER,
};

/* Its own rules are those of the account, not of the form. */
const struct kind kind_password = {
	.name = "password",
	.width = "name",
	.clean = clean_text,
	TEXT_MEMBER,
};
