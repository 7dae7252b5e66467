/*
 * multipart.c - one body, whole and in pieces: the same parts must come out,
 * however it is cut. The boundary is B; the first byte says how it is cut.
 */
#include <stdlib.h>
#include <string.h>

#include "http/multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int part(void *arg, const struct multipart_part *p)
{
	buf_printf(arg, "<%s|%s>", p->name, p->file_name ? p->file_name : "-");
	return 0;
}

static int bytes(void *arg, const char *s, size_t n)
{
	buf_add_n(arg, s, n);
	return 0;
}

static int end(void *arg)
{
	buf_add(arg, "</>");
	return 0;
}

static int read_all(struct buf *to, const char *s, size_t n, size_t piece)
{
	const struct multipart_sink sink = { part, bytes, end, to };
	struct multipart m;
	int bad = multipart_init(&m, to->cx, "B", &sink);

	while (!bad && n > 0) {
		size_t k = n < piece ? n : piece;

		bad = multipart_feed(&m, s, k);
		s += k;
		n -= k;
	}
	return bad ? bad : multipart_end(&m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ctx *cx = ctx_new(NULL);
	const char *s = (const char *)data;
	struct buf whole, cut;

	buf_init(&whole, cx);
	buf_init(&cut, cx);
	if (size > 0) {
		int a = read_all(&whole, s + 1, size - 1, size);
		int b = read_all(&cut, s + 1, size - 1, data[0] % 16 + 1);

		if (a != b ||
		    (a == 0 && (whole.n != cut.n ||
				memcmp(whole.text, cut.text, cut.n) != 0)))
			abort();
	}
	ctx_end(cx);
	return 0;
}
