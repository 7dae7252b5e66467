/* zip.h - the parts of a zip file, inflated with running limits. */
#ifndef DOC_ZIP_H
#define DOC_ZIP_H

#include "doc/budget.h"

/* A part. The name is only ever compared, it never becomes a path. */
struct zip_part {
	const char *name;
	int64_t header, start; /* offsets: its local header, its bytes */
	int64_t packed, size; /* bytes in the file, and as they should become */
	uint32_t crc;
	bool deflated; /* else stored */
};

struct zip;

/*
 * Reads and checks the directory of the zip in fd. Own reader, because libzip
 * does not notice overlapping parts (security UP-02). Encrypted parts, links,
 * zip64 and everything that two programs could read differently is refused.
 */
enum status zip_open(struct ctx *cx, struct budget *b, int fd, int64_t size,
		     struct zip **out) MUST_USE;

/* NULL: none. Case does not matter in the names of parts (OPC §6.3.5). */
const struct zip_part *zip_find(const struct zip *z, const char *name);

/* Reads n bytes at an offset of the file; a short file is damaged. */
enum status zip_bytes(const struct zip *z, int64_t at, void *to,
		      size_t n) MUST_USE;
struct budget *zip_budget(const struct zip *z);

struct zip_stream;

enum status zip_stream_open(struct ctx *cx, const struct zip *z,
			    const struct zip_part *p,
			    struct zip_stream **out) MUST_USE;
/*
 * The next bytes, up to room; *got is less only at the end, 0 behind it. Size
 * and checksum are compared at the end.
 */
enum status zip_stream_read(struct zip_stream *s, char *to, size_t room,
			    size_t *got) MUST_USE;

#endif
