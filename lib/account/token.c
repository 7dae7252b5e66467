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

#define SEALED                                                                 \
	(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + TOKEN_TEXT)
#define SEALED_TEXT                                                            \
	sodium_base64_ENCODED_LEN(SEALED,                                      \
				  sodium_base64_VARIANT_URLSAFE_NO_PADDING)

static struct hash sealing_key(struct ctx *cx, const char *with)
{
	return token_hash(mem_printf(cx, "seal:%s", with));
}

const char *token_seal(struct ctx *cx, const char *token, const char *with)
{
	unsigned char all[SEALED];
	unsigned char *box = all + crypto_secretbox_NONCEBYTES;
	struct hash key = sealing_key(cx, with);
	char *text = mem_zero(cx, SEALED_TEXT);

	_Static_assert(sizeof(key.b) == crypto_secretbox_KEYBYTES, "key");
	random_bytes(all, crypto_secretbox_NONCEBYTES);
	(void)crypto_secretbox_easy(box, (const unsigned char *)token,
				    TOKEN_TEXT, all, key.b);
	(void)sodium_bin2base64(text, SEALED_TEXT, all, sizeof(all),
				sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(&key, sizeof(key));
	return text;
}

const char *token_unseal(struct ctx *cx, const char *sealed, const char *with)
{
	unsigned char all[SEALED];
	struct hash key = sealing_key(cx, with);
	char *token = mem_zero(cx, TOKEN_TEXT + 1);
	size_t n;

	if (sodium_base642bin(all, sizeof(all), sealed, strlen(sealed), NULL,
			      &n, NULL,
			      sodium_base64_VARIANT_URLSAFE_NO_PADDING) ||
	    n != sizeof(all) ||
	    crypto_secretbox_open_easy(
		    (unsigned char *)token, all + crypto_secretbox_NONCEBYTES,
		    sizeof(all) - crypto_secretbox_NONCEBYTES, all, key.b))
		return NULL;
	return token;
}

const char *token_form(struct ctx *cx, const char *cookie)
{
	struct hash h = token_hash(mem_printf(cx, "form:%s", cookie));

	return to_text(cx, h.b);
}
