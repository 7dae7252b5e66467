/* xlsx.h - an open workbook, for the files of lib/doc that read it. */
#ifndef DOC_XLSX_H
#define DOC_XLSX_H

#include "base/buf.h"
#include "doc/xml.h"

/* What the number format of a cell makes of a number. */
enum look {
	LOOK_PLAIN,
	LOOK_DATE, /* with or without a time */
	LOOK_TIME,
	LOOK_ZEROS, /* LOOK_ZEROS + n: at least n digits */
	LOOK_MOST = LOOK_ZEROS + 20,
};

/* All shared texts in one piece, each terminated. */
struct strings {
	struct buf text;
	uint32_t *at; /* where the i-th begins */
	size_t n, room;
};

struct xlsx {
	struct ctx *cx;
	struct budget b;
	struct zip *zip;
	struct xlsx_sheet *sheets;
	size_t nsheets;
	bool since_1904; /* days are counted from 1904, not from 1900 */
	const char *strings_part, *styles_part; /* NULL: none */
	bool prepared; /* the two below have been read */
	struct strings strings;
	unsigned char *looks; /* enum look of each style */
	size_t nlooks;
	int64_t rows_seen;
};

/* What the file is when it is no zip; always refuses, or ST_IO. */
enum status kind_refuse(struct ctx *cx, struct budget *b, int fd, int64_t size);

enum rel_type {
	REL_OTHER,
	REL_WORKBOOK,
	REL_SHEET,
	REL_STRINGS,
	REL_STYLES,
};

struct rel {
	enum rel_type type;
	const char *id, *part; /* part: name in the zip */
};

struct rels {
	struct rel *rel;
	size_t n;
};

/* The relationships of a part ("" is the package itself); none: n is 0. */
enum status rels_read(struct ctx *cx, const struct zip *z, const char *part,
		      struct rels *out) MUST_USE;
/* The first of that type, NULL: none. */
const struct rel *rels_find(const struct rels *r, enum rel_type type);

/* The type that [Content_Types].xml gives the part; "" for none. */
enum status content_type(struct ctx *cx, const struct zip *z, const char *part,
			 const char **type) MUST_USE;

/* Sheets, date system, and where the other parts are. */
enum status workbook_read(struct xlsx *x, const char *part) MUST_USE;
enum status strings_read(struct xlsx *x) MUST_USE;
enum status styles_read(struct xlsx *x) MUST_USE;

/* The look of a format code such as yyyy"年"m"月" or 000-0000. */
enum look look_of_code(const char *code);
/* The look of a format that every program knows by its number. */
enum look look_of_number(int64_t id);

/*
 * Adds what the user sees of a stored number and says what it is; false: it is
 * no number.
 */
bool number_show(struct buf *to, const char *stored, enum look look,
		 bool since_1904, enum cell_kind *kind);

/*
 * A text as it stands in the file becomes one as the user sees it: white space
 * at its ends goes unless it was asked for, _xHHHH_ becomes what it stands for.
 */
void text_add(struct buf *to, const struct buf *raw, bool keep_space);
/* A text of the file that is longer can only be one that is too long. */
enum { MOST_RAW = 7 * 32767 };
/* More than the 32,767 UTF-16 units that a cell of Excel can hold. */
bool text_too_long(const char *s, size_t n);
/* Whether xml:space says that white space at the ends belongs to the text. */
bool text_keeps_space(const struct xml_tag *tag, int space);

/* Merged ranges of more than one row; only their first column matters. */
struct merge {
	int64_t first, last; /* rows */
	size_t column;
};

struct merges {
	struct merge *merge;
	size_t n, room;
};

/* By their first row. Looks through the whole sheet, where they stand last. */
enum status merges_read(struct xlsx *x, const struct zip_part *p,
			struct ctx *cx, struct merges *out) MUST_USE;

/* "AB12": column 27, row 12; row 0 if it has none. False: no such cell. */
bool cell_place(struct xml_value v, size_t *column, int64_t *row);

enum { MOST_COLUMN = 16384, MOST_ROW = 1048576 }; /* of Excel */

#endif
