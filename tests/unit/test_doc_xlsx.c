/* test_doc_xlsx.c - reads every workbook of tests/data/xlsx. */
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/clock.h"
#include "doc/xlsx_read.h"

#include "test.h"
#include "test_xlsx.h"

#define FOLDER "tests/data/xlsx/"

struct file {
	const char *name; /* good/dates */
};

static const char *file_text(struct ctx *cx, const char *path)
{
	FILE *f = fopen(path, "r");
	struct buf b;
	int c;

	assert_non_null(f);
	buf_init(&b, cx);
	while ((c = getc(f)) != EOF)
		buf_char(&b, (char)c);
	assert_int_equal(fclose(f), 0);
	return b.text;
}

static enum status show_row(void *arg, const struct xlsx_row *row)
{
	static const char *const kinds[] = {
		[CELL_TEXT] = "text",	[CELL_NUMBER] = "number",
		[CELL_DATE] = "date",	[CELL_BOOL] = "bool",
		[CELL_ERROR] = "error", [CELL_UNSAVED] = "unsaved",
	};
	struct buf *b = arg;

	buf_printf(b, "row %d%s\n", (int)row->number,
		   row->hidden ? " hidden" : "");
	for (size_t i = 0; i < row->n; i++) {
		const struct xlsx_cell *c = &row->cells[i];

		buf_printf(b, "%zu %s %s%s", c->column, kinds[c->kind],
			   c->hidden ? "hidden " : "",
			   c->merged ? "merged " : "");
		for (const char *s = c->text; *s; s++)
			if (*s == '\n' || *s == '\r')
				buf_add(b, *s == '\n' ? "\\n" : "\\r");
			else
				buf_char(b, *s);
		buf_char(b, '\n');
	}
	return ST_OK;
}

/* All of the file as text, or the name of the trouble. */
static const char *show(struct ctx *cx, int fd)
{
	const struct xlsx_sheet *sheets;
	enum xlsx_trouble why;
	struct xlsx *x;
	struct buf b;
	size_t n;

	buf_init(&b, cx);
	if (xlsx_open(cx, fd, &xlsx_usual, &x, &why) != ST_OK)
		return xlsx_trouble_name(why);
	assert_int_equal(why, XLSX_OK);
	sheets = xlsx_sheets(x, &n);
	for (size_t i = 0; i < n; i++) {
		enum status st;

		buf_printf(&b, "sheet %s%s\n",
			   sheets[i].hidden ? "hidden " : "", sheets[i].name);
		st = xlsx_each(x, i, show_row, &b, &why);
		assert_int_equal(st == ST_OK, why == XLSX_OK);
		if (st != ST_OK)
			return xlsx_trouble_name(why);
	}
	return b.text;
}

/* What stands beside the file; a bad one is refused at once. */
static void corpus(void **state)
{
	const struct file *f = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *want = file_text(cx,
				     mem_printf(cx, FOLDER "%s.txt", f->name));
	int64_t start = clock_monotonic_us();
	int fd = open(mem_printf(cx, FOLDER "%s.xlsx", f->name), O_RDONLY);
	const char *got;

	assert_true(fd >= 0);
	got = show(cx, fd);
	if (strncmp(f->name, "bad/", 4) == 0)
		got = mem_printf(cx, "%s\n", got);
	assert_string_equal(got, want);
	assert_true(clock_monotonic_us() - start < SECOND);
	ctx_end(cx);
	close(fd);
}

/* A file that was cut anywhere is refused, and never read beyond its end. */
static void cut_anywhere(void **state)
{
	struct ctx *all = ctx_new(NULL);
	int whole = open(FOLDER "good/merged.xlsx", O_RDONLY);
	char *data = mem_zero(all, 1 << 16);
	ssize_t size = read(whole, data, 1 << 16);

	(void)state;
	assert_true(size > 1000);
	for (size_t n = 0; n < (size_t)size; n++) {
		struct ctx *cx = ctx_new(all);
		int fd = file_of(data, n);
		const char *want = n == 0  ? "empty"
				   : n < 3 ? "text" /* P, K */
				   : n < 4 ? "not_xlsx"
					   : "damaged";

		assert_string_equal(show(cx, fd), want);
		close(fd);
		ctx_end(cx);
	}
	close(whole);
	ctx_end(all);
}

static int by_name(const void *a, const void *b)
{
	const struct file *f = a, *g = b;

	return strcmp(f->name, g->name);
}

/* The cases of a folder: its .txt files. */
static size_t list(struct ctx *cx, const char *folder, struct file *files)
{
	DIR *d = opendir(mem_printf(cx, FOLDER "%s", folder));
	struct dirent *e;
	size_t n = 0;

	if (!d)
		BUG("run it from the top folder");
	while ((e = readdir(d))) {
		const char *dot = strstr(e->d_name, ".txt");

		if (dot && n < 200)
			files[n++].name = mem_printf(cx, "%s/%.*s", folder,
						     (int)(dot - e->d_name),
						     e->d_name);
	}
	closedir(d);
	qsort(files, n, sizeof(*files), by_name);
	return n;
}

int main(void)
{
	struct ctx *cx = ctx_new(NULL);
	struct file files[400];
	size_t n = list(cx, "good", files);
	int failed;

	n += list(cx, "bad", files + n);
	if (n < 80)
		BUG("only %zu files", n);
	failed = test_run(
		__FILE__,
		(const struct suite[]) {
			{ "corpus", files, sizeof(*files), n, corpus },
			TEST(cut_anywhere) },
		2);
	ctx_end(cx);
	return failed;
}
