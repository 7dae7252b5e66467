/* multipart.h - multipart/form-data (RFC 7578), fed piece by piece. */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/ctx.h"

struct multipart_part {
	const char *name;      /* as sent: UTF-8, of any length */
	const char *file_name; /* last path component; NULL: a text field */
};

/*
 * Where the parts go. Each function returns 0, or the HTTP status that ends
 * the reading. part, data (any number of times, in order), end; then the next.
 */
struct multipart_sink {
	int (*part)(void *arg, const struct multipart_part *part);
	int (*data)(void *arg, const char *s, size_t n);
	int (*end)(void *arg);
	void *arg;
};

enum multipart_state {
	MULTIPART_PREAMBLE, /* before the first boundary */
	MULTIPART_AFTER,    /* right behind a boundary */
	MULTIPART_DASH,	    /* one "-" behind it */
	MULTIPART_PAD,	    /* blanks behind it */
	MULTIPART_RETURN,   /* CR behind it */
	MULTIPART_HEAD,	    /* header lines of a part */
	MULTIPART_DATA,
	MULTIPART_EPILOGUE, /* behind the last boundary: ignored */
};

#define MULTIPART_BOUNDARY 70 /* most characters (RFC 2046, 5.1.1) */

/* Nothing in it is for others. */
struct multipart {
	struct ctx *cx;
	const struct multipart_sink *sink;
	enum multipart_state state;
	char delimiter[4 + MULTIPART_BOUNDARY + 1]; /* CR LF - - boundary */
	size_t n;
	size_t matched; /* of the delimiter, at the end of what was fed */
	struct buf head;
};

/* 400: the boundary is none. sink and cx must live as long as m. */
int multipart_init(struct multipart *m, struct ctx *cx, const char *boundary,
		   const struct multipart_sink *sink) MUST_USE;

/*
 * Takes the next n bytes, however the body is cut into pieces; linear time,
 * and memory for one header block. Returns 0, what the sink returned, or 400:
 * line ends other than CR LF, a part without a Content-Disposition that names
 * it, an encoding, a header block above 8 kB.
 */
int multipart_feed(struct multipart *m, const char *s, size_t n) MUST_USE;

/* 400 unless the last boundary has come. */
int multipart_end(const struct multipart *m) MUST_USE;

/* The header lines of a part, each with its CR LF. 400: see above. */
int multipart_head(struct ctx *cx, char *head, size_t n,
		   struct multipart_part *part) MUST_USE;

#endif
