/* multipart.c - multipart/form-data: finding the parts in a stream. */
#include "http/multipart.h"

#include <string.h>

#define HEAD_MOST 8192

/* RFC 2046, 5.1.1: bchars; a blank not at the end. CR and LF are none of them,
 * which scan() relies on. */
static bool is_boundary(const char *s, size_t n)
{
	return n > 0 && n <= MULTIPART_BOUNDARY && s[n - 1] != ' ' &&
	       strspn(s, "0123456789abcdefghijklmnopqrstuvwxyz"
			 "ABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ") == n;
}

int multipart_init(struct multipart *m, struct ctx *cx, const char *boundary,
		   const struct multipart_sink *sink)
{
	size_t n = strlen(boundary);

	if (!is_boundary(boundary, n))
		return 400;
	*m = (struct multipart) { .cx = cx, .sink = sink, .n = 4 + n };
	memcpy(m->delimiter, "\r\n--", 4);
	memcpy(m->delimiter + 4, boundary, n);
	/* The first boundary may stand at the very beginning. */
	m->matched = 2;
	buf_init(&m->head, cx);
	return 0;
}

static int give(struct multipart *m, const char *s, size_t n)
{
	if (m->state != MULTIPART_DATA || n == 0)
		return 0;
	return m->sink->data(m->sink->arg, s, n);
}

static int delimiter_found(struct multipart *m)
{
	bool part = m->state == MULTIPART_DATA;

	m->matched = 0;
	m->state = MULTIPART_AFTER;
	return part ? m->sink->end(m->sink->arg) : 0;
}

/*
 * Goes on with a delimiter that an earlier piece began. If it is none after
 * all, what had matched was data; no other delimiter can begin inside it,
 * because CR stands only at the beginning of one.
 */
static int scan_on(struct multipart *m, const char *s, size_t n, size_t *used)
{
	size_t i = 0, before = m->matched;

	while (i < n && m->matched < m->n && s[i] == m->delimiter[m->matched]) {
		m->matched++;
		i++;
	}
	if (m->matched == m->n) {
		*used = i;
		return delimiter_found(m);
	}
	if (i == n) {
		*used = n;
		return 0;
	}
	*used = 0;
	m->matched = 0;
	return give(m, m->delimiter, before);
}

static int scan(struct multipart *m, const char *s, size_t n, size_t *used)
{
	const char *at = s, *end = s + n;
	int bad;

	if (m->matched)
		return scan_on(m, s, n, used);
	while ((at = memchr(at, '\r', (size_t)(end - at)))) {
		size_t k = (size_t)(end - at) < m->n ? (size_t)(end - at)
						     : m->n;

		if (memcmp(at, m->delimiter, k) != 0) {
			at++;
			continue;
		}
		*used = (size_t)(at - s) + k;
		bad = give(m, s, (size_t)(at - s));
		m->matched = k;
		return !bad && k == m->n ? delimiter_found(m) : bad;
	}
	*used = n;
	return give(m, s, n);
}

/* Header lines, up to the empty one. */
static int collect_head(struct multipart *m, const char *s, size_t n,
			size_t *used)
{
	struct multipart_part part;
	const char *feed = memchr(s, '\n', n);
	int bad;

	*used = feed ? (size_t)(feed - s) + 1 : n;
	if (m->head.n + *used > HEAD_MOST)
		return 400;
	buf_add_n(&m->head, s, *used);
	if (!feed || m->head.n < 4 ||
	    memcmp(m->head.text + m->head.n - 4, "\r\n\r\n", 4) != 0)
		return 0;
	bad = multipart_head(m->cx, m->head.text, m->head.n - 2, &part);
	buf_clear(&m->head);
	m->state = MULTIPART_DATA;
	return bad ? bad : m->sink->part(m->sink->arg, &part);
}

/* What may follow a boundary: "--", or blanks and a line end. */
static int after(struct multipart *m, char c)
{
	static const struct {
		enum multipart_state in;
		char c;
		enum multipart_state next;
	} steps[] = {
		{ MULTIPART_AFTER, '\r', MULTIPART_RETURN },
		{ MULTIPART_AFTER, '-', MULTIPART_DASH },
		{ MULTIPART_AFTER, ' ', MULTIPART_PAD },
		{ MULTIPART_AFTER, '\t', MULTIPART_PAD },
		{ MULTIPART_PAD, '\r', MULTIPART_RETURN },
		{ MULTIPART_PAD, ' ', MULTIPART_PAD },
		{ MULTIPART_PAD, '\t', MULTIPART_PAD },
		{ MULTIPART_RETURN, '\n', MULTIPART_HEAD },
		{ MULTIPART_DASH, '-', MULTIPART_EPILOGUE },
	};

	for (size_t i = 0; i < COUNT(steps); i++)
		if (steps[i].in == m->state && steps[i].c == c) {
			m->state = steps[i].next;
			return 0;
		}
	return 400;
}

int multipart_feed(struct multipart *m, const char *s, size_t n)
{
	while (n > 0 && m->state != MULTIPART_EPILOGUE) {
		size_t used = 1;
		int bad;

		if (m->state == MULTIPART_PREAMBLE ||
		    m->state == MULTIPART_DATA)
			bad = scan(m, s, n, &used);
		else if (m->state == MULTIPART_HEAD)
			bad = collect_head(m, s, n, &used);
		else
			bad = after(m, *s);
		if (bad)
			return bad;
		s += used;
		n -= used;
	}
	return 0;
}

int multipart_end(const struct multipart *m)
{
	return m->state == MULTIPART_EPILOGUE ? 0 : 400;
}
