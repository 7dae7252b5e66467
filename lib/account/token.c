/* token.c - secrets that a browser or a mail holds, and their hashes. */
#include <sodium.h>
#include <string.h>

#include "account/session.h"
#include "base/random.h"

static const char *to_text(struct ctx *cx, const unsigned char *bytes)
{
	char *text = mem_zero(cx, TOKEN_TEXT + 1);

	(void)sodium_bin2base64(text, TOKEN_TEXT + 1, bytes, TOKEN_BYTES,
				sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return text;
}

const char *token_new(struct ctx *cx)
{
	unsigned char bytes[TOKEN_BYTES];
	const char *text;

	random_bytes(bytes, sizeof(bytes));
	text = to_text(cx, bytes);
	sodium_memzero(bytes, sizeof(bytes));
	return text;
}

bool token_valid(const char *text)
{
	unsigned char bytes[TOKEN_BYTES];
	size_t n;

	return strlen(text) == TOKEN_TEXT &&
	       sodium_base642bin(
		       bytes, sizeof(bytes), text, TOKEN_TEXT, NULL, &n, NULL,
		       sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
	       n == TOKEN_BYTES;
}

struct hash token_hash(const char *text)
{
	struct hash h;

	_Static_assert(sizeof(h.b) == crypto_hash_sha256_BYTES, "SHA-256");
	(void)crypto_hash_sha256(h.b, (const unsigned char *)text,
				 strlen(text));
	return h;
}

const char *token_form(struct ctx *cx, const char *cookie)
{
	struct hash h = token_hash(mem_printf(cx, "form:%s", cookie));

	return to_text(cx, h.b);
}
