/* kind_kana.c - readings in hiragana. */
#include <string.h>

#include "form/kind.h"
#include "text/kana.h"

static bool clean(struct ctx *cx, const struct field *f, const char *raw,
		  void *to, struct report *wrong)
{
	const char *s = text_hiragana(cx, raw);
	enum letter found;

	if (!text_is_hiragana(s, &found)) {
		/* The message says what was found: kana.kanji … */
		return report(wrong, mem_printf(wrong->cx, "kana.%s",
						letter_name(found)));
	}
	return text_put(f, s, to, wrong);
}

const struct kind kind_kana = {
	.name = "kana",
	.width = "full",
	.clean = clean,
	TEXT_MEMBER,
};
