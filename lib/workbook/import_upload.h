/* import_upload.h - a workbook that was read and may be taken over. */
#ifndef WORKBOOK_IMPORT_UPLOAD_H
#define WORKBOOK_IMPORT_UPLOAD_H

#include "workbook/import.h"

/* For the pages: which file, and how its offices are to be taken over. */
struct upload_form {
	const char *file; /* the control; the file itself comes beside it */
};

struct take_form {
	struct id id;
	const char *how; /* add, replace */
};

extern const struct form upload_form, take_form;

#define UPLOAD_BYTES (INT64_C(20) << 20)
#define UPLOAD_LIFE (24 * HOUR) /* security UP-06 */

struct upload {
	int64_t number; /* internal */
	struct id id, file;
	const char *name; /* of the file, as the sender called it */
	bool taken, apart;
	struct row *row; /* all columns, for the page */
};

/* A workbook that import_read() has read; file: the internal number of the
 * kept file. */
enum status upload_new(struct ctx *cx, const struct import_result *result,
		       int64_t file, struct id *id) MUST_USE;
/* ST_NOT_FOUND also when it is not of the draft of whoever asks. */
enum status upload_load(struct ctx *cx, struct id id,
			struct upload *u) MUST_USE;
/* The same for changing it, locked. ST_STATE: it was taken over already. */
enum status upload_claim(struct ctx *cx, struct id id,
			 struct upload *u) MUST_USE;
/* It was read once more. */
enum status upload_again(struct ctx *cx, const struct upload *u,
			 const struct import_result *result) MUST_USE;
/* It has been taken over; the file goes soon. */
enum status upload_done(struct ctx *cx, const struct upload *u) MUST_USE;

/* Remarks as rows: sheet_row, col, place, message, args, raw, stored. */
enum status upload_remarks(struct ctx *cx, const struct upload *u, bool bad,
			   int64_t most, struct rows *rows) MUST_USE;
/* The mistakes for which there is a cell to put right, one for each cell. */
enum status upload_cells(struct ctx *cx, const struct upload *u,
			 const struct workbook *w, int64_t most,
			 struct rows *rows) MUST_USE;
/* What a remark says: key of the message, its values, and label, which is the
 * heading of the column. "" for what was tidied without words. */
struct report upload_report(struct ctx *cx, const struct workbook *w,
			    const struct row *remark, bool bad);
/* The heading of the column of a remark. */
const char *upload_label(const struct workbook *w, const struct row *remark);
/* "D": the name of a column of the sheet; "" for -1. */
const char *upload_column(struct ctx *cx, int64_t column);

/* The workbook once more, with what was put right on the screen; folder: the
 * setting Path.Data. */
enum status upload_job(struct ctx *cx, const char *folder,
		       const struct upload *u,
		       const struct workbook_words *words,
		       struct import_job *job) MUST_USE;
enum status upload_fixes(struct ctx *cx, const struct upload *u,
			 struct import_fixes *fixes) MUST_USE;
enum status upload_fix(struct ctx *cx, const struct upload *u,
		       const struct import_fix *fix) MUST_USE;

#endif
