/* load.h - fills the master tables from sql/data. */
#ifndef MASTER_LOAD_H
#define MASTER_LOAD_H

#include "base/ctx.h"

/*
 * Reads the tables that are in the folder (see its README) into the database,
 * each in a transaction of its own; those that the database has already, or has
 * newer, are passed over. For sesshuctl migrate; may be run at any time. ST_IO:
 * a file is missing or broken; ST_DB.
 */
enum status master_load(struct ctx *cx, const char *folder) MUST_USE;

#endif
