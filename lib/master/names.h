/* names.h - what codes are called, looked up in a list that the process has. */
#ifndef MASTER_NAMES_H
#define MASTER_NAMES_H

#include "db/value.h"

/* The second column of the row whose first one is these n bytes, in a list that
 * is sorted by its first; NULL if there is none. */
const char *name_of_code(const struct rows *names, const char *code, size_t n);

#endif
