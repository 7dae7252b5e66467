/* test_doc_write.c - what is written into a workbook comes out again. */
#include "doc/xlsx_read.h"
#include "doc/xlsx_write.h"

#include <malloc.h>

#include "test.h"
#include "test_xlsx.h"

struct text {
	const char *name, *text; /* written into a cell */
};

static const struct text texts[] = {
	{ "Japanese", "サンプル商事" },
	{ "formula", "=1+1" },
	{ "full-width formula", "＝1+1" },
	{ "plus", "+81-3-0000-0000" },
	{ "at sign", "@SUM(A1)" },
	{ "minus", "-1" },
	{ "leading zeros", "0012345" },
	{ "exponent", "1E5" },
	{ "link", "http://example.jp/" },
	{ "truth", "TRUE" },
	{ "space at the ends", " 前後 " },
	{ "two lines", "一行目\n二行目" },
	{ "control characters of text", "a\r\nb\tc" },
	{ "markup", "<b>&amp;\"'</b>" },
	{ "what looks escaped", "_x0041_" },
	{ "what looks escaped twice", "_x005F_x0041_" },
	{ "two that look escaped", "__x0041__x0042_" },
	{ "no more than its start", "_x" },
	{ "other control character", "bell \a" },
	{ "beyond the BMP", "𠮷野家 🏥" },
};

struct found {
	struct ctx *cx;
	const char *text;
	enum cell_kind kind;
	size_t cells;
};

static enum status take_last(void *arg, const struct xlsx_row *row)
{
	struct found *f = arg;

	f->cells += row->n;
	f->text = mem_text(f->cx, row->cells[row->n - 1].text);
	f->kind = row->cells[row->n - 1].kind;
	return ST_OK;
}

static int made(struct ctx *cx, struct xlsx_out **out)
{
	int fd = memfd_create("xlsx", MFD_CLOEXEC);

	assert_int_equal(xlsx_write_open(cx, fd, out), ST_OK);
	xlsx_write_sheet(*out, &(struct xlsx_sheet_setup) { .name = "一覧's",
							    .frozen_rows = 1 });
	return fd;
}

static void read_back(struct ctx *cx, int fd, struct found *f)
{
	enum xlsx_trouble why;
	struct xlsx *x;

	*f = (struct found) { .cx = cx };
	assert_int_equal(xlsx_open(cx, fd, &xlsx_usual, &x, &why), ST_OK);
	assert_string_equal(xlsx_sheets(x, &f->cells)->name, "一覧's");
	f->cells = 0;
	assert_int_equal(xlsx_each(x, 0, take_last, f, &why), ST_OK);
}

/* Security EX-02: always a text, never a formula. */
static void round_trip(void **state)
{
	const struct text *t = *state;
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_out *out;
	int fd = made(cx, &out);
	struct found f;

	xlsx_write_text(out, 0, 3, t->text, 0);
	assert_int_equal(xlsx_write_end(out), ST_OK);
	read_back(cx, fd, &f);
	assert_string_equal(f.text, t->text);
	assert_int_equal(f.kind, CELL_TEXT);
	assert_int_equal(f.cells, 1);
	close(fd);
	ctx_end(cx);
}

static void number_too(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_out *out;
	int fd = made(cx, &out);
	struct found f;

	(void)state;
	xlsx_write_number(out, 0, 0, 123456789012345, 0);
	assert_int_equal(xlsx_write_end(out), ST_OK);
	read_back(cx, fd, &f);
	assert_string_equal(f.text, "123456789012345");
	assert_int_equal(f.kind, CELL_NUMBER);
	close(fd);
	ctx_end(cx);
}

/* Notes, lists, styles and widths cost no cell of their own. */
static void with_everything(void **state)
{
	static const char *const choices[] = { "確保済み", "未確保" };
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_out *out;
	int fd = made(cx, &out);
	struct found f;
	int head = xlsx_write_style(out,
				    &(struct xlsx_style) { .fill = 0xdde8f5,
							   .bold = true,
							   .wrap = true,
							   .border = true });
	int code = xlsx_write_style(out, &(struct xlsx_style) { .code = true });

	(void)state;
	xlsx_write_column(out, 0, 12, code);
	xlsx_write_text(out, 0, 0, "見出し", head);
	xlsx_write_text(out, 0, 1, "", head);
	xlsx_write_note(out, 0, 0, "一行目\n全角で書いてください");
	xlsx_write_choices(out, &(struct xlsx_cells) { 1, 1, 50000 }, choices,
			   COUNT(choices));
	xlsx_write_choices_from(out, &(struct xlsx_cells) { 2, 1, 50000 },
				"一覧's", &(struct xlsx_cells) { 0, 0, 9 });
	xlsx_write_sheet(out, &(struct xlsx_sheet_setup) { .name = "隠し",
							   .hidden = true });
	xlsx_write_text(out, 0, 0, "北海道", 0);
	assert_int_equal(xlsx_write_end(out), ST_OK);
	read_back(cx, fd, &f);
	assert_int_equal(f.cells, 1);
	assert_string_equal(f.text, "見出し");
	close(fd);
	ctx_end(cx);
}

static void too_long_is_said(void **state)
{
	enum { LONG = 32768 };
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_out *out;
	int fd = made(cx, &out);
	char *text = mem_zero(cx, LONG + 1);

	(void)state;
	memset(text, 'x', LONG);
	xlsx_write_text(out, 0, 0, text, 0);
	assert_int_equal(xlsx_write_end(out), ST_IO);
	close(fd);
	ctx_end(cx);
}

static void may_be_given_up(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct xlsx_out *out;
	int fd = made(cx, &out);

	(void)state;
	xlsx_write_text(out, 0, 0, "x", 0);
	ctx_end(cx);
	close(fd);
}

/* --- What a program that lives long is left with ---------------------------
 */

static void with_lists(struct xlsx_out *out)
{
	xlsx_write_text(out, 0, 0, "x", 0);
	for (size_t i = 1; i < 100; i++)
		xlsx_write_choices_from(
			out, &(struct xlsx_cells) { i, 1, 50000 }, "一覧's",
			&(struct xlsx_cells) { 0, 0, 9 });
	assert_int_equal(xlsx_write_end(out), ST_OK);
}

static void without_rows(struct xlsx_out *out)
{
	assert_int_equal(xlsx_write_end(out), ST_OK);
}

static void given_up(struct xlsx_out *out)
{
	xlsx_write_text(out, 0, 0, "x", 0);
	xlsx_write_sheet(out, &(struct xlsx_sheet_setup) { .name = "次" });
}

static const struct end {
	const char *name;
	void (*make)(struct xlsx_out *out);
} ends[] = {
	{ "lists", with_lists },
	{ "no rows", without_rows },
	{ "given up", given_up },
};

static void make_ten(const struct end *c)
{
	for (int i = 0; i < 10; i++) {
		struct ctx *cx = ctx_new(NULL);
		struct xlsx_out *out;
		int fd = made(cx, &out);

		c->make(out);
		ctx_end(cx);
		close(fd);
	}
}

/* The lowest number that no open file has. */
static int free_number(void)
{
	int fd = dup(STDERR_FILENO);

	close(fd);
	return fd;
}

/* Bytes in use; a sanitizer counts otherwise, here it is always 0. */
static void leaves_nothing(void **state)
{
	const struct end *c = *state;
	int number = free_number();
	size_t used;

	make_ten(c);
	used = mallinfo2().uordblks;
	make_ten(c);
	assert_in_range(mallinfo2().uordblks, 0, used + 500);
	assert_int_equal(free_number(), number);
}
int main(void)
{
	return RUN_ALL(SUITE(texts, round_trip), TEST(number_too),
		       TEST(with_everything), TEST(too_long_is_said),
		       TEST(may_be_given_up), SUITE(ends, leaves_nothing));
}
