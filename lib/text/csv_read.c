/* csv_read.c - tables as text: reading. */
#include <string.h>
#include <unicode/ucnv.h>

#include "text/csv.h"
#include "text/utf8.h"

/* So many bytes decide the encoding. */
#define HELD (64 * 1024)

enum encoding { UNDECIDED, UTF8, CP932 };

/* Where in a cell the reader is. */
enum place {
	CELL_BEGIN,
	PLAIN,
	QUOTED,
	QUOTE, /* behind a quote in a quoted cell: the end, or half of one */
};

struct csv_reader {
	struct ctx *cx;
	struct csv_limits limits;
	struct csv_sink sink;

	enum status st;
	enum encoding encoding;
	struct buf held; /* undecided, from the first byte beyond ASCII on */
	bool begun;	 /* a byte has been read */
	UConverter *cp932;

	enum place place;
	bool after_cr;
	bool some;	/* the row has more than an empty line has */
	struct buf row; /* its bytes, cells one after the other */
	size_t *ends;	/* of cells in row */
	size_t n;	/* of cells that have ended */
	size_t line, row_line, rows;
};

struct csv_reader *csv_open(struct ctx *cx, const struct csv_limits *limits,
			    const struct csv_sink *sink)
{
	struct csv_reader *r = mem_zero(cx, sizeof(*r));

	r->cx = cx;
	r->limits = *limits;
	r->sink = *sink;
	r->line = r->row_line = 1;
	r->ends = mem_array(cx, limits->cells, sizeof(*r->ends));
	buf_init(&r->held, cx);
	buf_init(&r->row, cx);
	return r;
}

size_t csv_line(const struct csv_reader *r)
{
	return r->row_line;
}

static void close_converter(void *converter)
{
	ucnv_close(converter);
}

static enum status open_cp932(struct csv_reader *r)
{
	UErrorCode err = U_ZERO_ERROR;

	r->cp932 = ucnv_open("windows-31j", &err);
	if (U_FAILURE(err))
		return fail(ST_IO, "ucnv_open: %s", u_errorName(err));
	mem_at_end(r->cx, close_converter, r->cp932);
	/* Stop at what is no character, instead of putting U+FFFD there. */
	ucnv_setToUCallBack(r->cp932, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
			    &err);
	return U_FAILURE(err) ? fail(ST_IO, "ucnv: %s", u_errorName(err))
			      : ST_OK;
}

static enum status from_cp932(struct csv_reader *r, struct ctx *cx,
			      const char *raw, size_t n, const char **out)
{
	UErrorCode err = U_ZERO_ERROR;
	/* A half-width kana is one byte there and three here. */
	size_t room = 3 * n + 1;
	char *text = mem_array(cx, room, 1);

	if (room > INT32_MAX)
		return ST_TOO_LARGE;
	ucnv_toAlgorithmic(UCNV_UTF8, r->cp932, text, (int32_t)room, raw,
			   (int32_t)n, &err);
	*out = text;
	return U_FAILURE(err) ? ST_BAD : ST_OK;
}

static enum status decode(struct csv_reader *r, struct ctx *cx, const char *raw,
			  size_t n, const char **out)
{
	const char *text = NULL;

	if (r->encoding == CP932)
		TRY(from_cp932(r, cx, raw, n, &text));
	else if (utf8_valid(raw, n))
		text = mem_text_n(cx, raw, n);
	else
		return ST_BAD;
	*out = *text == '\'' && csv_formula(text + 1) ? text + 1 : text;
	return ST_OK;
}

static enum status hand_over(struct csv_reader *r, struct ctx *cx)
{
	const char **cells = mem_array(cx, r->n, sizeof(*cells));
	struct csv_row row = { r->row_line, r->n, cells };
	size_t from = 0;

	if (++r->rows > r->limits.rows)
		return ST_TOO_LARGE;
	for (size_t i = 0; i < r->n; from = r->ends[i++])
		TRY(decode(r, cx, r->row.text + from, r->ends[i] - from,
			   &cells[i]));
	return r->sink.take(cx, &row, r->sink.arg);
}

static enum status end_cell(struct csv_reader *r)
{
	if (r->n == r->limits.cells)
		return ST_TOO_LARGE;
	r->ends[r->n++] = r->row.n;
	r->place = CELL_BEGIN;
	return ST_OK;
}

static enum status end_row(struct csv_reader *r)
{
	if (r->some) {
		struct ctx *cx = ctx_new(r->cx);
		enum status st = end_cell(r);

		if (st == ST_OK)
			st = hand_over(r, cx);
		ctx_end(cx);
		TRY(st);
	}
	r->place = CELL_BEGIN;
	r->some = false;
	r->n = 0;
	buf_clear(&r->row);
	r->row_line = r->line;
	return ST_OK;
}

/* Bytes from s on that only belong to the cell. Works on bytes of either
 * encoding: no second byte of CP932 is one of these signs. */
static size_t ordinary(const struct csv_reader *r, const char *s, size_t n)
{
	size_t i = 0;

	if (r->place == QUOTED) {
		while (i < n && s[i] != '"' && s[i] != '\n' && s[i])
			i++;
	} else if (r->place == PLAIN) {
		while (i < n && s[i] != ',' && s[i] != '\r' && s[i] != '\n' &&
		       s[i])
			i++;
	}
	return i;
}

static enum status add(struct csv_reader *r, const char *s, size_t n)
{
	size_t from = r->n ? r->ends[r->n - 1] : 0;

	if (n > r->limits.bytes || r->row.n - from > r->limits.bytes - n)
		return ST_TOO_LARGE;
	buf_add_n(&r->row, s, n);
	return ST_OK;
}

static enum status in_quotes(struct csv_reader *r, char c)
{
	if (c == '"') {
		r->place = QUOTE;
		return ST_OK;
	}
	r->line += c == '\n';
	return add(r, &c, 1);
}

static enum status sign(struct csv_reader *r, char c)
{
	if (c == '\0')
		return ST_BAD;
	if (r->place == QUOTED)
		return in_quotes(r, c);
	if (c == '"' && r->place != PLAIN) {
		/* Opens a cell; or the second half of a quote in one. */
		enum place was = r->place;

		r->place = QUOTED;
		r->some = true;
		return was == QUOTE ? add(r, &c, 1) : ST_OK;
	}
	if (c == ',') {
		r->some = true;
		return end_cell(r);
	}
	if (c == '\r' || c == '\n') {
		r->after_cr = c == '\r';
		r->line++;
		return end_row(r);
	}
	if (r->place == QUOTE)
		return ST_BAD;
	r->place = PLAIN;
	r->some = true;
	return add(r, &c, 1);
}

static enum status parse(struct csv_reader *r, const char *s, size_t n)
{
	while (n > 0) {
		size_t run = ordinary(r, s, n);

		if (run > 0) {
			TRY(add(r, s, run));
		} else {
			bool second = r->after_cr && *s == '\n';

			run = 1;
			r->after_cr = false;
			if (!second)
				TRY(sign(r, *s));
		}
		s += run;
		n -= run;
	}
	return ST_OK;
}

/* A character may have been cut where the held bytes end. */
static bool looks_utf8(const struct buf *b, bool whole)
{
	for (size_t cut = 0; cut <= 3 && cut <= b->n; cut++) {
		if (utf8_valid(b->text, b->n - cut))
			return true;
		if (whole)
			break;
	}
	return false;
}

static enum status decide(struct csv_reader *r, bool whole)
{
	const char *from = r->held.text;
	bool mark = !r->begun && strncmp(from, "\xEF\xBB\xBF", 3) == 0;

	if (mark || looks_utf8(&r->held, whole)) {
		r->encoding = UTF8;
	} else {
		r->encoding = CP932;
		TRY(open_cp932(r));
	}
	return parse(r, mark ? from + 3 : from, r->held.n - (mark ? 3 : 0));
}

/* Holds what is beyond ASCII until the encoding is clear; *s moves behind what
 * has been taken. */
static enum status hold(struct csv_reader *r, const char **s, size_t n)
{
	size_t more;

	if (r->held.n == 0) {
		size_t ascii = 0;

		while (ascii < n && (unsigned char)(*s)[ascii] < 0x80)
			ascii++;
		TRY(parse(r, *s, ascii));
		r->begun = r->begun || ascii > 0;
		*s += ascii;
		n -= ascii;
	}
	more = n < HELD - r->held.n ? n : HELD - r->held.n;
	buf_add_n(&r->held, *s, more);
	*s += more;
	return r->held.n == HELD ? decide(r, false) : ST_OK;
}

static enum status take_bytes(struct csv_reader *r, const char *s, size_t n)
{
	const char *end = s + n;

	if (r->encoding == UNDECIDED)
		TRY(hold(r, &s, n));
	return parse(r, s, (size_t)(end - s));
}

enum status csv_read(struct csv_reader *r, const char *bytes, size_t n)
{
	if (r->st == ST_OK)
		r->st = take_bytes(r, bytes, n);
	return r->st;
}

static enum status take_end(struct csv_reader *r)
{
	if (r->encoding == UNDECIDED && r->held.n > 0)
		TRY(decide(r, true));
	return r->place == QUOTED ? ST_BAD : end_row(r);
}

enum status csv_close(struct csv_reader *r)
{
	if (r->st == ST_OK)
		r->st = take_end(r);
	return r->st;
}
