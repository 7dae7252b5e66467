/* test_xlsx.h - workbooks made in memory, for tests and fuzz targets. */
#ifndef TEST_XLSX_H
#define TEST_XLSX_H

#define ZLIB_CONST

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "doc/xlsx_read.h"

/* A file that only lives in memory; the caller closes it. */
static inline int file_of(const void *data, size_t n)
{
	int fd = memfd_create("xlsx", MFD_CLOEXEC);

	if (fd < 0 || write(fd, data, n) != (ssize_t)n)
		BUG("memfd");
	return fd;
}

static inline void le(struct buf *b, uint32_t v, int bytes)
{
	for (; bytes > 0; bytes--, v >>= 8)
		buf_char(b, (char)(v & 0xff));
}

/* A zip that grows part by part, packed or as it is. */
struct zip_made {
	struct buf file, directory;
	uint32_t n;
};

static inline void zip_header(struct buf *b, const char *name,
			      uint32_t sizes[4])
{
	le(b, 20, 2);
	le(b, 0, 2);
	le(b, sizes[3], 2);
	le(b, 0x00210000, 4);
	for (int i = 0; i < 3; i++)
		le(b, sizes[i], 4);
	le(b, (uint32_t)strlen(name), 4); /* and no extra field */
}

static inline void zip_add(struct zip_made *z, const char *name,
			   const void *data, size_t n, bool packed)
{
	uLong room = compressBound(n) + 16;
	unsigned char *to = mem_zero(z->file.cx, room);
	z_stream s = { 0 };
	uint32_t sizes[4] = { (uint32_t)crc32(0, data, (uInt)n), (uint32_t)n,
			      (uint32_t)n, packed ? 8 : 0 };
	uint32_t at = (uint32_t)z->file.n;

	if (packed) {
		(void)deflateInit2(&s, 6, Z_DEFLATED, -MAX_WBITS, 8, 0);
		s.next_in = data;
		s.avail_in = (uInt)n;
		s.next_out = to;
		s.avail_out = (uInt)room;
		(void)deflate(&s, Z_FINISH);
		sizes[1] = (uint32_t)s.total_out;
		(void)deflateEnd(&s);
	}
	buf_add(&z->file, "PK\3\4");
	zip_header(&z->file, name, sizes);
	buf_add(&z->file, name);
	buf_add_n(&z->file, packed ? (char *)to : data, sizes[1]);
	buf_add(&z->directory, "PK\1\2");
	le(&z->directory, 20, 2);
	zip_header(&z->directory, name, sizes);
	for (int i = 0; i < 5; i++)
		le(&z->directory, 0, 2);
	le(&z->directory, at, 4);
	buf_add(&z->directory, name);
	z->n++;
}

static inline int zip_end(struct zip_made *z)
{
	uint32_t at = (uint32_t)z->file.n;

	buf_add_n(&z->file, z->directory.text, z->directory.n);
	buf_add(&z->file, "PK\5\6");
	le(&z->file, 0, 4);
	le(&z->file, z->n, 2);
	le(&z->file, z->n, 2);
	le(&z->file, (uint32_t)z->directory.n, 4);
	le(&z->file, at, 4);
	le(&z->file, 0, 2);
	return file_of(z->file.text, z->file.n);
}

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define SHEETML "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

/* A workbook whose one sheet is that XML, and whose shared texts are those. */
static inline int book_of(struct ctx *cx, const char *sheet, size_t n,
			  const char *shared, bool packed)
{
	static const char *const parts[][2] = {
		{ "[Content_Types].xml",
		  "<Types xmlns='" PACKAGE "content-types'><Override PartName="
		  "'/w.xml' ContentType='application/vnd.openxmlformats-"
		  "officedocument.spreadsheetml.sheet.main+xml'/></Types>" },
		{ "_rels/.rels",
		  "<Relationships xmlns='" PACKAGE "relationships'>"
		  "<Relationship Id='a' Type='" OFFICE
		  "relationships/officeDocument' Target='w.xml'/>"
		  "</Relationships>" },
		{ "w.xml", "<workbook xmlns='" SHEETML "' xmlns:r='" OFFICE
			   "relationships'><sheets><sheet name='S' r:id='a'/>"
			   "</sheets></workbook>" },
		{ "_rels/w.xml.rels",
		  "<Relationships xmlns='" PACKAGE "relationships'>"
		  "<Relationship Id='a' Type='" OFFICE
		  "relationships/worksheet' Target='s.xml'/>"
		  "<Relationship Id='b' Type='" OFFICE
		  "relationships/styles' Target='t.xml'/>"
		  "<Relationship Id='c' Type='" OFFICE
		  "relationships/sharedStrings' Target='u.xml'/>"
		  "</Relationships>" },
		{ "t.xml", "<styleSheet xmlns='" SHEETML "'><cellXfs>"
			   "<xf numFmtId='0'/><xf numFmtId='14'/>"
			   "<xf numFmtId='20'/></cellXfs></styleSheet>" },
	};
	struct zip_made z = { .n = 0 };

	buf_init(&z.file, cx);
	buf_init(&z.directory, cx);
	for (size_t i = 0; i < COUNT(parts); i++)
		zip_add(&z, parts[i][0], parts[i][1], strlen(parts[i][1]),
			false);
	zip_add(&z, "u.xml", shared, strlen(shared), packed);
	zip_add(&z, "s.xml", sheet, n, packed);
	return zip_end(&z);
}

#endif
