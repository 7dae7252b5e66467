/* importing.h - inside the import: lines that become an office. */
#ifndef WORKBOOK_IMPORTING_H
#define WORKBOOK_IMPORTING_H

#include "base/buf.h"
#include "base/hash.h"
#include "workbook/import.h"

/*
 * One line of the sheet in our columns. Texts are offsets into group.texts, so
 * that a line costs no memory of its own; 0 is an empty one.
 */
struct line {
	int64_t row;
	uint32_t raw[WORKBOOK_CELLS];	     /* as it stands in the cell */
	uint32_t meant[WORKBOOK_CELLS];	     /* as it is taken */
	unsigned char wrong[WORKBOOK_CELLS]; /* enum cell_kind, or 0 */
	bool repaired[WORKBOOK_CELLS];
};

#define GROUP_LINES (BUSINESS_MAX + 1) /* one too many is enough to tell */

/* The lines of one office. */
struct group {
	struct buf texts;
	struct ctx *cx;
	struct line *lines;
	size_t n, room;
	size_t business[GROUP_LINES]; /* lines that have one */
	size_t nbusiness;
	uint64_t key;  /* of number, or name and address, as typed; 0: none */
	bool repaired; /* a cell of it was */
	/* Of the columns of the office: the line whose text counts. */
	unsigned char from[WORKBOOK_CELLS];
};

/* Which keys have been met, and in which row first. */
struct seen {
	struct ctx *cx;
	uint64_t *keys;
	int64_t *rows;
	size_t n, room;
};

void seen_init(struct seen *s, struct ctx *cx);
/* The row it was first met in; 0: it was not, and is noted with this row. */
int64_t seen_put(struct seen *s, uint64_t key, int64_t row);
bool seen_has(const struct seen *s, uint64_t key);

/* What is known of one of our columns. */
struct column_use {
	bool match;			/* finds the office: name, address */
	bool institution;		/* empty while there is none */
	const char *example, *example3; /* of the example lines */
	/* Codes that the message file names: their labels, and these as they
	 * are compared. */
	const char **labels, **keys;
};

/* What the old system's dummy looks like, each as it is compared, with NULL at
 * the end. */
struct dummy {
	const char *const *zip, *const *town, *const *name, *const *tel;
};

struct import {
	struct ctx *cx;
	const struct import_job *job;
	const struct workbook *w;
	struct import_result *result;
	struct hasher hasher;
	struct workbook_map map;
	bool headed;
	size_t tried; /* rows that might have been the headings */
	size_t next_fix;
	struct column_use use[WORKBOOK_CELLS];
	int place[WORKBOOK_CELLS];  /* of our columns in the sheet; -1: none */
	struct group *plain, *next; /* an office, and the line behind it */
	struct group *group;	    /* plain, or one that is gathered */
	struct buf scratch;
	struct seen met, offices;
	/* Offices whose lines stand apart: found by the first reading, gathered
	 * by the second. */
	struct seen apart, where;
	bool looking, gathering;
	struct group **gathered;
	size_t ngathered, room_gathered;
	struct import_remark *remarks;
	size_t nremarks, room, kept_bad, kept_tidied;
	int number, secured, plan, name, town; /* columns of ours */
	int inst_zip, inst_town, inst_name, inst_tel;
	struct dummy dummy;
};

/* import_line.c */

struct group *group_new(struct ctx *cx);
void group_clear(struct group *g);
const char *group_text(const struct group *g, uint32_t at);
/* What the columns of the office say: the first line that says anything. */
void group_settle(struct group *g);
const char *group_meant(const struct group *g, int column);

/* Reads the cells of a row, repaired and with what was put right on the
 * screen, as the only line of g. False: it says nothing. */
bool line_read(struct import *in, struct group *g, const struct xlsx_row *row);
bool line_is_example(const struct import *in, const struct group *g);
/* Does the one line of next belong to the office that g holds? */
bool line_continues(const struct import *in, const struct group *g,
		    const struct group *next);
void line_add(struct group *g, const struct group *next);
/* The key of the office that a line names. */
uint64_t line_key(struct import *in, const struct group *g);
/* Alike but for blanks and width. */
bool same_loosely(const char *a, const char *b);

/* import_office.c */

/* One office on its way. */
struct making {
	struct import *in;
	struct group *g;
	struct ctx *cx;
	struct problems p;
	bool dummy;	     /* the institution is that of the old system */
	const char *secured; /* guessed from the other columns, or NULL */
};

/* An office is complete: cleaned, checked, matched, handed on. */
enum status office_finish(struct import *in, struct group *g) MUST_USE;
/* Counts a remark, and keeps a copy while there is room. */
void remark_add(struct import *in, const struct import_remark *r);

/* A remark on the cell of a line; place and raw are those of the cell unless
 * they are set. */
void office_remark(const struct making *m, size_t column,
		   const struct line *line, struct import_remark r);

/* import_institution.c: fills dummy and secured, and says so. */
void institution_learn(struct import *in);
void institution_judge(struct making *m);

/* import_draft.c */

/* The office of the draft that this one is, now met; what the sheet does not
 * show is taken over from there. */
enum import_match draft_match(struct ctx *cx, struct import_draft *d,
			      struct office *o);
/* The same for one with mistakes: it is met, and nothing else. */
void draft_meet(struct ctx *cx, struct import_draft *d, const struct office *o);

#endif
