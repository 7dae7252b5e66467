/* audit.h - who did what, when: written in the transaction of the act. */
#ifndef DB_AUDIT_H
#define DB_AUDIT_H

#include "base/ctx.h"

/*
 * Adds one row to the audit table (security LG-01). act: a word of ours, e.g.
 * "login", "office.save". object names what it was done to, by kind and public
 * id, or is "" and none. detail: JSON or "", without personal data: names of
 * fields, ids, counts. The worker chains the rows by hash; the web programs
 * may only add.
 */
enum status audit_write(struct ctx *cx, const char *act, const char *object,
			struct id id, const char *detail) MUST_USE;

#endif
