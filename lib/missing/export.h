/* export.h - the list of open offices as a file, in flat memory. */
#ifndef MISSING_EXPORT_H
#define MISSING_EXPORT_H

#include "missing/list.h"

/*
 * All of the filter in its order, MISSING_EXPORT at most, into an empty file,
 * CSV or a workbook; and "missing.export" in the audit trail, in a transaction
 * of its own. text gives words of the message files by their key.
 */
enum status missing_export(struct ctx *cx, const struct missing_filter *f,
			   bool csv,
			   const char *(*text)(void *arg, const char *key),
			   void *arg, int fd) MUST_USE;

#endif
