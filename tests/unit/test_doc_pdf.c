/* test_doc_pdf.c - a PDF: pages, long cells, where it goes. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "doc/pdf.h"

#include "test.h"

static const struct pdf_column columns[] = {
	{ "番号", 1, true },
	{ "事業所名", 4, false },
	{ "所在地", 6, false },
};

static struct pdf *made(struct ctx *cx, struct buf *b, bool landscape)
{
	const struct pdf_setup setup = {
		.title = "申請書の控え",
		.head = "特定接種管理システム T-20220215-0000001",
		.landscape = landscape,
		.buf = b,
	};
	struct pdf *p;

	buf_init(b, cx);
	assert_int_equal(pdf_new(cx, &setup, &p), ST_OK);
	return p;
}

static size_t pages(const struct buf *b)
{
	static const char mark[] = "/Type /Page %";
	const char *s = b->text, *end = b->text + b->n;
	size_t n = 0;

	assert_memory_equal(b->text, "%PDF-", 5);
	assert_string_equal(b->text + b->n - 6, "%%EOF\n");
	while ((s = memmem(s, (size_t)(end - s), mark, sizeof(mark) - 1))) {
		s += sizeof(mark) - 1;
		n++;
	}
	return n;
}

static const char *many(struct ctx *cx, const char *s, size_t n)
{
	struct buf b;

	buf_init(&b, cx);
	while (n-- > 0)
		buf_add(&b, s);
	return b.text;
}

struct amount {
	const char *name;
	size_t paragraphs, pairs, rows, cell; /* cell: repeats of its text */
	size_t least, most;		      /* pages */
	bool landscape;
};

static const struct amount amounts[] = {
	{ "nothing", 0, 0, 0, 1, 1, 1, false },
	{ "a bit of each", 1, 3, 5, 1, 1, 1, false },
	{ "landscape", 1, 3, 5, 1, 1, 1, true },
	{ "paragraphs over pages", 60, 0, 0, 1, 3, 6, false },
	{ "pairs over pages", 0, 100, 0, 1, 3, 6, false },
	{ "rows over pages", 0, 0, 200, 1, 4, 8, false },
	{ "a cell over pages", 0, 0, 1, 1500, 2, 40, false },
	{ "a pair over pages", 0, 1, 0, 1500, 2, 30, false },
};

static void each_amount(void **state)
{
	const struct amount *a = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *cell = many(cx, "東京都千代田区霞が関、", a->cell);
	struct buf b;
	struct pdf *p = made(cx, &b, a->landscape);
	size_t n;

	pdf_heading(p, 1, "申請書の控え");
	for (size_t i = 0; i < a->paragraphs; i++)
		pdf_text(p, many(cx, "長い文です。", 30));
	pdf_heading(p, 2, "申請者");
	for (size_t i = 0; i < a->pairs; i++)
		pdf_pairs(p, &(struct pdf_pair) { "所在地", cell }, 1);
	pdf_table(p, columns, COUNT(columns));
	for (size_t i = 0; i < a->rows; i++)
		pdf_row(p, (const char *const[]) { "1", "見本支店", cell });
	pdf_table_end(p);
	pdf_heading(p, 3, "");
	assert_int_equal(pdf_end(p), ST_OK);
	n = pages(&b);
	assert_in_range(n, a->least, a->most);
	ctx_end(cx);
}

static void three_thousand_rows(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	int64_t start = clock_monotonic_us();
	struct buf b;
	struct pdf *p = made(cx, &b, true);

	(void)state;
	pdf_table(p, columns, COUNT(columns));
	for (int i = 0; i < 3000; i++)
		pdf_row(p,
			(const char *const[]) {
				mem_printf(cx, "%d", i), "サンプル第一事業所",
				"東京都千代田区霞が関一丁目２番２号" });
	pdf_table_end(p);
	assert_int_equal(pdf_end(p), ST_OK);
	assert_in_range(pages(&b), 80, 200);
	/* Some 0.3 s; generous, for sanitizers and busy machines. */
	assert_true(clock_monotonic_us() - start < 20 * SECOND);
	ctx_end(cx);
}

static void into_a_file(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct pdf_setup setup = { .title = "t", .head = "h" };
	struct pdf *p;
	char start[5];

	(void)state;
	setup.fd = memfd_create("pdf", MFD_CLOEXEC);
	assert_int_equal(pdf_new(cx, &setup, &p), ST_OK);
	pdf_text(p, "本文");
	assert_int_equal(pdf_end(p), ST_OK);
	assert_int_equal(pread(setup.fd, start, 5, 0), 5);
	assert_memory_equal(start, "%PDF-", 5);
	close(setup.fd);
	ctx_end(cx);
}

static void a_full_disk_is_said(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct pdf_setup setup = { .title = "t", .head = "h", .fd = -1 };
	struct pdf *p;
	enum status st = pdf_new(cx, &setup, &p);

	(void)state;
	if (st == ST_OK) {
		pdf_text(p, "本文");
		st = pdf_end(p);
	}
	assert_int_equal(st, ST_IO);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(amounts, each_amount), TEST(three_thousand_rows),
		       TEST(into_a_file), TEST(a_full_disk_is_said));
}
