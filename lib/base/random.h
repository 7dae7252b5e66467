/* random.h - the only source of chance (libsodium). */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

void random_bytes(void *to, size_t n);
/* 0 … limit - 1, each as likely. */
uint32_t random_below(uint32_t limit);

#endif
