/* kind_mail.c - mail addresses. */
#include <string.h>

#include "form/kind.h"
#include "text/mail.h"

static bool clean(struct ctx *cx, const struct field *f, const char *raw,
		  void *to, struct report *wrong)
{
	const char *mail = text_mail(cx, raw);

	if (!mail_valid(mail))
		return report(wrong, "mail");
	return text_put(f, mail, to, wrong);
}

const struct kind kind_mail = {
	.name = "mail",
	.inputmode = "email",
	.width = "full",
	.clean = clean,
	TEXT_MEMBER,
};
