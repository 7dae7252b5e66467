/* id.c - public ids: random 128 bits, what appears in a URL. */
#include "base/id.h"

#include <string.h>

#include "base/ctx.h"
#include "base/random.h"

bool id_set(struct id id)
{
	static const struct id none;

	return memcmp(&id, &none, sizeof(id)) != 0;
}

bool id_same(struct id a, struct id b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

struct id id_new(void)
{
	struct id id;

	random_bytes(id.b, sizeof(id.b));
	return id;
}

const char *id_text(struct ctx *cx, struct id id)
{
	static const char hex[] = "0123456789abcdef";
	char *text = mem_zero(cx, ID_TEXT + 1);

	for (size_t i = 0; i < ID_BYTES; i++) {
		text[2 * i] = hex[id.b[i] >> 4];
		text[2 * i + 1] = hex[id.b[i] & 15];
	}
	return text;
}

static int nibble(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

bool id_parse(const char *s, struct id *id)
{
	struct id parsed;

	*id = (struct id) { { 0 } };
	if (strlen(s) != ID_TEXT)
		return false;
	for (size_t i = 0; i < ID_BYTES; i++) {
		int high = nibble(s[2 * i]), low = nibble(s[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		parsed.b[i] = (unsigned char)(high << 4 | low);
	}
	*id = parsed;
	return true;
}
