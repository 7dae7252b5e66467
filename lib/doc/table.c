/* table.c - rows of an answer as CSV and as a workbook. */
#include "doc/table.h"

#include <unistd.h>

#include "base/buf.h"
#include "doc/xlsx_write.h"
#include "text/csv.h"

/* Written when so much has gathered. */
#define PIECE (64 * 1024)

struct table {
	const struct table_setup *setup;
	struct xlsx_out *xlsx; /* NULL: CSV */
	struct csv_writer csv;
	struct buf piece;
	int fd;
	int64_t rows;
};

static const char *word(const struct table *t, const char *key)
{
	const char *text = t->setup->text(t->setup->arg, key);

	return text ? text : "";
}

static enum status write_piece(struct table *t)
{
	const char *at = t->piece.text;
	size_t left = t->piece.n;

	while (left) {
		ssize_t n = write(t->fd, at, left);

		if (n <= 0)
			return fail(ST_IO, "table: write");
		at += n;
		left -= (size_t)n;
	}
	buf_clear(&t->piece);
	return ST_OK;
}

static void head_csv(struct table *t)
{
	csv_start(&t->csv, &t->piece);
	for (size_t i = 0; i < t->setup->ncolumns; i++)
		csv_text(&t->csv, word(t, t->setup->columns[i].head));
	csv_end_row(&t->csv);
}

static enum status head_xlsx(struct ctx *cx, struct table *t)
{
	const struct xlsx_sheet_setup sheet = {
		.name = word(t, t->setup->sheet), .frozen_rows = 1
	};
	int bold;

	TRY(xlsx_write_open(cx, t->fd, &t->xlsx));
	xlsx_write_sheet(t->xlsx, &sheet);
	bold = xlsx_write_style(t->xlsx, &(struct xlsx_style) { .bold = true });
	for (size_t i = 0; i < t->setup->ncolumns; i++) {
		const struct table_column *c = &t->setup->columns[i];

		xlsx_write_column(t->xlsx, i, c->width, 0);
		xlsx_write_text(t->xlsx, 0, i, word(t, c->head), bold);
	}
	return ST_OK;
}

enum status table_open(struct ctx *cx, const struct table_setup *setup, int fd,
		       struct table **table)
{
	struct table *t = mem_zero(cx, sizeof(*t));

	*t = (struct table) { .setup = setup, .fd = fd };
	*table = t;
	buf_init(&t->piece, cx);
	if (!setup->csv)
		return head_xlsx(cx, t);
	head_csv(t);
	return ST_OK;
}

static void put_xlsx(struct table *t, size_t i, const struct row *row)
{
	const struct table_column *c = &t->setup->columns[i];
	size_t at = (size_t)t->rows;

	if (c->number)
		xlsx_write_number(t->xlsx, at, i, row_int(row, c->name), 0);
	else
		xlsx_write_text(t->xlsx, at, i, row_text(row, c->name), 0);
}

static void put_csv(struct table *t, size_t i, const struct row *row)
{
	const struct table_column *c = &t->setup->columns[i];

	if (c->number)
		csv_int(&t->csv, row_int(row, c->name));
	else
		csv_text(&t->csv, row_text(row, c->name));
}

enum status table_row(struct table *t, const struct row *row)
{
	t->rows++;
	for (size_t i = 0; i < t->setup->ncolumns; i++)
		if (t->xlsx)
			put_xlsx(t, i, row);
		else
			put_csv(t, i, row);
	if (t->xlsx)
		return ST_OK;
	csv_end_row(&t->csv);
	return t->piece.n > PIECE ? write_piece(t) : ST_OK;
}

enum status table_end(struct table *t, int64_t *rows)
{
	*rows = t->rows;
	return t->xlsx ? xlsx_write_end(t->xlsx) : write_piece(t);
}
