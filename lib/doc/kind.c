/* kind.c - what a file is that is not a zip. */
#include "doc/xlsx.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* All bytes of a name in an old Office file: UTF-16, 128 bytes an entry. */
enum { ENTRY = 128, PIECE = 1024 * ENTRY, HEAD = 4096 };

static enum status piece_read(int fd, int64_t at, unsigned char *to, size_t *n)
{
	ssize_t got;

	do
		got = pread(fd, to, *n, (off_t)at);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return fail(ST_IO, "xlsx: pread: %s", strerror(errno));
	*n = (size_t)got;
	return ST_OK;
}

/* A name of the directory of a compound file at p. */
static bool named(const unsigned char *p, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i <= n; i++)
		if (p[2 * i] != (unsigned char)name[i] || p[2 * i + 1] != 0)
			return false;
	return true;
}

/*
 * The container of Office 97 to 2003 holds .xls files, and every file of today
 * that has a password. Sectors are multiples of an entry, so an entry of the
 * directory can only begin at such a place.
 */
static enum status compound(struct ctx *cx, struct budget *b, int fd)
{
	unsigned char *piece = mem_zero(cx, PIECE);
	enum xlsx_trouble why = XLSX_NOT_XLSX;
	int64_t at = 0;
	size_t n;

	do {
		n = PIECE;
		TRY(piece_read(fd, at, piece, &n));
		for (size_t i = 0; i + ENTRY <= n; i += ENTRY) {
			if (named(piece + i, "EncryptedPackage"))
				return budget_refuse(b, XLSX_ENCRYPTED);
			if (named(piece + i, "Workbook") ||
			    named(piece + i, "Book"))
				why = XLSX_OLD_XLS;
		}
		at += (int64_t)n;
	} while (n == PIECE);
	return budget_refuse(b, why);
}

/* Text has no control characters; in UTF-16 it has a mark in front. */
static bool is_text(const unsigned char *s, size_t n)
{
	if (n >= 2 &&
	    ((s[0] == 0xff && s[1] == 0xfe) || (s[0] == 0xfe && s[1] == 0xff)))
		return true;
	for (size_t i = 0; i < n; i++)
		if (s[i] < ' ' && s[i] != '\t' && s[i] != '\r' &&
		    s[i] != '\n' && s[i] != '\f')
			return false;
	return true;
}

static bool is_markup(const unsigned char *s, size_t n)
{
	size_t i = n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

	while (i < n && s[i] <= ' ')
		i++;
	return i < n && s[i] == '<';
}

enum status kind_refuse(struct ctx *cx, struct budget *b, int fd, int64_t size)
{
	unsigned char *head = mem_zero(cx, HEAD);
	size_t n = HEAD;

	if (size == 0)
		return budget_refuse(b, XLSX_EMPTY);
	TRY(piece_read(fd, 0, head, &n));
	if (n >= 8 && memcmp(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return compound(cx, b, fd);
	if (!is_text(head, n))
		return budget_refuse(b, XLSX_NOT_XLSX);
	if (is_markup(head, n))
		return budget_refuse(b, XLSX_HTML);
	return budget_refuse(b, XLSX_TEXT);
}
