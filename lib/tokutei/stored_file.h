/* stored_file.h - files that somebody sent: kept outside of everything that is
 * served, under a random name. */
#ifndef TOKUTEI_STORED_FILE_H
#define TOKUTEI_STORED_FILE_H

#include "base/ctx.h"

struct stored_file {
	int fd;		    /* what is to be kept; from its beginning */
	const char *name;   /* as the sender called it; never part of a path */
	const char *kind;   /* xlsx, pdf, png, jpeg */
	int64_t keep_until; /* 0: as long as its owner */
};

/*
 * Copies a file into the folder (setting Path.Data) and adds its row, in the
 * caller's transaction. If that is rolled back the copy stays for a day, then
 * the worker removes it. id is internal, for the owner's row; public_id the
 * name on disk (security IN-05, UP-06).
 */
enum status file_keep(struct ctx *cx, const char *folder,
		      const struct stored_file *file, int64_t *id,
		      struct id *public_id) MUST_USE;

/* Opens a kept file; fd closes with cx. Whether whoever asks may have it is
 * for the caller to know. */
enum status file_reopen(struct ctx *cx, const char *folder, struct id public_id,
			int *fd) MUST_USE;

#endif
