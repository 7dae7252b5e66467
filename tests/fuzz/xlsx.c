/*
 * xlsx.c - any bytes as a workbook: every sheet is read, and what comes out
 * keeps its promises.
 */
#include <stdlib.h>

#include "test_xlsx.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum status check(void *arg, const struct xlsx_row *row)
{
	int64_t *last = arg;

	if (row->number <= *last || row->n == 0)
		abort();
	*last = row->number;
	for (size_t i = 0; i < row->n; i++) {
		const struct xlsx_cell *c = &row->cells[i];

		if ((i > 0 && c[-1].column >= c->column) ||
		    c->column >= xlsx_usual.columns || !c->text ||
		    !utf8_valid(c->text, strlen(c->text)))
			abort();
	}
	return ST_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	int fd = file_of(data, size);
	enum xlsx_trouble why;
	struct xlsx *x;
	size_t n = 0;

	if (xlsx_open(cx, fd, &xlsx_usual, &x, &why) == ST_OK)
		(void)xlsx_sheets(x, &n);
	for (size_t i = 0; i < n && i < 3; i++) {
		int64_t last = 0;
		enum status st = xlsx_each(x, i, check, &last, &why);

		if ((st == ST_OK) != (why == XLSX_OK))
			abort();
	}
	close(fd);
	ctx_end(cx);
	return 0;
}
