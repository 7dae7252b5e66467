/* random.c - the only source of chance (libsodium). */
#include "base/random.h"

#include <sodium.h>

#include "base/status.h"

static void ready(void)
{
	/* Safe to call again; cheap after the first time. */
	if (sodium_init() < 0)
		BUG("no source of random numbers");
}

void random_bytes(void *to, size_t n)
{
	ready();
	randombytes_buf(to, n);
}

uint32_t random_below(uint32_t limit)
{
	ready();
	return randombytes_uniform(limit);
}
