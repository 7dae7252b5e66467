/*
 * request.c - http_read() with any variables and any body: variables one a
 * line, an empty line, the body. What is accepted keeps the limits.
 */
#include <stdlib.h>

#include "test_http.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct http_pairs *pairs)
{
	if (pairs->n > 500)
		abort();
	for (size_t i = 0; i < pairs->n; i++) {
		const char *name = pairs->list[i].name;
		const char *value = pairs->list[i].value;

		if (strlen(name) > 64 || !utf8_valid(name, strlen(name)) ||
		    !utf8_valid(value, strlen(value)) ||
		    !http_get(pairs, name) || !http_count(pairs, name))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct http_limits limits = { 4096, 4096, "/tmp" };
	struct ctx *cx = ctx_new(NULL);
	const char *text = mem_text_n(cx, (const char *)data, size);
	const char *end = strstr(text, "\n\n");
	size_t n = end ? (size_t)(end - text) : strlen(text);
	struct given g = { .piece = size % 7 };
	struct http_request rq;

	if (end) {
		g.body = (const char *)data + n + 2;
		g.n = size - n - 2;
	}
	given_lines(cx, &g, mem_text_n(cx, text, n));
	if (given_http(cx, &g, &limits, &rq) == 0) {
		check(&rq.query);
		check(&rq.body);
		check(&rq.cookies);
		if (rq.path[0] != '/' || strstr(rq.path, "//") ||
		    (rq.file.field && rq.file.size > limits.file))
			abort();
	}
	ctx_end(cx);
	return 0;
}
