/* type_name.h - types of business by their names. */
#ifndef MASTER_TYPE_NAME_H
#define MASTER_TYPE_NAME_H

#include "base/ctx.h"
#include "db/db.h"

/* "T02,T03" becomes the names, with 、 between; what is unknown is left out. */
enum status type_names(struct ctx *cx, const char *codes,
		       const char **names) MUST_USE;
/* The same in the column types of each row. */
enum status type_names_in(struct ctx *cx, struct rows *rows) MUST_USE;

#endif
