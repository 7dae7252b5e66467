/* hash.h - 64 bits that stand for a text, under a key that nobody knows. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/*
 * For tables in memory: SipHash, so that nobody can choose texts that fall
 * together; two of a million do so once in ten million times. Not for storing:
 * every key gives others.
 */
struct hasher {
	unsigned char key[16];
};

void hasher_init(struct hasher *h);
uint64_t hash_text(const struct hasher *h, const char *s, size_t n);

#endif
