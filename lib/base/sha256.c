/* sha256.c - the SHA-256 of a file. */
#include "base/sha256.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

enum status sha256_file(int fd, unsigned char hash[SHA256_BYTES])
{
	crypto_hash_sha256_state state;
	unsigned char part[16384];
	ssize_t n;

	_Static_assert(SHA256_BYTES == crypto_hash_sha256_BYTES, "SHA-256");
	if (lseek(fd, 0, SEEK_SET) < 0)
		return fail(ST_IO, "sha256_file: %s", strerror(errno));
	(void)crypto_hash_sha256_init(&state);
	while ((n = read(fd, part, sizeof(part))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail(ST_IO, "sha256_file: %s", strerror(errno));
		(void)crypto_hash_sha256_update(&state, part,
						(unsigned long long)n);
	}
	(void)crypto_hash_sha256_final(&state, hash);
	if (lseek(fd, 0, SEEK_SET) < 0)
		return fail(ST_IO, "sha256_file: %s", strerror(errno));
	return ST_OK;
}
