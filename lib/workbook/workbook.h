/* workbook.h - the sheet of offices (事業所一覧): its columns and words. */
#ifndef WORKBOOK_WORKBOOK_H
#define WORKBOOK_WORKBOOK_H

#include "doc/xlsx_read.h"
#include "doc/xlsx_write.h"
#include "form/shape.h"

/*
 * A line of the sheet is one business of one office (spec tokutei §3). Which
 * columns there are follows from office_form: its fields in their order, those
 * of its businesses where these stand, and the number of the office in front.
 */

/* Wording is not known here: whoever calls can look it up. */
struct workbook_words {
	/* A text of the message files, by key; NULL: there is none. */
	const char *(*get)(void *arg, const char *key);
	void *arg;
};

struct workbook_column {
	const struct slot *slot;
	bool business;	     /* slot is one of business, else of office */
	const char *heading; /* as people read it */
	/* The heading and other names for it as they are compared, and the
	 * heading without what stands in brackets. */
	const char *const *keys;
	size_t nkeys;
	const char *plain;
};

struct workbook {
	struct ctx *cx;
	struct workbook_words words;
	const struct shape *office, *business;
	const struct workbook_column *columns;
	size_t n;
	/* The column of a slot of office or business; -1: none. */
	const int *of_office, *of_business;
};

/* For one sheet: what it learns of choices lives as long as cx. */
const struct workbook *workbook_new(struct ctx *cx,
				    const struct workbook_words *words);

/* A text of the message files that must be there. */
const char *workbook_text(const struct workbook *w, const char *key);
/* What they say of a field: label, hint, a code of its choices; "" if
 * nothing. */
const char *workbook_word(const struct workbook *w, const struct slot *s,
			  const char *what);
/* The column of a slot, of either shape; NULL: none. */
const struct workbook_column *workbook_column(const struct workbook *w,
					      const struct slot *s);
/* "at.zip", "business.own" with or without a number: its column, or NULL. */
const struct workbook_column *workbook_find(const struct workbook *w,
					    const char *place);

/* --- headings (workbook_heading.c) ---------------------------------------- */

/* A heading as it is compared: without width, blanks, line breaks and ※. */
const char *heading_key(struct ctx *cx, const char *text);
/* A key without what stands in brackets. */
const char *heading_plain(struct ctx *cx, const char *key);

#define WORKBOOK_CELLS 64

/* Which column of ours stands in which column of a sheet. */
struct workbook_map {
	const struct workbook_column *at[WORKBOOK_CELLS]; /* NULL: unknown */
	size_t known;
};

/*
 * Reads a row as headings, in whatever order they are, with other words in
 * brackets behind them or without. False if too few of ours are among them for
 * it to be a row of headings.
 */
bool workbook_headings(struct ctx *cx, const struct workbook *w,
		       const struct xlsx_row *row, struct workbook_map *map);
/* Where a column stands in the sheet; -1: nowhere. */
int workbook_place(const struct workbook_map *map,
		   const struct workbook_column *column);
/* May a workbook be without this column? */
bool workbook_needs(const struct workbook_column *column);

/* --- lists of choices (workbook_lists.c) ---------------------------------- */

/* All options of a field, those that hang on another one grouped by it. */
struct workbook_list {
	const struct field *field;
	const struct field *parent; /* that the options hang on, or NULL */
	const char **codes, **labels, **parents; /* parents: labels */
	size_t n, room;
	size_t column; /* its first one on the sheet of lists */
};

struct workbook_lists {
	struct workbook_list *list;
	size_t n;
};

enum status workbook_lists(struct ctx *cx, const struct workbook *w,
			   struct workbook_lists *lists) MUST_USE;
const struct workbook_list *workbook_list_of(const struct workbook_lists *l,
					     const struct field *field);

/* --- writing (workbook_write.c, workbook_template.c) --------------------- */

/* A workbook that is being written: its sheet of offices. */
struct workbook_sheet {
	const struct workbook *w;
	const struct workbook_lists *lists;
	struct xlsx_out *out;
	int title, must, may, code, plain; /* styles */
	size_t row;			   /* the next one */
};

#define WORKBOOK_HEADING_ROW 1 /* from 0; the edition stands above it */

/* Begins the file, and the sheet of offices up to its headings. */
enum status workbook_begin(struct ctx *cx, const struct workbook *w,
			   const struct workbook_lists *lists, int fd,
			   struct workbook_sheet *sheet) MUST_USE;
/* One line: the office and its first business. */
enum status workbook_line(struct ctx *cx, struct workbook_sheet *sheet,
			  const void *office) MUST_USE;
/* The other sheets, and the end of the file. */
enum status workbook_end(struct ctx *cx, struct workbook_sheet *sheet) MUST_USE;

/* tokuteisessyu01.xlsx: empty, with drop-down lists, notes and an example. */
enum status workbook_template(struct ctx *cx,
			      const struct workbook_words *words,
			      int fd) MUST_USE;
/* The offices of the draft of whoever asks, in the same layout. */
enum status workbook_export(struct ctx *cx, const struct workbook_words *words,
			    int fd) MUST_USE;

/* The text of the example line that a column has ("" if none); line from 0. */
const char *workbook_example(const struct workbook *w,
			     const struct workbook_column *column, int line);

#endif
