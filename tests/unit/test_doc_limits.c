/* test_doc_limits.c - what a workbook may cost, and large ones. */
#include "base/clock.h"
#include "doc/xlsx_read.h"
#include "doc/xlsx_write.h"

#include "test.h"
#include "test_xlsx.h"

#define HEAD "<worksheet xmlns='" SHEETML "'><sheetData>"
#define TAIL "</sheetData></worksheet>"
#define SHARED "<sst xmlns='" SHEETML "'><si><t>a</t></si></sst>"

struct seen {
	size_t rows, stop_after;
	enum status st;
};

static enum status count(void *arg, const struct xlsx_row *row)
{
	struct seen *s = arg;

	(void)row;
	return ++s->rows == s->stop_after ? s->st : ST_OK;
}

/* Opens and reads the only sheet. */
static enum status read_book(struct ctx *cx, int fd,
			     const struct xlsx_limits *limits,
			     struct seen *seen, enum xlsx_trouble *why)
{
	struct xlsx *x;
	enum status st = xlsx_open(cx, fd, limits, &x, why);

	if (st == ST_OK)
		st = xlsx_each(x, 0, count, seen, why);
	close(fd);
	return st;
}

static int three_rows(struct ctx *cx)
{
	static const char sheet[] = HEAD
		"<row><c><v>1</v></c></row><row/>"
		"<row><c/><c><v>2</v></c></row>"
		"<row><c t='s'><v>0</v></c></row>" TAIL;

	return book_of(cx, sheet, strlen(sheet), SHARED, false);
}

struct limit {
	const char *name;
	struct xlsx_limits limits;
	enum xlsx_trouble why;
	size_t rows; /* given before it ended */
};

#define ROOMY 1 << 20

static const struct limit limits[] = {
	{ "everything fits",
	  { ROOMY, 3, 2, 7, ROOMY, ROOMY, 100, 9000 },
	  XLSX_OK,
	  3 },
	{ "file",
	  { 500, 9, 9, 9, ROOMY, ROOMY, 100, 9000 },
	  XLSX_TOO_LARGE,
	  0 },
	{ "rows",
	  { ROOMY, 2, 9, 9, ROOMY, ROOMY, 100, 9000 },
	  XLSX_TOO_MANY_ROWS,
	  2 },
	{ "columns",
	  { ROOMY, 9, 1, 9, ROOMY, ROOMY, 100, 9000 },
	  XLSX_TOO_MANY_COLUMNS,
	  1 },
	{ "parts",
	  { ROOMY, 9, 9, 6, ROOMY, ROOMY, 100, 9000 },
	  XLSX_ZIP_PARTS,
	  0 },
	{ "one part",
	  { ROOMY, 9, 9, 9, 50, ROOMY, 100, 9000 },
	  XLSX_ZIP_BOMB,
	  0 },
	{ "all parts",
	  { ROOMY, 9, 9, 9, ROOMY, 500, 100, 9000 },
	  XLSX_ZIP_BOMB,
	  0 },
	{ "time", { ROOMY, 9, 9, 9, ROOMY, ROOMY, 100, -1 }, XLSX_TOO_SLOW, 0 },
};

static void each_limit(void **state)
{
	const struct limit *l = *state;
	struct ctx *cx = ctx_new(NULL);
	struct seen seen = { 0 };
	enum xlsx_trouble why;
	enum status st = read_book(cx, three_rows(cx), &l->limits, &seen, &why);

	assert_string_equal(xlsx_trouble_name(why), xlsx_trouble_name(l->why));
	assert_int_equal(st, l->why == XLSX_OK ? ST_OK : ST_INVALID);
	assert_int_equal(seen.rows, l->rows);
	ctx_end(cx);
}

static void too_many_are_counted(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_limits one = xlsx_usual;
	struct seen seen = { 0 };
	enum xlsx_trouble why;
	struct xlsx *x;
	int fd = three_rows(cx);

	(void)state;
	one.rows = 1;
	assert_int_equal(xlsx_open(cx, fd, &one, &x, &why), ST_OK);
	assert_int_equal(xlsx_each(x, 0, count, &seen, &why), ST_INVALID);
	assert_int_equal(why, XLSX_TOO_MANY_ROWS);
	assert_int_equal(seen.rows, 1);
	assert_int_equal(xlsx_rows_seen(x), 3);
	close(fd);
	ctx_end(cx);
}

/* The receiver's own trouble is not the file's; and it can be read again. */
static void receiver_stops(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct seen seen = { .stop_after = 2, .st = ST_DB };
	enum xlsx_trouble why;
	struct xlsx *x;
	int fd = three_rows(cx);

	(void)state;
	assert_int_equal(xlsx_open(cx, fd, &xlsx_usual, &x, &why), ST_OK);
	assert_int_equal(xlsx_each(x, 0, count, &seen, &why), ST_DB);
	assert_int_equal(why, XLSX_OK);
	assert_int_equal(seen.rows, 2);
	seen = (struct seen) { 0 };
	assert_int_equal(xlsx_each(x, 0, count, &seen, &why), ST_OK);
	assert_int_equal(seen.rows, 3);
	close(fd);
	ctx_end(cx);
}

static void shared_text_is_limited(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_limits little = xlsx_usual;
	struct seen seen = { 0 };
	enum xlsx_trouble why;
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	buf_add(&b, "<sst xmlns='" SHEETML "'>");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "<si><t>text %d</t></si>", i);
	buf_add(&b, "</sst>");
	little.text = 5000;
	assert_int_equal(read_book(cx,
				   book_of(cx, HEAD TAIL, strlen(HEAD TAIL),
					   b.text, true),
				   &little, &seen, &why),
			 ST_INVALID);
	assert_int_equal(why, XLSX_TOO_MUCH_TEXT);
	ctx_end(cx);
}

/*
 * The directory says 10 bytes, and more come out: that ends it at once, not
 * only when everything together is too much.
 */
static void size_is_a_lie(void **state)
{
	static const char central[] = "PK\1\2";
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_limits little = xlsx_usual;
	struct seen seen = { 0 };
	enum xlsx_trouble why;
	char *sheet = mem_zero(cx, 4 << 20), *file = mem_zero(cx, 1 << 20);
	char *at = file;
	int fd;
	ssize_t n;

	(void)state;
	memset(sheet, ' ', 4 << 20);
	sheet[0] = '<';
	fd = book_of(cx, sheet, 4 << 20, SHARED, true);
	n = pread(fd, file, 1 << 20, 0);
	close(fd);
	assert_true(n > 1000);
	/* The sheet is the last part, and so the last of the directory. */
	for (char *p = file; p < file + n - 30; p++)
		if (memcmp(p, central, strlen(central)) == 0)
			at = p;
	memset(at + 24, 0, 4);
	at[24] = 10;
	little.inflated = 1 << 20;
	assert_int_equal(
		read_book(cx, file_of(file, (size_t)n), &little, &seen, &why),
		ST_INVALID);
	assert_int_equal(why, XLSX_DAMAGED);
	ctx_end(cx);
}

/* The word that merged cells are found by, at each place of the pieces. */
static void merged_far_away(void **state)
{
	struct ctx *all = ctx_new(NULL);

	(void)state;
	for (int i = 0; i < 70; i++) {
		struct ctx *cx = ctx_new(all);
		struct seen seen = { 0 };
		enum xlsx_trouble why;
		struct buf b;

		buf_init(&b, cx);
		buf_printf(&b, "%s%*s", HEAD,
			   65536 - 60 - (int)strlen(HEAD) + i,
			   "<row r='1'><c><v>1</v></c></row></sheetData>");
		buf_add(&b, "<mergeCells><mergeCell ref='A1:?'/></mergeCells>"
			    "</worksheet>");
		assert_int_equal(
			read_book(cx, book_of(cx, b.text, b.n, SHARED, false),
				  &xlsx_usual, &seen, &why),
			ST_INVALID);
		assert_int_equal(why, XLSX_DAMAGED); /* it was seen */
		ctx_end(cx);
	}
	ctx_end(all);
}

/*
 * A start tag is compared attribute by attribute inside libxml2, n times n:
 * 200,000 of them must not get that far.
 */
static void many_attributes(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	int64_t start = clock_monotonic_us();
	struct seen seen = { 0 };
	enum xlsx_trouble why;
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	buf_add(&b, HEAD "<row");
	for (int i = 0; i < 200000; i++)
		buf_printf(&b, " a%d='>'", i);
	buf_add(&b, "/>" TAIL);
	assert_int_equal(read_book(cx, book_of(cx, b.text, b.n, SHARED, true),
				   &xlsx_usual, &seen, &why),
			 ST_INVALID);
	assert_int_equal(why, XLSX_XML_FORBIDDEN);
	assert_true(clock_monotonic_us() - start < 2 * SECOND);
	ctx_end(cx);
}

/* Each prefix of the XML of a sheet; none is a whole one. */
static void sheet_cut_anywhere(void **state)
{
	static const char sheet[] = HEAD
		"<row r='1'><c r='A1' t='inlineStr'><is><t>見本</t></is>"
		"</c><c r='B1' s='1'><f>1+1</f><v>44607</v></c></row>"
		"</sheetData><mergeCells><mergeCell ref='A1:A2'/>"
		"</mergeCells></worksheet>";
	struct ctx *all = ctx_new(NULL);

	(void)state;
	for (size_t n = 0; n < strlen(sheet); n++) {
		struct ctx *cx = ctx_new(all);
		struct seen seen = { 0 };
		enum xlsx_trouble why;
		int fd = book_of(cx, sheet, n, SHARED, n % 2);

		assert_int_equal(read_book(cx, fd, &xlsx_usual, &seen, &why),
				 ST_INVALID);
		assert_int_equal(why, XLSX_DAMAGED);
		ctx_end(cx);
	}
	ctx_end(all);
}

struct sum {
	size_t rows, cells;
	bool wrong;
};

static enum status check_row(void *arg, const struct xlsx_row *row)
{
	struct sum *s = arg;
	char want[32];

	s->cells += row->n;
	for (size_t i = 0; i < row->n; i++) {
		(void)snprintf(want, sizeof(want), "%zu の %zu", s->rows, i);
		s->wrong |= strcmp(row->cells[i].text, want) != 0;
	}
	s->rows++;
	return ST_OK;
}

/* 50,000 rows of 27 texts, all different: the most that is promised. */
static void fifty_thousand_rows(void **state)
{
	enum { ROWS = 50001, COLUMNS = 27 };
	struct ctx *cx = ctx_new(NULL);
	int fd = memfd_create("xlsx", MFD_CLOEXEC);
	struct xlsx_out *out;
	struct sum sum = { 0 };
	enum xlsx_trouble why;
	struct xlsx *x;

	(void)state;
	assert_int_equal(xlsx_write_open(cx, fd, &out), ST_OK);
	xlsx_write_sheet(out, &(struct xlsx_sheet_setup) { .name = "S" });
	for (size_t r = 0; r < ROWS; r++)
		for (size_t c = 0; c < COLUMNS; c++) {
			char text[32];

			(void)snprintf(text, sizeof(text), "%zu の %zu", r, c);
			xlsx_write_text(out, r, c, text, 0);
		}
	assert_int_equal(xlsx_write_end(out), ST_OK);
	assert_int_equal(xlsx_open(cx, fd, &xlsx_usual, &x, &why), ST_OK);
	assert_int_equal(xlsx_each(x, 0, check_row, &sum, &why), ST_OK);
	assert_int_equal(sum.rows, ROWS);
	assert_int_equal(sum.cells, ROWS * COLUMNS);
	assert_false(sum.wrong);
	close(fd);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(limits, each_limit), TEST(too_many_are_counted),
		       TEST(receiver_stops), TEST(shared_text_is_limited),
		       TEST(size_is_a_lie), TEST(merged_far_away),
		       TEST(many_attributes), TEST(sheet_cut_anywhere),
		       TEST(fifty_thousand_rows));
}
