/* import.h - offices from a workbook: read, checked, compared, taken over. */
#ifndef WORKBOOK_IMPORT_H
#define WORKBOOK_IMPORT_H

#include "tokutei/office.h"
#include "workbook/workbook.h"

/*
 * The lines of an office are joined: those that follow one another and say the
 * same 事業所番号, or the same name and address, or nothing in the columns of
 * the office. Lines of an office that stand apart are joined as well. Every
 * office goes through office_form; there are no other checks than of cells
 * that hold no text at all. Memory is that of one office, the remarks that are
 * kept, and some 50 bytes for each office that there is.
 */

/* A cell that was put right on the screen: its text instead of the file's. */
struct import_fix {
	int64_t row;
	const char *place; /* at.zip, business.own */
	const char *value;
};

struct import_fixes {
	const struct import_fix *list; /* by row */
	size_t n;
};

/* What reading found: a mistake, or something that was tidied. */
struct import_remark {
	bool bad;
	int64_t row;	    /* of the sheet, from 1 */
	int column;	    /* of the sheet, from 0; -1: the row as a whole */
	const char *place;  /* field, "" for the whole */
	struct report what; /* key of Msg.problem or Msg.tidied; "" tidied */
	const char *raw, *stored;
};

/* So many remarks are kept, the others only counted. */
#define IMPORT_MISTAKES 10000
#define IMPORT_TIDIED 1000

struct import_result {
	int64_t rows; /* that hold a business or an office */
	int64_t offices, added, changed, same; /* without a mistake */
	int64_t bad;			       /* with one */
	int64_t missing; /* of the draft, that are not in the workbook */
	int64_t mistakes, tidied;
	bool apart; /* lines of an office stood apart */
	/* ST_INVALID: why the file was refused. */
	enum xlsx_trouble why;
	const char *headings; /* not XLSX_OK: these are missing; "" all */
	int64_t rows_seen;    /* XLSX_TOO_MANY_ROWS */
	const struct import_remark *remarks;
	size_t nremarks;
};

/* Those of the reader, with room for titles and headings; living in cx. */
const struct xlsx_limits *import_limits(struct ctx *cx);

/* How an office of the workbook stands to the draft. */
enum import_match { IMPORT_NEW, IMPORT_CHANGED, IMPORT_SAME };

struct import_job {
	const struct workbook *w;
	int fd;
	const struct import_fixes *fixes; /* or NULL */
	/* The offices that are there; NULL: as if there were none. */
	struct import_draft *draft;
	bool apart; /* lines of an office stand apart: said by a reading before
		     */
	/* Gets every office without a mistake, or NULL. Its number is that of
	 * the draft's unless it is new; it lives as long as cx. */
	enum status (*take)(void *arg, struct ctx *cx, struct office *o,
			    enum import_match match);
	void *arg;
};

/*
 * Reads the workbook once, twice if lines stand apart. ST_INVALID: the file is
 * refused, result says why, whatever was taken must be thrown away. ST_RETRY:
 * job->take is set and lines stand apart, which job->apart has not said: begin
 * anew with it.
 */
enum status import_read(struct ctx *cx, const struct import_job *job,
			struct import_result *result) MUST_USE;

/* --- the draft (import_draft.c) ------------------------------------------- */

struct import_draft;

/* The offices of the draft of whoever asks, to compare with. */
enum status import_draft_load(struct ctx *cx, const struct workbook *w,
			      struct import_draft **draft) MUST_USE;
size_t import_draft_offices(const struct import_draft *d);
/* As if none had been met yet. */
void import_draft_rewind(struct import_draft *d);
/* How many were not met since, and their numbers. */
int64_t import_draft_missing(const struct import_draft *d);
const int64_t *import_draft_unmet(struct ctx *cx, const struct import_draft *d,
				  size_t *n);

/* --- storing (import_store.c) -------------------------------------------- */

/*
 * Reads the workbook and stores what is new or different in the draft; with
 * replace it also removes what is not in it. All in the caller's transaction.
 * ST_STATE: the draft was sent meanwhile. ST_TOO_LARGE: it would have more
 * than OFFICE_MAX offices; nothing may be committed then.
 */
enum status import_store(struct ctx *cx, struct import_job *job, bool replace,
			 struct import_result *result) MUST_USE;

#endif
