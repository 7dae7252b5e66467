/* csv.h - tables as text: RFC 4180, for spreadsheets. */
#ifndef TEXT_CSV_H
#define TEXT_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/ctx.h"

/*
 * Writing: UTF-8 with a byte order mark, CR LF. The caller sends what is in to
 * and empties it whenever a row has ended, so that a table of any length takes
 * the memory of a row.
 */
struct csv_writer {
	struct buf *to;
	size_t cells; /* of the row that has been begun */
	bool blank;   /* its first cell is empty */
};

void csv_start(struct csv_writer *w, struct buf *to);

/* A text that a spreadsheet would take for a formula gets a ' in front
 * (security EX-01), and so does one that would lose its own ' on the way back.
 */
void csv_text(struct csv_writer *w, const char *s);
/* A number of ours, as it is: "-5" is no formula. */
void csv_int(struct csv_writer *w, int64_t n);
void csv_end_row(struct csv_writer *w);

/* True if s begins with = + - @ (of either width), TAB or CR, be there any
 * number of ' before it or none. */
bool csv_formula(const char *s);

/* Reading. What is above a limit ends it with ST_TOO_LARGE. */
struct csv_limits {
	size_t rows;
	size_t cells; /* in a row */
	size_t bytes; /* in a cell, as they come in */
};

struct csv_row {
	size_t line; /* of the file, from 1, where the row begins */
	size_t n;
	const char *const *cells; /* valid UTF-8, the guarding ' taken off */
};

struct csv_reader;

/* Where rows go. */
struct csv_sink {
	/*
	 * Takes one row; cx is the row's own, what hangs on it goes with the
	 * row. Another status than ST_OK ends the reading with it.
	 */
	enum status (*take)(struct ctx *cx, const struct csv_row *row,
			    void *arg);
	void *arg;
};

/*
 * Takes a file piece by piece, cut anywhere. Rows may end with LF, CR LF or CR;
 * empty lines are passed over.
 * The text is UTF-8, with or without a mark, or, if the first 64 KiB from the
 * first character beyond ASCII on are none, CP932, as Excel in Japan saves it.
 *
 * ST_BAD: a quoted cell does not end, or does not end at its quote; a character
 * that is neither; NUL. Once something else than ST_OK has been returned, all
 * further calls return the same.
 */
struct csv_reader *csv_open(struct ctx *cx, const struct csv_limits *limits,
			    const struct csv_sink *sink);
enum status csv_read(struct csv_reader *r, const char *bytes,
		     size_t n) MUST_USE;
/* The file has ended; hands over the last row. */
enum status csv_close(struct csv_reader *r) MUST_USE;

/* The line where the row begins that is being read: where it went wrong. */
size_t csv_line(const struct csv_reader *r);

#endif
