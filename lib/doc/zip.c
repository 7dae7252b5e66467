/* zip.c - the directory of a zip file, and its parts piece by piece. */
#include "doc/zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <zlib.h>

enum {
	END_SIZE = 22, /* end of central directory, without its comment */
	ENTRY_SIZE = 46,
	LOCAL_SIZE = 30,
	MOST_COMMENT = 65535,
	MOST_DIRECTORY = 1 << 20,
	MOST_NAME = 512,
};

struct zip {
	struct ctx *cx;
	struct budget *b;
	int fd;
	int64_t size, directory; /* offset of the directory */
	struct zip_part *parts;
	size_t n;
};

static uint32_t le16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t le32(const unsigned char *p)
{
	return le16(p) | le16(p + 2) << 16;
}

enum status zip_bytes(const struct zip *z, int64_t at, void *to, size_t n)
{
	size_t have = 0;

	while (have < n) {
		ssize_t got = pread(z->fd, (char *)to + have, n - have,
				    (off_t)(at + (int64_t)have));

		if (got < 0 && errno != EINTR)
			return fail(ST_IO, "zip: pread: %s", strerror(errno));
		if (got == 0)
			return budget_refuse(z->b, XLSX_DAMAGED);
		if (got > 0)
			have += (size_t)got;
	}
	return ST_OK;
}

struct budget *zip_budget(const struct zip *z)
{
	return z->b;
}

/* The end record: its place in the file, and its bytes. */
static enum status find_end(struct zip *z, unsigned char *end, int64_t *at)
{
	size_t n = END_SIZE + MOST_COMMENT;
	unsigned char *tail;
	struct ctx *cx = ctx_new(z->cx);
	enum status st;

	if (z->size < END_SIZE)
		return budget_refuse(z->b, XLSX_DAMAGED);
	if ((int64_t)n > z->size)
		n = (size_t)z->size;
	tail = mem_zero(cx, n);
	st = zip_bytes(z, z->size - (int64_t)n, tail, n);
	if (st != ST_OK)
		return st;
	for (size_t i = n - END_SIZE + 1; i-- > 0;) {
		if (memcmp(tail + i, "PK\5\6", 4) != 0)
			continue;
		if (i + END_SIZE + le16(tail + i + 20) > n)
			continue;
		memcpy(end, tail + i, END_SIZE);
		*at = z->size - (int64_t)(n - i);
		ctx_end(cx);
		return ST_OK;
	}
	return budget_refuse(z->b, XLSX_DAMAGED);
}

/* Of an entry of the directory: what no honest workbook has. */
static enum status check_entry(struct zip *z, const unsigned char *e)
{
	unsigned flags = le16(e + 8), method = le16(e + 10);
	unsigned made_by = e[5], mode = le32(e + 38) >> 16;

	if (flags & 1 || flags & 1 << 6)
		return budget_refuse(z->b, XLSX_ENCRYPTED);
	if (flags & (1 << 5 | 1 << 13) || (method != 0 && method != 8))
		return budget_refuse(z->b, XLSX_ZIP_ODD);
	if (le32(e + 20) == UINT32_MAX || le32(e + 24) == UINT32_MAX ||
	    le32(e + 42) == UINT32_MAX || le16(e + 34) != 0)
		return budget_refuse(z->b, XLSX_ZIP_ODD);
	if (made_by == 3 && (mode & 0170000) == 0120000) /* symbolic link */
		return budget_refuse(z->b, XLSX_ZIP_ODD);
	return ST_OK;
}

/*
 * The local header repeats what the directory says: a program that trusts the
 * one must not see another file than a program that trusts the other.
 */
static enum status check_local(struct zip *z, struct zip_part *p)
{
	unsigned char local[LOCAL_SIZE];
	char name[MOST_NAME];
	size_t n = strlen(p->name);

	if (p->header + LOCAL_SIZE > z->directory)
		return budget_refuse(z->b, XLSX_DAMAGED);
	TRY(zip_bytes(z, p->header, local, LOCAL_SIZE));
	if (memcmp(local, "PK\3\4", 4) != 0 || le16(local + 26) != n ||
	    le16(local + 8) != (p->deflated ? 8 : 0))
		return budget_refuse(z->b, XLSX_DAMAGED);
	TRY(zip_bytes(z, p->header + LOCAL_SIZE, name, n));
	if (memcmp(name, p->name, n) != 0)
		return budget_refuse(z->b, XLSX_DAMAGED);
	p->start = p->header + LOCAL_SIZE + (int64_t)n + le16(local + 28);
	if (p->start + p->packed > z->directory)
		return budget_refuse(z->b, XLSX_DAMAGED);
	return ST_OK;
}

/* One entry at e, of which n bytes are left; its length into *used. */
static enum status read_entry(struct zip *z, const unsigned char *e, size_t n,
			      size_t *used)
{
	struct zip_part *p = &z->parts[z->n];
	size_t name;

	if (n < ENTRY_SIZE || memcmp(e, "PK\1\2", 4) != 0)
		return budget_refuse(z->b, XLSX_DAMAGED);
	name = le16(e + 28);
	*used = ENTRY_SIZE + name + le16(e + 30) + le16(e + 32);
	if (*used > n || name == 0 || name >= MOST_NAME ||
	    memchr(e + ENTRY_SIZE, '\0', name))
		return budget_refuse(z->b, XLSX_DAMAGED);
	TRY(check_entry(z, e));
	*p = (struct zip_part) {
		.name = mem_text_n(z->cx, (const char *)e + ENTRY_SIZE, name),
		.header = le32(e + 42),
		.packed = le32(e + 20),
		.size = le32(e + 24),
		.crc = le32(e + 16),
		.deflated = le16(e + 10) == 8,
	};
	z->n++;
	return check_local(z, p);
}

static int by_header(const void *a, const void *b)
{
	const struct zip_part *p = a, *q = b;

	return (p->header > q->header) - (p->header < q->header);
}

static int by_name(const void *a, const void *b)
{
	const struct zip_part *p = a, *q = b;

	return strcasecmp(p->name, q->name);
}

static enum status check_parts(struct zip *z)
{
	qsort(z->parts, z->n, sizeof(*z->parts), by_header);
	for (size_t i = 1; i < z->n; i++) {
		const struct zip_part *p = &z->parts[i - 1];

		if (p->start + p->packed > z->parts[i].header)
			return budget_refuse(z->b, XLSX_ZIP_OVERLAP);
	}
	qsort(z->parts, z->n, sizeof(*z->parts), by_name);
	for (size_t i = 1; i < z->n; i++)
		if (by_name(&z->parts[i - 1], &z->parts[i]) == 0)
			return budget_refuse(z->b, XLSX_ZIP_DUPLICATE);
	return ST_OK;
}

static enum status read_directory(struct zip *z, size_t n, size_t bytes)
{
	unsigned char *all = mem_zero(z->cx, bytes + 1);
	size_t at = 0, used = 0;

	TRY(zip_bytes(z, z->directory, all, bytes));
	z->parts = mem_array(z->cx, n, sizeof(*z->parts));
	while (z->n < n) {
		TRY(read_entry(z, all + at, bytes - at, &used));
		at += used;
	}
	return check_parts(z);
}

enum status zip_open(struct ctx *cx, struct budget *b, int fd, int64_t size,
		     struct zip **out)
{
	struct zip *z = mem_zero(cx, sizeof(*z));
	unsigned char end[END_SIZE] = { 0 };
	int64_t at = 0, bytes;
	size_t n;

	*z = (struct zip) { .cx = cx, .b = b, .fd = fd, .size = size };
	TRY(find_end(z, end, &at));
	n = le16(end + 10);
	bytes = le32(end + 12);
	z->directory = le32(end + 16);
	if (bytes == UINT32_MAX || z->directory == UINT32_MAX)
		return budget_refuse(b, XLSX_ZIP_ODD);
	if (n > b->limits->parts || bytes > MOST_DIRECTORY)
		return budget_refuse(b, XLSX_ZIP_PARTS);
	if (le16(end + 4) != 0 || le16(end + 6) != 0 || le16(end + 8) != n)
		return budget_refuse(b, XLSX_ZIP_ODD);
	if (z->directory + bytes > at)
		return budget_refuse(b, XLSX_DAMAGED);
	TRY(read_directory(z, n, (size_t)bytes));
	*out = z;
	return ST_OK;
}

const struct zip_part *zip_find(const struct zip *z, const char *name)
{
	const struct zip_part key = { .name = name };

	if (z->n == 0)
		return NULL;
	return bsearch(&key, z->parts, z->n, sizeof(key), by_name);
}

/*
 * More than 200 times its packed size is a bomb, but only beyond this: many
 * equal rows pack well (security UP-02).
 */
#define RATIO 200
#define RATIO_FLOOR (INT64_C(16) << 20)

struct zip_stream {
	const struct zip *zip;
	const struct zip_part *part;
	z_stream z;
	int64_t at, out; /* bytes taken, bytes given */
	uLong crc;
	bool end;
	unsigned char in[32 << 10];
};

static void stream_close(void *arg)
{
	struct zip_stream *s = arg;

	(void)inflateEnd(&s->z);
}

enum status zip_stream_open(struct ctx *cx, const struct zip *z,
			    const struct zip_part *p, struct zip_stream **out)
{
	struct budget *b = zip_budget(z);
	struct zip_stream *s;

	if (p->size > b->limits->part ||
	    (p->size > RATIO_FLOOR && p->size / RATIO > p->packed))
		return budget_refuse(b, XLSX_ZIP_BOMB);
	s = mem_zero(cx, sizeof(*s));
	s->zip = z;
	s->part = p;
	s->crc = crc32(0, NULL, 0);
	if (p->deflated) {
		if (inflateInit2(&s->z, -MAX_WBITS) != Z_OK)
			return fail(ST_IO, "zip: inflateInit2");
		mem_at_end(cx, stream_close, s);
	}
	*out = s;
	return ST_OK;
}

static enum status damaged(const struct zip_stream *s)
{
	return budget_refuse(zip_budget(s->zip), XLSX_DAMAGED);
}

/* Up to n of the packed bytes that are left. */
static enum status take(struct zip_stream *s, void *to, size_t *n)
{
	int64_t left = s->part->packed - s->at;

	if ((int64_t)*n > left)
		*n = (size_t)left;
	TRY(zip_bytes(s->zip, s->part->start + s->at, to, *n));
	s->at += (int64_t)*n;
	return ST_OK;
}

static enum status inflate_to(struct zip_stream *s, char *to, size_t room,
			      size_t *got)
{
	s->z.next_out = (unsigned char *)to;
	s->z.avail_out = (uInt)room;
	while (s->z.avail_out > 0 && !s->end) {
		int rc;

		if (s->z.avail_in == 0) {
			size_t n = sizeof(s->in);

			TRY(take(s, s->in, &n));
			s->z.next_in = s->in;
			s->z.avail_in = (uInt)n;
		}
		rc = inflate(&s->z, Z_NO_FLUSH);
		if (rc == Z_STREAM_END)
			s->end = true;
		else if (rc != Z_OK) /* also: it wants more than there is */
			return damaged(s);
	}
	*got = room - s->z.avail_out;
	return ST_OK;
}

enum status zip_stream_read(struct zip_stream *s, char *to, size_t room,
			    size_t *got)
{
	*got = 0;
	if (s->end)
		return ST_OK;
	if (s->part->deflated) {
		TRY(inflate_to(s, to, room, got));
	} else {
		*got = room;
		TRY(take(s, to, got));
		s->end = s->at == s->part->packed;
	}
	s->out += (int64_t)*got;
	s->crc = crc32(s->crc, (const unsigned char *)to, (uInt)*got);
	/* No header is believed: what comes out is counted. */
	if (s->out > s->part->size)
		return damaged(s);
	if (s->end && (s->out != s->part->size || s->crc != s->part->crc ||
		       s->at != s->part->packed || s->z.avail_in > 0))
		return damaged(s);
	return budget_spend(zip_budget(s->zip), *got);
}
