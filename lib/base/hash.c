/* hash.c - 64 bits that stand for a text, under a key that nobody knows. */
#include "base/hash.h"

#include <sodium.h>
#include <string.h>

#include "base/random.h"

_Static_assert(sizeof(((struct hasher *)0)->key) == crypto_shorthash_KEYBYTES,
	       "the key of SipHash");

void hasher_init(struct hasher *h)
{
	random_bytes(h->key, sizeof(h->key));
}

uint64_t hash_text(const struct hasher *h, const char *s, size_t n)
{
	unsigned char bytes[crypto_shorthash_BYTES];
	uint64_t hash;

	(void)crypto_shorthash(bytes, (const unsigned char *)s, n, h->key);
	memcpy(&hash, bytes, sizeof(hash));
	return hash;
}
