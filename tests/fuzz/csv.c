/* csv.c - fuzz target: what is read is written, and read again the same. */
#include <string.h>

#include "base/status.h"
#include "text/csv.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct csv_limits limits = { 1000, 20, 1000 };

/* The same with what a guard and a quote more may need. */
static const struct csv_limits roomy = { 1000, 20, 4000 };

struct pass {
	struct csv_writer w;
	struct buf out;
};

static enum status copy(struct ctx *cx, const struct csv_row *row, void *arg)
{
	struct pass *p = arg;

	(void)cx;
	for (size_t i = 0; i < row->n; i++) {
		if (!utf8_valid(row->cells[i], strlen(row->cells[i])))
			BUG("a cell is no UTF-8");
		csv_text(&p->w, row->cells[i]);
	}
	csv_end_row(&p->w);
	return ST_OK;
}

static enum status pass(struct ctx *cx, const struct csv_limits *most,
			const char *s, size_t n, struct pass *p)
{
	const struct csv_sink sink = { copy, p };
	struct csv_reader *r = csv_open(cx, most, &sink);
	size_t half = n / 2;

	buf_init(&p->out, cx);
	csv_start(&p->w, &p->out);
	TRY(csv_read(r, s, half));
	TRY(csv_read(r, s + half, n - half));
	return csv_close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	struct pass one = { 0 }, two = { 0 };

	if (pass(cx, &limits, (const char *)data, size, &one) == ST_OK) {
		if (pass(cx, &roomy, one.out.text, one.out.n, &two) != ST_OK)
			BUG("cannot read what was written");
		if (strcmp(one.out.text, two.out.text) != 0)
			BUG("the second time is another");
	}
	ctx_end(cx);
	return 0;
}
