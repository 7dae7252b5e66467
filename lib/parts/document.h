/* document.h - a document that a business sent, looked at by a desk. */
#ifndef PARTS_DOCUMENT_H
#define PARTS_DOCUMENT_H

#include "review/document.h"
#include "web/screen.h"

/*
 * The page about it, with the picture if it is one; itself in the browser's
 * viewer (?raw=1) or as a download (?raw=2). purpose: in words; url: the page,
 * with an id; back: where one came from.
 *
 * A picture stands in the page, whose policy allows pictures of this site. A
 * PDF has no place in it: no frames, no objects (security HD-01); a link opens
 * it in the browser's viewer, where it may run nothing.
 */
enum status part_document(struct req *rq, const struct document *d,
			  const char *purpose, const char *url,
			  const char *back) MUST_USE;

#endif
