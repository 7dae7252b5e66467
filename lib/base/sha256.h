/* sha256.h - the SHA-256 of a file. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/status.h"

#define SHA256_BYTES 32

/* Of all its bytes, wherever it stands; it is left at its beginning. ST_IO: it
 * cannot be read. */
enum status sha256_file(int fd, unsigned char hash[SHA256_BYTES]) MUST_USE;

#endif
