/* xlsx_read.h - reads a workbook (.xlsx) row by row in flat memory. */
#ifndef DOC_XLSX_READ_H
#define DOC_XLSX_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ctx.h"
#include "base/status.h"

/*
 * Why a file is refused. Each has its own message; xlsx_trouble_name() gives
 * its key. Nothing that a file holds makes the reader crash, hang or grow.
 */
enum xlsx_trouble {
	XLSX_OK,
	XLSX_EMPTY,	/* no byte in the file, or no value on the sheet */
	XLSX_NOT_XLSX,	/* some other file: a picture, a document, a zip */
	XLSX_OLD_XLS,	/* .xls of Excel 2003 and before */
	XLSX_MACRO,	/* .xlsm */
	XLSX_BINARY,	/* .xlsb */
	XLSX_ODS,	/* OpenDocument */
	XLSX_TEXT,	/* CSV or another text under a wrong name */
	XLSX_HTML,	/* a web page or XML under a wrong name */
	XLSX_ENCRYPTED, /* needs a password */
	XLSX_DAMAGED,	/* cut off, or not as the format says */
	XLSX_NO_SHEET,	/* no such sheet, or none that is visible */

	XLSX_TOO_LARGE,	       /* bytes of the file */
	XLSX_TOO_MANY_ROWS,    /* see xlsx_rows_seen() */
	XLSX_TOO_MANY_COLUMNS, /* a value too far to the right */
	XLSX_TOO_MUCH_TEXT,    /* more different texts than we keep */
	XLSX_CELL_TOO_LONG,    /* over Excel's 32,767 characters */
	XLSX_TOO_MANY_STYLES,  /* styles, sheets, merged cells */
	XLSX_TOO_SLOW,	       /* took more than limits.ms */

	XLSX_ZIP_BOMB,	    /* inflates too far */
	XLSX_ZIP_OVERLAP,   /* two parts share bytes */
	XLSX_ZIP_PARTS,	    /* too many parts */
	XLSX_ZIP_DUPLICATE, /* two parts of one name */
	XLSX_ZIP_ODD,	    /* zip64, several disks, links, other packing */
	XLSX_XML_FORBIDDEN, /* DTD, other encoding, too deep, huge tag */
	XLSX_TROUBLES,
};

/* "old_xls", "too_many_rows": the last part of a message's key. */
const char *xlsx_trouble_name(enum xlsx_trouble why);

struct xlsx_limits {
	int64_t file;	  /* bytes as uploaded */
	int64_t rows;	  /* that hold a value, headings included */
	size_t columns;	  /* that may hold a value, from A */
	size_t parts;	  /* entries of the zip */
	int64_t part;	  /* bytes of one part, inflated */
	int64_t inflated; /* bytes of all parts that are read */
	size_t text;	  /* bytes of the shared texts */
	int64_t ms;	  /* of reading; what row() takes is not counted */
};

/* 20 MiB, 50,000 rows and one of headings; decisions.md, security UP-02. */
extern const struct xlsx_limits xlsx_usual;

enum cell_kind {
	CELL_TEXT,
	CELL_NUMBER,
	CELL_DATE,
	CELL_BOOL,    /* "TRUE", "FALSE" */
	CELL_ERROR,   /* "#REF!" and the like: the result of a broken formula */
	CELL_UNSAVED, /* a formula without its stored result: text is "" */
};

/*
 * A cell that has a value; an empty one is absent. A formula is its stored
 * result. text is what the user sees as far as it matters: UTF-8 without the
 * phonetic runs (ふりがな of Excel), whole numbers up to 15 digits without
 * exponent and with the leading zeros that the number format gives, dates as
 * 2022-02-15, with " 13:05:00" behind it if there is a time, or only the time.
 */
struct xlsx_cell {
	size_t column; /* 0 is A */
	enum cell_kind kind;
	bool hidden; /* the column is */
	bool merged; /* stands higher up; see xlsx_each() */
	const char *text;
};

struct xlsx_row {
	int64_t number; /* as Excel shows it, from 1 */
	bool hidden;
	const struct xlsx_cell *cells; /* by column */
	size_t n;
};

struct xlsx_sheet {
	const char *name;
	bool hidden;
	const char *part; /* its name in the zip; not for users */
};

struct xlsx;

/*
 * Opens the workbook in fd, which must be a file and stay open as long as cx;
 * where it stands does not matter. ST_INVALID: *why says what is wrong with
 * it. ST_IO: it could not be read. Nothing is written anywhere.
 */
enum status xlsx_open(struct ctx *cx, int fd, const struct xlsx_limits *limits,
		      struct xlsx **out, enum xlsx_trouble *why) MUST_USE;

/* The sheets in the order of their tabs; charts are not among them. */
const struct xlsx_sheet *xlsx_sheets(const struct xlsx *x, size_t *n);

/* The sheet of that name, else the first visible one. False: none. */
bool xlsx_sheet_find(const struct xlsx *x, const char *name, size_t *sheet);

/*
 * Calls row() for each row of the sheet that has a value, from the top. The
 * row and its texts last until row() returns. Stops when row() does not
 * return ST_OK, and passes its status on. ST_INVALID from the file: *why is
 * not XLSX_OK; rows may have been given before, so keep nothing of them then.
 *
 * Merged cells: below its top left cell a merged range gives the same value
 * again in its first column, if the row has a value of its own. To the right
 * nothing is repeated, or a heading over two columns would stand twice.
 */
enum status xlsx_each(struct xlsx *x, size_t sheet,
		      enum status (*row)(void *arg, const struct xlsx_row *),
		      void *arg, enum xlsx_trouble *why) MUST_USE;

/* After XLSX_TOO_MANY_ROWS: how many there are. */
int64_t xlsx_rows_seen(const struct xlsx *x);

#endif
