/* worklist_export.c - the work list as CSV and as a workbook. */
#include "review/worklist_export.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "db/audit.h"
#include "db/db.h"
#include "doc/xlsx_write.h"
#include "text/csv.h"

/* Written when so much has gathered. */
#define PIECE (64 * 1024)

static const struct column {
	const char *name, *head;
	bool number;
	int width;
} columns[] = {
	{ "receipt", "worklist.col.receipt", false, 22 },
	{ "name", "worklist.col.name", false, 40 },
	{ "pref", "worklist.col.pref", false, 12 },
	{ "state", "worklist.col.state", false, 14 },
	{ "since", "worklist.col.since", false, 14 },
	{ "due", "worklist.col.due", false, 14 },
	{ "offices", "worklist.col.offices", true, 10 },
	{ "persons", "worklist.col.persons", true, 10 },
	{ "assignee", "worklist.col.assignee", false, 20 },
};

struct export
{
	const struct worklist_words *words;
	struct xlsx_out *xlsx;
	struct csv_writer csv;
	struct buf piece;
	int fd;
	int64_t rows;
};

static const char *word(const struct export *e, const char *key)
{
	const char *text = e->words->text(e->words->arg, key);

	return text ? text : "";
}

static const char *cell(struct ctx *cx, const struct export *e,
			const struct row *row, const struct column *c)
{
	const char *text = row_text(row, c->name);

	if (strcmp(c->name, "state") != 0)
		return text;
	return word(e, mem_printf(cx, "unit_state.%s", text));
}

static enum status write_piece(struct export *e)
{
	const char *at = e->piece.text;
	size_t left = e->piece.n;

	while (left) {
		ssize_t n = write(e->fd, at, left);

		if (n <= 0)
			return fail(ST_IO, "worklist_csv: write");
		at += n;
		left -= (size_t)n;
	}
	buf_clear(&e->piece);
	return ST_OK;
}

static enum status csv_row(struct ctx *cx, void *arg, const struct row *row)
{
	struct export *e = arg;

	for (size_t i = 0; i < COUNT(columns); i++)
		if (columns[i].number)
			csv_int(&e->csv, row_int(row, columns[i].name));
		else
			csv_text(&e->csv, cell(cx, e, row, &columns[i]));
	csv_end_row(&e->csv);
	e->rows++;
	return e->piece.n > PIECE ? write_piece(e) : ST_OK;
}

static enum status xlsx_row(struct ctx *cx, void *arg, const struct row *row)
{
	struct export *e = arg;
	size_t at = (size_t)++e->rows;

	for (size_t i = 0; i < COUNT(columns); i++)
		if (columns[i].number)
			xlsx_write_number(e->xlsx, at, i,
					  row_int(row, columns[i].name), 0);
		else
			xlsx_write_text(e->xlsx, at, i,
					cell(cx, e, row, &columns[i]), 0);
	return ST_OK;
}

static enum status note(struct ctx *cx, void *arg)
{
	const struct export *e = arg;
	const struct id none = { { 0 } };

	return audit_write(
		cx, "worklist.export", "", none,
		mem_printf(cx, "{\"rows\":%lld}", (long long)e->rows));
}

enum status worklist_csv(struct ctx *cx, const struct worklist_filter *f,
			 const struct worklist_words *words, int fd)
{
	struct export e = { .words = words, .fd = fd };

	buf_init(&e.piece, cx);
	csv_start(&e.csv, &e.piece);
	for (size_t i = 0; i < COUNT(columns); i++)
		csv_text(&e.csv, word(&e, columns[i].head));
	csv_end_row(&e.csv);
	TRY(worklist_each(cx, f, csv_row, &e));
	TRY(write_piece(&e));
	return db_transaction(cx, note, &e);
}

enum status worklist_xlsx(struct ctx *cx, const struct worklist_filter *f,
			  const struct worklist_words *words, int fd)
{
	struct export e = { .words = words };
	const struct xlsx_sheet_setup sheet = {
		.name = word(&e, "worklist.file"), .frozen_rows = 1
	};
	int bold;

	TRY(xlsx_write_open(cx, fd, &e.xlsx));
	xlsx_write_sheet(e.xlsx, &sheet);
	bold = xlsx_write_style(e.xlsx, &(struct xlsx_style) { .bold = true });
	for (size_t i = 0; i < COUNT(columns); i++) {
		xlsx_write_column(e.xlsx, i, columns[i].width, 0);
		xlsx_write_text(e.xlsx, 0, i, word(&e, columns[i].head), bold);
	}
	TRY(worklist_each(cx, f, xlsx_row, &e));
	TRY(xlsx_write_end(e.xlsx));
	return db_transaction(cx, note, &e);
}
