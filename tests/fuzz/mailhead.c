/*
 * mailhead.c - message_write() with any values, one a line of the input
 * (separated by 0xFF): nine header lines come out and no other, none too long.
 */
#include <stdlib.h>
#include <string.h>

#include "mail/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *next(struct ctx *cx, const char **s)
{
	size_t n = strcspn(*s, "\xff");
	const char *text = mem_text_n(cx, *s, n);

	*s += n + ((*s)[n] != '\0');
	return text;
}

static void check(const char *s)
{
	static const char *const names[] = {
		"From: ",
		"To: ",
		"Subject: ",
		"Date: ",
		"Message-ID: <",
		"Auto-Submitted: ",
		"MIME-Version: ",
		"Content-Type: ",
		"Content-Transfer-Encoding: ",
	};
	size_t i = 0;

	for (; strncmp(s, "\r\n", 2) != 0; s += strcspn(s, "\r") + 2) {
		size_t n = strcspn(s, "\r\n");

		if (n > 300 || strncmp(s + n, "\r\n", 2) != 0)
			abort();
		if (*s == ' ')
			continue;
		if (i == COUNT(names) ||
		    strncmp(s, names[i], strlen(names[i])) != 0)
			abort();
		i++;
	}
	for (; *s; s += strcspn(s, "\r") + 2)
		if (*s == '.' || strcspn(s, "\r\n") > 76)
			abort();
	if (i != COUNT(names))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	const char *s = mem_text_n(cx, (const char *)data, size);
	struct message m = { .date = (int64_t)size };
	struct buf to;

	m.subject = next(cx, &s);
	m.from_name = next(cx, &s);
	m.from = next(cx, &s);
	m.to = next(cx, &s);
	m.id = next(cx, &s);
	m.body = s;
	buf_init(&to, cx);
	if (message_write(&m, &to) == ST_OK)
		check(to.text);
	ctx_end(cx);
	return 0;
}
