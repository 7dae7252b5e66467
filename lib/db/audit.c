/* audit.c - who did what, when: written in the transaction of the act. */
#include "db/audit.h"

#include "db/db.h"
#include "sql/web/audit.h"

enum status audit_write(struct ctx *cx, const char *act, const char *object,
			struct id id, const char *detail)
{
	return db_exec(cx, &sql_audit_insert,
		       ARGS({ "act", value_text(act) },
			    { "object", value_text(object) },
			    { "object_id", value_id(id) },
			    { "detail", value_text(detail) },
			    { "request", value_text(cx->request) }),
		       NULL);
}
