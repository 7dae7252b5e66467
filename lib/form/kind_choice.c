/* kind_choice.c - one of several: a list, or radio buttons. */
#include <string.h>

#include "form/kind.h"

/* Whether it is one of the options is asked by form_clean, which has them. */
static bool clean(struct ctx *cx, const struct field *f, const char *raw,
		  void *to, struct report *wrong)
{
	(void)cx, (void)f, (void)wrong;
	memcpy(to, &raw, sizeof(raw));
	return true;
}

const struct kind kind_choice = {
	.name = "choice",
	.clean = clean,
	TEXT_MEMBER,
};

const struct kind kind_radio = {
	.name = "radio",
	.clean = clean,
	TEXT_MEMBER,
};
