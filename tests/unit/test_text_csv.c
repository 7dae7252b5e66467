/* test_text_csv.c - CSV: writing, the guard against formulas, reading. */
#include <string.h>

#include "text/csv.h"

#include "test.h"

struct cell {
	const char *name, *s, *written;
};

static const struct cell cells[] = {
	{ "plain", "見本", "見本" },
	{ "empty", "", "\"\"" },
	{ "comma", "a,b", "\"a,b\"" },
	{ "quote", "a\"b", "\"a\"\"b\"" },
	{ "quotes only", "\"\"", "\"\"\"\"\"\"" },
	{ "line feed", "a\nb", "\"a\nb\"" },
	{ "CR LF", "a\r\nb", "\"a\r\nb\"" },
	{ "spaces", " a ", " a " },
	{ "equals", "=1+1", "'=1+1" },
	{ "plus", "+81", "'+81" },
	{ "minus", "-5", "'-5" },
	{ "at", "@SUM(1)", "'@SUM(1)" },
	{ "TAB", "\t=1", "'\t=1" },
	{ "CR", "\r=1", "\"'\r=1\"" },
	{ "wide equals", "＝1", "'＝1" },
	{ "wide plus", "＋1", "'＋1" },
	{ "wide minus", "－1", "'－1" },
	{ "wide at", "＠a", "'＠a" },
	{ "quoted formula", "=\"a\",1", "\"'=\"\"a\"\",1\"" },
	{ "inside", "a=1", "a=1" },
	{ "apostrophe", "'abc", "'abc" },
	{ "apostrophe and formula", "'=1", "''=1" },
	{ "two of them", "''=1", "'''=1" },
	{ "long mark is no minus", "ー", "ー" },
};

/* Keeps what it is given as text: cells in <>, rows in lines. */
static enum status keep(struct ctx *cx, const struct csv_row *row, void *arg)
{
	struct buf *to = arg;

	(void)cx;
	buf_printf(to, "%zu", row->line);
	for (size_t i = 0; i < row->n; i++)
		buf_printf(to, "<%s>", row->cells[i]);
	buf_char(to, '\n');
	return ST_OK;
}

static const struct csv_limits limits = { .rows = 4, .cells = 4, .bytes = 16 };

static enum status read_all(struct ctx *cx, const char *s, size_t n,
			    size_t step, struct buf *to)
{
	const struct csv_sink sink = { keep, to };
	struct csv_reader *r = csv_open(cx, &limits, &sink);

	buf_init(to, cx);
	for (size_t i = 0; i < n; i += step)
		TRY(csv_read(r, s + i, n - i < step ? n - i : step));
	return csv_close(r);
}

static void write_cell(void **state)
{
	const struct cell *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct csv_writer w;
	struct buf b, back = { 0 };

	buf_init(&b, cx);
	csv_start(&w, &b);
	csv_text(&w, c->s);
	csv_end_row(&w);
	assert_string_equal(b.text,
			    mem_printf(cx, "\xEF\xBB\xBF%s\r\n", c->written));
	assert_int_equal(read_all(cx, b.text, b.n, b.n, &back), ST_OK);
	assert_string_equal(back.text, mem_printf(cx, "1<%s>\n", c->s));
	ctx_end(cx);
}

static void write_rows(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct csv_writer w;
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	csv_start(&w, &b);
	csv_text(&w, "");
	csv_text(&w, "");
	csv_end_row(&w);
	csv_text(&w, "a");
	csv_int(&w, -5);
	csv_end_row(&w);
	csv_int(&w, INT64_MIN);
	csv_end_row(&w);
	assert_string_equal(b.text, "\xEF\xBB\xBF,\r\na,-5\r\n"
				    "-9223372036854775808\r\n");
	ctx_end(cx);
}

struct file {
	const char *name, *s;
	size_t n;
	enum status st;
	const char *rows;
};

#define BYTES(s) s, sizeof(s) - 1

static const struct file files[] = {
	{ "nothing", BYTES(""), ST_OK, "" },
	{ "mark only", BYTES("\xEF\xBB\xBF"), ST_OK, "" },
	{ "LF", BYTES("a,b\nc,d\n"), ST_OK, "1<a><b>\n2<c><d>\n" },
	{ "CR LF", BYTES("a,b\r\nc,d\r\n"), ST_OK, "1<a><b>\n2<c><d>\n" },
	{ "CR", BYTES("a,b\rc,d\r"), ST_OK, "1<a><b>\n2<c><d>\n" },
	{ "no end of line", BYTES("a,b"), ST_OK, "1<a><b>\n" },
	{ "last cell empty", BYTES("a,"), ST_OK, "1<a><>\n" },
	{ "last cell quoted", BYTES("a,\"b\""), ST_OK, "1<a><b>\n" },
	{ "mark", BYTES("\xEF\xBB\xBF見本,a\r\n"), ST_OK, "1<見本><a>\n" },
	{ "mark before a quote", BYTES("\xEF\xBB\xBF\"見本\",a\r\n"), ST_OK,
	  "1<見本><a>\n" },
	{ "no mark", BYTES("a,見本\n"), ST_OK, "1<a><見本>\n" },
	{ "mark inside is text", BYTES("a\xEF\xBB\xBF"), ST_OK,
	  "1<a\xEF\xBB\xBF>\n" },
	{ "empty lines", BYTES("\n\r\na\n\n\nb\n\n"), ST_OK, "3<a>\n6<b>\n" },
	{ "quoted empty cell", BYTES("\"\"\n"), ST_OK, "1<>\n" },
	{ "commas only", BYTES(",,\n"), ST_OK, "1<><><>\n" },
	{ "lines inside", BYTES("\"a\r\nb\",c\r\nd\r\n"), ST_OK,
	  "1<a\r\nb><c>\n3<d>\n" },
	{ "quotes inside", BYTES("\"a\"\"b\",\"\"\"\"\n"), ST_OK,
	  "1<a\"b><\">\n" },
	{ "comma inside", BYTES("\"a,b\"\n"), ST_OK, "1<a,b>\n" },
	{ "quote in a plain cell", BYTES("a\"b,c\n"), ST_OK, "1<a\"b><c>\n" },
	{ "guard", BYTES("'=1,'a,''-1,'＝\n"), ST_OK, "1<=1><'a><'-1><＝>\n" },
	{ "CP932", BYTES("\x8C\xA9\x96\x7B,a\r\n\x95\x5C,b\r\n"), ST_OK,
	  "1<見本><a>\n2<表><b>\n" },
	{ "CP932, quoted", BYTES("\"\x8C\xA9\",\"\x83\x5C\"\"\"\n"), ST_OK,
	  "1<見><ソ\">\n" },
	{ "CP932, half-width kana", BYTES("\xB1\xB2\xB3\n"), ST_OK,
	  "1<ｱｲｳ>\n" },
	{ "CP932, letters of NEC and IBM",
	  BYTES("\x87\x40\x87\x8A,\xFB\xFC,\xFA\xB1\n"), ST_OK,
	  "1<①㈱><髙><﨑>\n" },
	{ "CP932, signs as Windows has them",
	  BYTES("\x81\x60\x81\x7C\x81\x5C\\~\n"), ST_OK, "1<～－―\\~>\n" },
	{ "CP932 after ASCII rows", BYTES("No,a\n1,\x8C\xA9\n"), ST_OK,
	  "1<No><a>\n2<1><見>\n" },
	{ "quote not closed", BYTES("a,\"b\nc"), ST_BAD, "" },
	{ "text behind a quote", BYTES("\"a\"b,c\n"), ST_BAD, "" },
	{ "space behind a quote", BYTES("\"a\" ,c\n"), ST_BAD, "" },
	{ "NUL", BYTES("a\0b\n"), ST_BAD, "" },
	{ "NUL in quotes", BYTES("\"a\0b\"\n"), ST_BAD, "" },
	{ "broken behind a mark",
	  BYTES("\xEF\xBB\xBF"
		"a,\x8C\xA9\n"),
	  ST_BAD, "" },
	{ "neither encoding",
	  BYTES("\xFF\xFE"
		"a\n"),
	  ST_BAD, "" },
	{ "CP932, half a character", BYTES("\x8C\xA9\x96\n"), ST_BAD, "" },
	{ "four rows", BYTES("a\nb\nc\nd\n"), ST_OK,
	  "1<a>\n2<b>\n3<c>\n4<d>\n" },
	{ "five rows", BYTES("a\nb\nc\nd\ne\n"), ST_TOO_LARGE,
	  "1<a>\n2<b>\n3<c>\n4<d>\n" },
	{ "four cells", BYTES("a,b,c,d\n"), ST_OK, "1<a><b><c><d>\n" },
	{ "five cells", BYTES("a,b,c,d,\n"), ST_TOO_LARGE, "" },
	{ "16 bytes", BYTES("0123456789abcdef,a\n"), ST_OK,
	  "1<0123456789abcdef><a>\n" },
	{ "17 bytes", BYTES("0123456789abcdefg\n"), ST_TOO_LARGE, "" },
	{ "17 bytes in the second", BYTES("a,0123456789abcdefg\n"),
	  ST_TOO_LARGE, "" },
	{ "17 bytes in quotes", BYTES("\"0123456789abcdef\n\"\n"), ST_TOO_LARGE,
	  "" },
};

/* Whatever the pieces, the rows are the same. */
static void read_file(void **state)
{
	const struct file *c = *state;

	for (size_t step = 1; step <= c->n + 1; step++) {
		struct ctx *cx = ctx_new(NULL);
		struct buf to = { 0 };
		enum status st = read_all(cx, c->s, c->n, step, &to);

		assert_string_equal(status_name(st), status_name(c->st));
		assert_string_equal(to.text, c->rows);
		ctx_end(cx);
	}
}

static enum status count(struct ctx *cx, const struct csv_row *row, void *arg)
{
	size_t *rows = arg;

	(void)cx;
	assert_string_equal(row->cells[0], "見本");
	++*rows;
	return ST_OK;
}

/* More than what is held to find the encoding, in pieces that cut characters
 * anywhere. */
static void large(void **state)
{
	static const struct {
		const char *line;
		size_t n;
	} lines[] = {
		{ BYTES("見本,1\r\n") },
		{ BYTES("\x8C\xA9\x96\x7B,1\r\n") },
	};
	const struct csv_limits many = { 100000, 4, 16 };

	(void)state;
	for (size_t k = 0; k < COUNT(lines); k++) {
		struct ctx *cx = ctx_new(NULL);
		size_t rows = 0;
		const struct csv_sink sink = { count, &rows };
		struct csv_reader *r = csv_open(cx, &many, &sink);
		struct buf b;

		buf_init(&b, cx);
		for (int i = 0; i < 40000; i++)
			buf_add_n(&b, lines[k].line, lines[k].n);
		for (size_t i = 0; i < b.n; i += 997)
			assert_int_equal(
				csv_read(r, b.text + i,
					 b.n - i < 997 ? b.n - i : 997),
				ST_OK);
		assert_int_equal(csv_close(r), ST_OK);
		assert_int_equal(rows, 40000);
		ctx_end(cx);
	}
}

static enum status refuse(struct ctx *cx, const struct csv_row *row, void *arg)
{
	int *calls = arg;

	(void)cx;
	++*calls;
	return row->line == 2 ? ST_STATE : ST_OK;
}

/* A failure stays one, and its line is known. */
static void stops(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	int calls = 0;
	const struct csv_sink sink = { refuse, &calls };
	struct csv_reader *r = csv_open(cx, &limits, &sink);

	(void)state;
	assert_int_equal(csv_read(r, "a\nb\nc\n", 6), ST_STATE);
	assert_int_equal(csv_line(r), 2);
	assert_int_equal(csv_read(r, "d\n", 2), ST_STATE);
	assert_int_equal(csv_close(r), ST_STATE);
	assert_int_equal(calls, 2);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(cells, write_cell), TEST(write_rows),
		       SUITE(files, read_file), TEST(large), TEST(stops));
}
