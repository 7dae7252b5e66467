/* test_http.h - a request out of a table, for tests and fuzz targets. */
#ifndef TEST_HTTP_H
#define TEST_HTTP_H

#include <string.h>

#include "http/http.h"

#define GIVEN_ENV 16

struct given {
	const char *env[GIVEN_ENV]; /* "NAME=value" */
	const char *body;
	size_t n, at;
	size_t piece; /* bytes that one read gives; 0: as many as wanted */
};

static inline const char *given_env(void *arg, const char *name)
{
	const struct given *g = arg;
	size_t n = strlen(name);

	for (size_t i = 0; i < GIVEN_ENV && g->env[i]; i++)
		if (strncmp(g->env[i], name, n) == 0 && g->env[i][n] == '=')
			return g->env[i] + n + 1;
	return NULL;
}

static inline size_t given_read(void *arg, char *to, size_t n)
{
	struct given *g = arg;
	size_t left = g->n - g->at;

	if (n > left)
		n = left;
	if (g->piece && n > g->piece)
		n = g->piece;
	if (n)
		memcpy(to, g->body + g->at, n);
	g->at += n;
	return n;
}

static inline int given_http(struct ctx *cx, struct given *g,
			     const struct http_limits *limits,
			     struct http_request *rq)
{
	const struct http_source source = { given_env, given_read, g };

	return http_read(cx, &source, limits, rq);
}

/* Adds a variable to those that the case brought. */
static inline void given_add(struct given *g, const char *variable)
{
	size_t i = 0;

	while (i < GIVEN_ENV - 1 && g->env[i])
		i++;
	g->env[i] = variable;
}

/* The same for a text with one variable a line. */
static inline void given_lines(struct ctx *cx, struct given *g,
			       const char *lines)
{
	while (*lines) {
		size_t n = strcspn(lines, "\n");

		given_add(g, mem_text_n(cx, lines, n));
		lines += n + (lines[n] == '\n');
	}
}

/* a=1|b=2, in the order in which they came. */
static inline const char *given_pairs(struct ctx *cx,
				      const struct http_pairs *pairs)
{
	struct buf b;

	buf_init(&b, cx);
	for (size_t i = 0; i < pairs->n; i++)
		buf_printf(&b, "%s%s=%s", i ? "|" : "", pairs->list[i].name,
			   pairs->list[i].value);
	return b.text;
}

#endif
