/*
 * sheet.c - any bytes as the XML of a sheet and of its shared texts, which a
 * NUL parts; with them inside a whole workbook.
 */
#include <stdlib.h>

#include "test_xlsx.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum status check(void *arg, const struct xlsx_row *row)
{
	(void)arg;
	for (size_t i = 0; i < row->n; i++)
		if (!utf8_valid(row->cells[i].text, strlen(row->cells[i].text)))
			abort();
	return ST_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	const char *sheet = mem_text_n(cx, (const char *)data, size);
	size_t n = strlen(sheet);
	const char *shared = n < size ? mem_text_n(cx,
						   (const char *)data + n + 1,
						   size - n - 1)
				      : "<sst xmlns='" SHEETML
					"'><si><t>a</t></si></sst>";
	int fd = book_of(cx, sheet, n, shared, false);
	enum xlsx_trouble why;
	struct xlsx *x;

	if (xlsx_open(cx, fd, &xlsx_usual, &x, &why) != ST_OK)
		abort();
	if ((xlsx_each(x, 0, check, NULL, &why) == ST_OK) != (why == XLSX_OK))
		abort();
	close(fd);
	ctx_end(cx);
	return 0;
}
