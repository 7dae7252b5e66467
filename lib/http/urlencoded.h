/* urlencoded.h - application/x-www-form-urlencoded: bodies and queries. */
#ifndef HTTP_URLENCODED_H
#define HTTP_URLENCODED_H

#include "http/http.h"

/*
 * Reads text[0 … n - 1] into pairs, decoding in place: the pairs point into
 * it, and text[n] must be writable. A piece without "=" is a name with an
 * empty value, an empty piece is nothing. Returns 0, or 400 for a broken
 * %XX, invalid UTF-8 or NUL, or 413 for a limit of security IN-09.
 */
int urlencoded_read(struct ctx *cx, char *text, size_t n,
		    struct http_pairs *pairs) MUST_USE;

/* Decodes %XX, and "+" as a space if plus, in place. 400: a broken one. */
int percent_decode(char *text, size_t *n, bool plus) MUST_USE;

#endif
