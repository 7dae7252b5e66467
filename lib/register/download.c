/* download.c - 登録事業者の公開: as a file, an office a line. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "doc/xlsx_write.h"
#include "master/type_name.h"
#include "register/register.h"
#include "sql/register/search.h"
#include "text/csv.h"
#include "text/jdate.h"

#define COLUMNS 6

/* A file under way: one of the two. */
struct sheet {
	struct ctx *cx;
	const struct register_filter *f;
	const struct register_words *words;
	int64_t left; /* lines that may still come */
	/* One line. */
	enum status (*put)(struct sheet *s, const char *const *cells);

	int fd; /* CSV */
	struct buf text;
	struct csv_writer csv;

	struct xlsx_out *xlsx;
	size_t row;
	int style;
};

static enum status put_csv(struct sheet *s, const char *const *cells)
{
	const char *at;
	size_t n;

	for (size_t i = 0; i < COLUMNS; i++)
		csv_text(&s->csv, cells[i]);
	csv_end_row(&s->csv);
	at = s->text.text;
	n = s->text.n;
	while (n > 0) {
		ssize_t put = write(s->fd, at, n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return fail(ST_IO, "register: write: %s",
				    strerror(errno));
		at += put;
		n -= (size_t)put;
	}
	buf_clear(&s->text);
	return ST_OK;
}

static enum status put_xlsx(struct sheet *s, const char *const *cells)
{
	for (size_t i = 0; i < COLUMNS; i++)
		xlsx_write_text(s->xlsx, s->row, i, cells[i], s->style);
	s->style = 0;
	s->row++;
	return ST_OK;
}

/* The lines of one business. */
struct lines {
	struct sheet *sheet;
	const struct row *business;
	const char *day;
};

static const char *day_text(struct ctx *cx, const char *iso)
{
	struct date day;

	return date_parse_iso(iso, &day) ? date_text(cx, day) : iso;
}

static enum status put_office(struct lines *l, struct ctx *cx,
			      const struct row *office)
{
	const char *cells[COLUMNS] = {
		row_text(l->business, "number"),
		row_text(l->business, "name"),
		l->day,
		row_text(office, "name"),
		row_text(office, "place"),
	};

	TRY(type_names(cx, row_text(office, "types"), &cells[5]));
	l->sheet->left--;
	return l->sheet->put(l->sheet, cells);
}

static enum status put_business(struct sheet *s, struct ctx *cx,
				const struct row *business)
{
	struct lines l = {
		.sheet = s,
		.business = business,
		.day = day_text(cx, row_text(business, "registered_on")),
	};
	struct rows offices;

	TRY(db_many(cx, &sql_register_offices_there,
		    ARGS({ "business", value_int(row_int(business, "id")) },
			 { "pref", value_text(s->f->pref) },
			 { "city", value_text(s->f->city) },
			 { "type", value_text(s->f->type) },
			 { "limit", value_int(s->left) }),
		    &offices));
	for (size_t i = 0; i < offices.n; i++)
		TRY(put_office(&l, cx, offices.list[i]));
	return ST_OK;
}

/* Page by page, each in memory of its own. */
static enum status put_page(struct sheet *s, struct register_filter *f,
			    char next[static 21])
{
	struct ctx *cx = ctx_new(s->cx);
	struct register_found found;

	f->before = next;
	TRY(register_search(cx, f, &found));
	for (size_t i = 0; i < found.rows.n && s->left > 0; i++) {
		struct ctx *one = ctx_new(cx);

		TRY(put_business(s, one, found.rows.list[i]));
		ctx_end(one);
	}
	memset(next, 0, 21);
	memcpy(next, found.next, strnlen(found.next, 20));
	ctx_end(cx);
	return ST_OK;
}

static enum status put_all(struct sheet *s)
{
	const struct register_words *w = s->words;
	const char *const heads[COLUMNS] = { w->number,	       w->name,
					     w->registered_on, w->office,
					     w->place,	       w->types };
	const char *const more[COLUMNS] = { w->more, "", "", "", "", "" };
	struct register_filter f = *s->f;
	char next[21] = "";

	TRY(s->put(s, heads));
	do
		TRY(put_page(s, &f, next));
	while (*next && s->left > 0);
	return s->left > 0 ? ST_OK : s->put(s, more);
}

enum status register_csv(struct ctx *cx, const struct register_filter *f,
			 const struct register_words *words, int fd)
{
	struct sheet s = { .cx = cx,
			   .f = f,
			   .words = words,
			   .left = REGISTER_DOWNLOAD,
			   .put = put_csv,
			   .fd = fd };

	buf_init(&s.text, cx);
	csv_start(&s.csv, &s.text);
	return put_all(&s);
}

enum status register_xlsx(struct ctx *cx, const struct register_filter *f,
			  const struct register_words *words, int fd)
{
	static const int widths[COLUMNS] = { 16, 36, 16, 36, 48, 36 };
	struct sheet s = { .cx = cx,
			   .f = f,
			   .words = words,
			   .left = REGISTER_DOWNLOAD,
			   .put = put_xlsx };

	TRY(xlsx_write_open(cx, fd, &s.xlsx));
	xlsx_write_sheet(s.xlsx,
			 &(struct xlsx_sheet_setup) { .name = words->sheet,
						      .frozen_rows = 1 });
	s.style = xlsx_write_style(
		s.xlsx,
		&(struct xlsx_style) { .fill = 0xE8F1FE, .bold = true });
	for (size_t i = 0; i < COLUMNS; i++)
		xlsx_write_column(s.xlsx, i, widths[i], 0);
	TRY(put_all(&s));
	return xlsx_write_end(s.xlsx);
}
