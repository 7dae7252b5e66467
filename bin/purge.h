/* purge.h - throws away what a web server keeps of the public register. */
#ifndef PURGE_H
#define PURGE_H

#include "base/ctx.h"

struct purge;

/* folder: where pages are kept on this host; "": nowhere. It must outlive
 * it. */
struct purge *purge_new(struct ctx *cx, const char *folder);

/*
 * Empties the folder when the register has changed since the last call, and
 * once more at the next one: a page may have been made from the old register
 * at that very moment. The first call finds that it has changed. Removes
 * nothing but files that are named as web servers name what they keep, so that
 * a wrong folder in the configuration does no harm. ST_DB as always; a folder
 * that cannot be emptied is logged, its pages age by themselves. *files: so
 * many more were removed.
 */
enum status purge_pages(struct ctx *cx, struct purge *p,
			int64_t *files) MUST_USE;

#endif
